import { readable } from '#lib/domain/journal/policy.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import type { Principals } from '#lib/sync/judge.ts';
import type { OfficeRows } from '#lib/sync/protocol.ts';
import type { Sql } from './sql.ts';

/** The names that a phone and account may know: their groups and communities, those of their
 * communities' groups and of their groups' communities. The tag changes when any of it does. */
export function officeRows(sql: Sql, { phone, account }: Principals): OfficeRows {
	const scopes = [phone, account].flatMap((who) => (who ? readable(who) : []));
	const b = JSON.stringify([...new Set(scopes)]);
	const groups = sql.json<[Id, string, Id][]>(
		`SELECT json_group_array(json_array(id, name, community)) FROM (
			SELECT g.* FROM groups g, json_each({:b}) s
			WHERE s.value = 'g:'||g.id OR s.value = 'c:'||g.community ORDER BY g.name, g.id)`,
		{ b }
	);
	const communities = sql.json<[Id, string][]>(
		`SELECT json_group_array(json_array(id, name)) FROM (
			SELECT DISTINCT c.* FROM communities c, json_each({:b}) s LEFT JOIN groups g
				ON s.value = 'g:'||g.id
			WHERE s.value = 'c:'||c.id OR g.community = c.id ORDER BY c.name, c.id)`,
		{ b }
	);
	const rows = {
		groups: groups.map(([id, name, community]) => ({ id, name, community })),
		communities: communities.map(([id, name]) => ({ id, name }))
	};
	return { tag: $security.md5(JSON.stringify(rows)), ...rows };
}
