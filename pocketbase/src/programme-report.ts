import { answering, Refusal } from './refusal.ts';
import { Sql } from './sql.ts';
import { grantsOf } from './who.ts';

/** Fewer than this many people are not told outside the team that knows them. */
const FEW = 5;
const MONTHS = 24;

/**
 * GET /api/app/report/programme: the whole programme summed up, for a coordinator. Numbers of a part
 * that are 1 to 4 come as null. It is made of the projections at each asking, so that it is always
 * what a rebuild would give.
 */
export const programmeReport = (e: RequestEvent): unknown =>
	answering(e, () => {
		if (!e.auth?.getBool('active')) throw new Refusal(401, 'inactive');
		const now = Date.now();
		const { grants } = grantsOf(e.app, e.auth.id, now);
		const may = grants.some(({ role, scope }) => role === 'coordinator' && scope === '*');
		if (!may) throw new Refusal(403, 'scope');
		return JSON.stringify(reportOf(new Sql(e.app), now));
	});

const told = (n: number): number | null => (n > 0 && n < FEW ? null : n);

function reportOf(sql: Sql, now: number) {
	const list = <T>(query: string) => sql.json<T[]>(query, {});
	const number = (query: string) => sql.number(query, {});
	const silentSince = new Date(now - 14 * 86_400_000).toISOString().replace('T', ' ');
	return {
		now,
		received: number('SELECT coalesce(max(got), 0) FROM journal'),
		people: peopleOf(list, number),
		sessions: list<[string, number, number, number]>(
			`SELECT json_group_array(json_array(m, n, present, roster)) FROM (
				SELECT substr(day, 1, 7) AS m, count(*) AS n, sum(present) AS present, sum(roster) AS roster
				FROM sessions GROUP BY 1 ORDER BY 1 DESC LIMIT ${MONTHS})`
		).map(([month, held, present, expected]) => ({ month, held, present, expected })),
		practices: list<[string, string, number, number, string]>(
			`SELECT json_group_array(json_array(practice, level, n, amount, unit)) FROM (
				SELECT practice, level, count(*) AS n, coalesce(sum(amount), 0) AS amount, max(unit) AS unit
				FROM practices GROUP BY practice, level ORDER BY practice, level)`
		).map(([practice, level, n, amount, unit]) => ({ practice, level, n, amount, unit })),
		growth: growthOf(list),
		referrals: list<[string, number]>(
			`SELECT json_group_array(json_array(state, n)) FROM (
				SELECT state, count(*) AS n FROM referrals WHERE state <> '' GROUP BY state)`
		).map(([state, n]) => ({ state, n: told(n) })),
		children: number(`SELECT count(*) FROM children WHERE status = 'active' AND keep = 1`),
		phones: {
			all: number('SELECT count(*) FROM phones WHERE active = TRUE'),
			silent: sql.number('SELECT count(*) FROM phones WHERE active = TRUE AND last < {:since}', {
				since: silentSince
			})
		},
		held: number(`SELECT count(*) FROM held WHERE entry IS NOT NULL AND code <> 'returned'`),
		targets: list<[string, string, number]>(
			`SELECT json_group_array(json_array(indicator, scope, value)) FROM
				(SELECT * FROM targets ORDER BY indicator)`
		).map(([indicator, scope, value]) => ({ indicator, scope, value }))
	};
}

type List = <T>(query: string) => T[];

/** Reached is who heard a lesson; the parts are those of the person as she stands in her group. */
function peopleOf(list: List, number: (query: string) => number) {
	const reached = `SELECT DISTINCT person FROM progress WHERE heardOn <> ''`;
	const parts = list<[string, string, string, number]>(
		`SELECT json_group_array(json_array(place, sex, age, n)) FROM (
			SELECT coalesce(c.name, '') AS place, p.sex AS sex, CASE
				WHEN p.born = '' THEN '' WHEN strftime('%Y', 'now') - p.born < 30 THEN 'under-30'
				WHEN strftime('%Y', 'now') - p.born < 60 THEN '30-59' ELSE '60-over' END AS age,
				count(*) AS n
			FROM (${reached}) r JOIN people p ON p.id = r.person
			LEFT JOIN groups g ON 'g:' || g.id = p.scope LEFT JOIN communities c ON c.id = g.community
			GROUP BY 1, 2, 3)`
	);
	const by = (column: 0 | 1 | 2) => {
		const sums = new Map<string, number>();
		for (const part of parts) sums.set(part[column], (sums.get(part[column]) ?? 0) + part[3]);
		return [...sums]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, n]) => ({ name, n: told(n) }));
	};
	return {
		members: number(`SELECT count(*) FROM people WHERE "left" = ''`),
		reached: number(`SELECT count(*) FROM (${reached})`),
		heard: number(`SELECT count(*) FROM progress WHERE heardOn <> ''`),
		understood: number(`SELECT count(*) FROM progress WHERE understoodOn <> ''`),
		byCommunity: by(0),
		bySex: by(1),
		byAge: by(2)
	};
}

/** Per month, of the children who may be counted: each once, as she was last measured in it. */
function growthOf(list: List) {
	const months = list<[string, number, number, number, number]>(
		`SELECT json_group_array(json_array(m, n, stunted, acute, well)) FROM (
			SELECT m, count(*) AS n, sum(coalesce(haz < -2, 0)) AS stunted,
				sum(class IN ('sam', 'mam')) AS acute, sum(class = 'grows-well') AS well
			FROM (SELECT substr(v.day, 1, 7) AS m, v.haz, v.class,
					row_number() OVER (PARTITION BY v.child, substr(v.day, 1, 7) ORDER BY v.day DESC) AS last
				FROM measurements v JOIN children c ON c.id = v.child WHERE c.count = 1)
			WHERE last = 1 GROUP BY m ORDER BY m DESC LIMIT ${MONTHS})`
	);
	return months.map(([month, n, stunted, acute, well]) => ({
		month,
		n: told(n),
		...(n < FEW ? {} : { stunted: told(stunted), acute: told(acute), well: told(well) })
	}));
}
