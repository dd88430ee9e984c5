import { beginOf, PERIODS, type Period } from '#lib/domain/programme/sums.ts';
import { surveyRows, type SurveyChild } from '#lib/domain/programme/survey-file.ts';
import { csvOf } from '#lib/domain/shared/csv.ts';
import { dayAt } from '#lib/domain/shared/day.ts';
import type { Audit } from './audit.ts';
import { answering, Refusal } from './refusal.ts';
import { Sql } from './sql.ts';
import { coordinatorOf } from './who.ts';

type Table = (string | number)[][];
type Maker = (sql: Sql, begin: string) => Table;

/** Names are in the names of these: who asks for them says why. */
const WITH_NAMES: Readonly<Record<string, true>> = { people: true };

const PLACED = `coalesce(c.name, '') AS place, coalesce(g.name, '') AS called`;
const withPlace = (scope: string) => `LEFT JOIN groups g ON g.id = substr(${scope}, 3)
	LEFT JOIN communities c ON c.id = g.community`;

const list = (sql: Sql, query: string, begin: string): Table =>
	sql.json<Table>(`SELECT json_group_array(json_array(${query}`, { begin });

const makers: Readonly<Record<string, Maker>> = {
	people: (sql, begin) => [
		'community,group,person,name,sex,born,joined,left,lessons_heard,lessons_understood,last_heard'.split(
			','
		),
		...list(
			sql,
			`place, called, id, name, sex, born, joined, "left", heard, understood, last)) FROM (
				SELECT ${PLACED}, p.*,
					coalesce(r.heard, 0) AS heard, coalesce(r.understood, 0) AS understood,
					coalesce(r.last, '') AS last
				FROM people p ${withPlace('p.scope')}
				LEFT JOIN (SELECT person, count(*) AS heard, sum(understoodOn <> '') AS understood,
					max(heardOn) AS last FROM progress WHERE heardOn <> '' GROUP BY person) r
					ON r.person = p.id
				WHERE coalesce(r.last, p.joined) >= {:begin} ORDER BY 1, 2, p.name)`,
			begin
		)
	],
	sessions: (sql, begin) => [
		'community,group,day,lesson,languages,present,expected,closed'.split(','),
		...list(
			sql,
			`place, called, day, lesson, languages, present, roster, closed)) FROM (
				SELECT ${PLACED}, s.*
				FROM sessions s ${withPlace('s."group"')}
				WHERE s.day >= {:begin} ORDER BY s.day, s.id)`,
			begin
		)
	],
	practices: (sql, begin) => [
		'community,group,person,practice,level,committed,since,verified,stopped,amount,unit,amount_on'.split(
			','
		),
		...list(
			sql,
			`place, called, person, practice, level, committedOn, since, verifiedOn, stoppedOn,
				coalesce(amount, ''), unit, amountOn)) FROM (
				SELECT ${PLACED}, r.*
				FROM practices r ${withPlace('r.scope')}
				WHERE r.day >= {:begin} ORDER BY 1, 2, r.practice, r.person)`,
			begin
		)
	],
	anthro: (sql, begin) =>
		surveyRows(
			sql.json<SurveyChild[]>(
				`SELECT json_group_array(json_object('place', place, 'sex', sex, 'bornFrom', bornFrom,
					'bornTo', bornTo, 'day', day, 'weightKg', weightKg, 'lengthCm', lengthCm,
					'muacMm', muacMm, 'headCm', headCm, 'position', position, 'oedema', oedema)) FROM (
					SELECT v.scope AS place, c.sex, c.bornFrom, c.bornTo, v.*,
						max(v.day || printf('%016d', v.at))
					FROM measurements v JOIN children c ON c.id = v.child
					WHERE c.count = 1 AND v.day >= {:begin} GROUP BY v.child ORDER BY random())`,
				{ begin }
			)
		)
};

/**
 * GET /api/app/export?kind=K&months=N&reason=TEXT: a table as a file, for a coordinator. Who took what, of
 * which time and why is written down before anything is answered.
 */
export const exportTable = (e: RequestEvent, audit: Audit): unknown =>
	answering(e, () => {
		const now = Date.now();
		const who = coordinatorOf(e, now);
		const query = e.request.url.query();
		const kind = query.get('kind');
		const reason = query.get('reason').trim().slice(0, 200);
		const months = PERIODS.find((each) => String(each) === query.get('months'));
		const make = Object.hasOwn(makers, kind) ? makers[kind] : undefined;
		if (!make || months === undefined) throw new Refusal(400, 'kind');
		if (!reason && WITH_NAMES[kind]) throw new Refusal(400, 'reason');
		const rows = make(new Sql(e.app), beginOf(months, dayAt(now)));
		audit(e.app, {
			who: who.id,
			role: 'coordinator',
			action: 'export',
			collection: kind,
			after: { reason, months, rows: rows.length - 1 }
		});
		return JSON.stringify({ name: fileName(kind, months, now), csv: csvOf(rows) });
	});

function fileName(kind: string, months: Period, now: number): string {
	const names = WITH_NAMES[kind] ? '-con-nombres' : '';
	return `yatiqana-${kind}${names}-${months || 'todo'}-${dayAt(now)}.csv`;
}
