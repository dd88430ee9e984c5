import { faceOfClass } from '#lib/domain/child/due.ts';
import { RESULT_CLASSES } from '#lib/domain/growth/results.ts';
import { ESCALATE_AFTER_DAYS } from '#lib/domain/child/referral.ts';
import { beginOf, PERIODS } from '#lib/domain/programme/sums.ts';
import { addDays, type Day } from '#lib/domain/shared/day.ts';
import type { Sql } from '../sql.ts';
import { counted, everywhereToo } from './told.ts';

const LATE_DAYS = 7;
/** WHO flags a length for age beyond six deviations: it counts nowhere. */
const COUNTS = 'haz BETWEEN -6 AND 6';
const face = (of: 'ok' | 'watch' | 'refer'): string =>
	RESULT_CLASSES.filter((name) => faceOfClass(name) === of)
		.map((name) => `'${name}'`)
		.join();
/** In the order of `GROWTH`. */
const SUMS = [
	'count(*)',
	`sum(coalesce(${COUNTS}, 0))`,
	`sum(coalesce(${COUNTS} AND haz < -2, 0))`,
	`sum(class IN ('sam', 'mam'))`,
	`sum(class IN (${face('ok')}))`,
	`sum(class IN (${face('watch')}))`,
	`sum(class IN (${face('refer')}))`,
	`sum(class NOT IN (${face('ok')},${face('watch')},${face('refer')}))`,
	`sum(coalesce(abs(haz) > 6, 0))`
];
const COLUMNS = SUMS.map((_, i) => `n${i}`).join();
const NUMBERED = SUMS.map((sum, i) => `${sum} AS n${i}`).join();
/** Of a child only the newest measuring of the time is counted, and only with permission to count her. */
const newest = (of: string) => `SELECT v.child, substr(v.scope, 3) AS place, v.day AS day,
	substr(v.day, 1, 7) AS m, v.haz AS haz, v.class AS class, max(v.day || printf('%016d', v.at))
	FROM measurements v JOIN children c ON c.id = v.child WHERE c.count = 1 GROUP BY ${of}`;

/** The lists about children, each as JSON: small numbers stay here. */
export function childSums(sql: Sql, today: Day) {
	const begins = JSON.stringify(PERIODS.map((months) => [String(months), beginOf(months, today)]));
	const rows = (query: string, more = {}) =>
		sql.json<(string | number)[][]>(`SELECT json_group_array(json_array(${query}`, more);
	const growth = rows(
		`place, m, ${COLUMNS})) FROM (SELECT place, m, ${NUMBERED}
			FROM (${newest('v.child, substr(v.day, 1, 7)')}) GROUP BY 1, 2 ORDER BY 2)`
	);
	const latest = rows(
		`place, p, ${COLUMNS})) FROM (SELECT place, b.value->>0 AS p, ${NUMBERED}
			FROM (${newest('v.child')}) l JOIN json_each({:begins}) b ON l.day >= b.value->>1
			GROUP BY 1, 2)`,
		{ begins }
	);
	const referrals = rows(
		`place, p, sent, arrived, attended, recovered, lost, cancelled)) FROM (
			SELECT substr(scope, 3) AS place, b.value->>0 AS p, count(*) AS sent,
				sum(state IN ('arrived', 'attended', 'recovered')) AS arrived,
				sum(state IN ('attended', 'recovered')) AS attended, sum(state = 'recovered') AS recovered,
				sum(state = 'not-gone') AS lost, sum(state = 'cancelled') AS cancelled
			FROM referrals r JOIN json_each({:begins}) b ON r.day >= b.value->>1 WHERE state <> ''
			GROUP BY 1, 2)`,
		{ begins }
	);
	const children = rows(
		`place, n)) FROM (SELECT substr(scope, 3) AS place, count(*) AS n FROM children
			WHERE status = 'active' AND keep = 1 GROUP BY 1)`
	);
	return {
		growth: JSON.stringify(everywhereToo(counted(growth, 2))),
		latest: JSON.stringify(everywhereToo(counted(latest, 2))),
		referrals: JSON.stringify(everywhereToo(counted(referrals, 2))),
		late: JSON.stringify(everywhereToo(counted(lateOf(sql, today), 1))),
		children: JSON.stringify(everywhereToo(counted(children, 1)))
	};
}

/** Referrals that nobody has confirmed, and visits that should have been, by place. */
const lateOf = (sql: Sql, today: Day) =>
	sql.json<(string | number)[][]>(
		`SELECT json_group_array(json_array(place, sent, visits)) FROM (
			SELECT place, sum(sent) AS sent, sum(visits) AS visits FROM (
				SELECT substr(scope, 3) AS place, count(*) AS sent, 0 AS visits FROM referrals
				WHERE state IN ('open', 'not-gone') AND day < {:sentBefore} GROUP BY 1
				UNION ALL SELECT substr(c.scope, 3), 0, count(*) FROM children c
				JOIN (SELECT child, nextOn, max(day || printf('%016d', at)) FROM measurements
					GROUP BY child) l ON l.child = c.id
				WHERE c.status = 'active' AND l.nextOn <> '' AND l.nextOn < {:seenBefore} GROUP BY 1)
			GROUP BY 1)`,
		{
			sentBefore: addDays(today, -ESCALATE_AFTER_DAYS),
			seenBefore: addDays(today, -LATE_DAYS)
		}
	);
