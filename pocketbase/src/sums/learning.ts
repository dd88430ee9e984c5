import { beginOf, FEW, MONTHS, monthsUpTo, PERIODS } from '#lib/domain/programme/sums.ts';
import { addDays, type Day } from '#lib/domain/shared/day.ts';
import type { Sql } from '../sql.ts';
import { counted, everywhereToo, type Counted } from './told.ts';

/** The community of a group's scope; '' for a phone's own group from before it was enrolled. */
const PLACE = `coalesce(g.community, '')`;
const withPlace = (scope: string) => `LEFT JOIN groups g ON g.id = substr(${scope}, 3)`;
const AGE = `CASE WHEN p.born = '' THEN '' WHEN strftime('%Y', {:today}) - p.born < 30 THEN 'under-30'
	WHEN strftime('%Y', {:today}) - p.born < 60 THEN '30-59' ELSE '60-over' END`;
const PROMISED_DAYS = 60;

/** The lists about groups, each as JSON; the long ones go out as the database wrote them. */
export function learningSums(sql: Sql, today: Day) {
	const list = (query: string) => sql.text(`SELECT json_group_array(${query}`, { today });
	return {
		places: list(`json_array(id, name)) FROM (SELECT * FROM communities ORDER BY name)`),
		groups: list(
			`json_array(id, name, community, coalesce((SELECT max(day) FROM sessions s
				WHERE s."group" = 'g:' || g.id), ''))) FROM (SELECT * FROM groups ORDER BY name) g`
		),
		members: list(
			`json_array(place, n)) FROM (SELECT ${PLACE} AS place, count(*) AS n
				FROM people p ${withPlace('p.scope')} WHERE p."left" = '' GROUP BY 1)`
		),
		people: JSON.stringify(peopleOf(sql, today)),
		practising: JSON.stringify(practisingOf(sql, today)),
		firsts: list(
			`json_array(place, m, n)) FROM (SELECT ${PLACE} AS place, substr(first, 1, 7) AS m,
				count(*) AS n FROM (SELECT person, min(heardOn) AS first FROM progress
					WHERE heardOn <> '' GROUP BY person) r
				JOIN people p ON p.id = r.person ${withPlace('p.scope')} GROUP BY 1, 2 ORDER BY 2)`
		),
		lessons: list(
			`json_array(place, m, heard, understood)) FROM (SELECT ${PLACE} AS place, m,
				sum(heard) AS heard, sum(understood) AS understood
				FROM (SELECT scope, substr(heardOn, 1, 7) AS m, count(*) AS heard,
					sum(understoodOn <> '') AS understood FROM progress WHERE heardOn <> '' GROUP BY 1, 2) r
				${withPlace('r.scope')} GROUP BY 1, 2 ORDER BY 2)`
		),
		sessions: list(
			`json_array(place, m, held, present, roster)) FROM (SELECT ${PLACE} AS place,
				substr(day, 1, 7) AS m, count(*) AS held, sum(present) AS present, sum(roster) AS roster
				FROM sessions s ${withPlace('s."group"')} GROUP BY 1, 2 ORDER BY 2)`
		),
		...practiceSums(sql, today)
	};
}

