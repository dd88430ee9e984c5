import { isId } from '#lib/domain/shared/ids.ts';
import { answering, Refusal } from './refusal.ts';
import { Sql } from './sql.ts';
import { grantsOf } from './who.ts';

type Line = [person: string, name: string, face: string, joined: string, received: number];
type Step = [
	person: string,
	lesson: string,
	heardOn: string,
	understoodOn: string,
	groupOn: string,
	lastOn: string
];

/**
 * GET /api/app/report/group?group=ID: how far each member has come, for her facilitator or a
 * coordinator. `received` is when the newest fact about the group, phone or person came in, ms.
 */
export const groupReport = (e: RequestEvent): unknown => answering(e, () => reportFor(e));

function reportFor(e: RequestEvent): string {
	const now = Date.now();
	const group = e.request.url.query().get('group');
	if (!isId(group)) throw new Refusal(400, 'group');
	if (!e.auth?.getBool('active')) throw new Refusal(401, 'inactive');
	const scope = `g:${group}`;
	const may = grantsOf(e.app, e.auth.id, now).grants.some(
		(grant) =>
			(grant.role === 'facilitator' && grant.scope === scope) ||
			(grant.role === 'coordinator' && grant.scope === '*')
	);
	if (!may) throw new Refusal(403, 'scope');
	return JSON.stringify(reportOf(new Sql(e.app), scope, now));
}

function reportOf(sql: Sql, scope: string, now: number) {
	const people = sql.json<Line[]>(
		`SELECT json_group_array(json_array(id, name, face, joined, (SELECT coalesce(max(j.got), 0)
			FROM filed f JOIN journal j ON j.id = f.entry
			WHERE f.key >= p.id||'|' AND f.key < p.id||'}')))
		FROM (SELECT * FROM people WHERE scope = {:scope} ORDER BY name, id) p`,
		{ scope }
	);
	const steps = sql.json<Step[]>(
		`SELECT json_group_array(json_array(person, lesson, heardOn, understoodOn, groupOn, lastOn))
		FROM progress WHERE person IN (SELECT id FROM people WHERE scope = {:scope})`,
		{ scope }
	);
	const received = sql.json<[string, number][]>(
		`SELECT json_group_array(json_array(phone, got)) FROM (SELECT j.phone, max(j.got) AS got
			FROM deliveries d JOIN journal j ON j.id = d.entry WHERE d.scope = {:scope} GROUP BY j.phone)`,
		{ scope }
	);
	return {
		now,
		received: Math.max(0, ...received.map(([, got]) => got)),
		phones: received.map(([phone, got]) => ({ phone, received: got })),
		members: people.map(([person, name, face, joined, newest]) => ({
			person,
			name,
			face,
			joined,
			received: newest,
			lessons: steps.filter(([who]) => who === person).map(lessonOf)
		}))
	};
}

function lessonOf([, lesson, heardOn, understoodOn, groupOn, lastOn]: Step) {
	const level = understoodOn ? 'understood' : heardOn ? 'heard' : 'started';
	return { lesson, level, day: understoodOn || heardOn || lastOn, inGroup: groupOn !== '', lastOn };
}
