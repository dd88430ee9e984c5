import { FEW } from '#lib/domain/programme/sums.ts';
import { readable } from '#lib/domain/journal/policy.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import type { Principals } from '#lib/sync/judge.ts';
import { dayAt, type Day } from '#lib/domain/shared/day.ts';
import type { OfficeRows, Topics } from '#lib/sync/protocol.ts';
import type { Sql } from './sql.ts';

/** The names that a phone and account may know: their groups and communities, those of their
 * communities' groups and of their groups' communities. The tag changes when any of it does. */
export function officeRows(sql: Sql, { phone, account }: Principals, now: number): OfficeRows {
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
		communities: communities.map(([id, name]) => ({ id, name })),
		...(account?.grants.some(({ role }) => role === 'facilitator')
			? {
					topics: topicsOf(
						sql,
						communities.map(([id]) => id),
						dayAt(now)
					)
				}
			: {})
	};
	return { tag: $security.md5(JSON.stringify(rows)), ...rows };
}

/** For how many children a lesson was named this month, community by community; below five nothing is said. */
function topicsOf(sql: Sql, communities: readonly Id[], on: Day): Topics {
	const found = sql.json<[Id, string, number][]>(
		`SELECT json_group_array(json_array(community, lesson, n)) FROM (
			SELECT substr(m.scope, 3) AS community, m.lesson, count(DISTINCT m.child) AS n
			FROM json_each({:b}) c JOIN measurements m ON m.scope = 'c:'||c.value
			WHERE m.day >= {:from} AND m.day <= {:on} AND m.lesson <> ''
			GROUP BY 1, 2 HAVING n >= ${FEW} ORDER BY 1, 3 DESC, 2)`,
		{ b: JSON.stringify(communities), from: `${on.slice(0, 8)}01`, on }
	);
	return {
		on,
		rows: found.map(([community, lesson, children]) => ({ community, lesson, children }))
	};
}