function practiceSums(sql: Sql, today: Day) {
	const list = (query: string, more = {}) =>
		sql.text(`SELECT json_group_array(${query}`, { today, ...more });
	const doing = `level IN ('doing', 'verified')`;
	// who began less who stopped, a column for each month
	const months = monthsUpTo(today, MONTHS);
	const columns = months.map((_, i) => `m${i}`);
	const sums = months.map((month, i) => `sum(iif(m = '${month}', n, 0)) AS m${i}`);
	// a list `day=amount;…` is one object of JSON
	const AMOUNTS = `'{"' || replace(replace(r.amounts, '=', '":'), ';', ',"') || '}'`;
	const amounts = (place: string) => `SELECT ${place} AS place, practice, m, count(*) AS n,
		sum(value) AS amount FROM said GROUP BY 1, 2, 3`;
	return {
		practices: list(
			`json_array(place, practice, unit, c, d, v, s, amount)) FROM (SELECT ${PLACE} AS place,
				practice, sum(level = 'committed') AS c, sum(level = 'doing') AS d,
				sum(level = 'verified') AS v, sum(level = 'stopped') AS s,
				coalesce(sum(CASE WHEN ${doing} THEN amount END), 0) AS amount, max(unit) AS unit
				FROM practices r ${withPlace('r.scope')} GROUP BY 1, 2 ORDER BY 2)`
		),
		practiceMonths: list(
			`json_array(place, practice, before, ${columns.join()})) FROM (
				SELECT ${PLACE} AS place, practice,
					sum(iif(m < {:first}, n, 0)) AS before, ${sums.join()} FROM (
					SELECT scope, practice, substr(since, 1, 7) AS m, count(*) AS n
					FROM practices WHERE since <> '' GROUP BY 1, 2, 3
					UNION ALL SELECT scope, practice, substr(stoppedOn, 1, 7), -count(*)
					FROM practices WHERE since <> '' AND NOT ${doing} GROUP BY 1, 2, 3) r
				${withPlace('r.scope')} GROUP BY 1, 2)`,
			{ first: months[0] }
		),
		amounts: sql.text(
			`WITH said AS (SELECT ${PLACE} AS community, r.practice, substr(a.key, 1, 7) AS m,
				max(a.key), a.value AS value FROM practices r ${withPlace('r.scope')},
				json_each(${AMOUNTS}) a WHERE r.amounts <> '' GROUP BY r.id, substr(a.key, 1, 7))
			SELECT json_group_array(json_array(place, practice, m, iif(n < ${FEW}, NULL, n),
				iif(n < ${FEW}, NULL, round(amount, 1)))) FROM (
				SELECT * FROM (${amounts('community')} UNION ALL ${amounts(`'*'`)}) ORDER BY m)`,
			{}
		),
		promised: list(
			`json_array(substr(scope, 3), n)) FROM (SELECT scope, count(*) AS n FROM practices
				WHERE level = 'committed' AND committedOn < {:old} GROUP BY scope ORDER BY n DESC)`,
			{ old: addDays(today, -PROMISED_DAYS) }
		)
	};
}

/** Counts by place, sex and age are summed to the splits that are told. */
function splits(rows: readonly (string | number)[][]) {
	const sums = new Map<string, [string[], number[]]>();
	for (const [[place = '', sex = '', age = ''], counts] of counted(rows, 3))
		for (const keys of [
			[place, 'all', ''],
			[place, 'sex', sex],
			[place, 'age', age]
		]) {
			const sum = sums.get(keys.join('|')) ?? [keys, counts.map(() => 0)];
			sums.set(keys.join('|'), [keys, sum[1].map((n, i) => n + (counts[i] ?? 0))]);
		}
	const split: Counted[] = [...sums.values()];
	return everywhereToo(split);
}

/** Reached in a period is who began a lesson in it that was new to her. */
function peopleOf(sql: Sql, today: Day) {
	const names = PERIODS.map((months) => `n${months}`).join();
	const sums = PERIODS.map(
		(months) => `sum(last >= '${beginOf(months, today)}') AS n${months}`
	).join();
	return splits(
		sql.json(
			`SELECT json_group_array(json_array(place, sex, age, ${names})) FROM (
				SELECT ${PLACE} AS place, p.sex AS sex, ${AGE} AS age, ${sums}
				FROM (SELECT person, max(heardOn) AS last FROM progress WHERE heardOn <> ''
					GROUP BY person) r
				JOIN people p ON p.id = r.person ${withPlace('p.scope')} GROUP BY 1, 2, 3)`,
			{ today }
		)
	);
}

/** Who does at least one of the practices at home now. */
const practisingOf = (sql: Sql, today: Day) =>
	splits(
		sql.json(
			`SELECT json_group_array(json_array(place, sex, age, n)) FROM (
				SELECT ${PLACE} AS place, p.sex AS sex, ${AGE} AS age, count(*) AS n
				FROM (SELECT DISTINCT person FROM practices WHERE level IN ('doing', 'verified')) r
				JOIN people p ON p.id = r.person ${withPlace('p.scope')} GROUP BY 1, 2, 3)`,
			{ today }
		)
	);
