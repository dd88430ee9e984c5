import { dayAt } from '#lib/domain/shared/day.ts';
import { answering } from './refusal.ts';
import { Sql } from './sql.ts';
import { childSums } from './sums/children.ts';
import { learningSums } from './sums/learning.ts';
import { coordinatorOf } from './who.ts';

const DAY_MS = 86_400_000;
/** Sums that are dear are made again at most this often; the answer says how old they are. */
const KEPT_MS = 10 * 60_000;
const DEAR_MS = 150;

/**
 * GET /api/app/report/programme: the whole programme summed up, for a coordinator. Numbers of 1 to 4
 * people of a part come as null. The sums are made of the projections, so that they are always what a
 * rebuild would give, and kept until something has come in.
 */
export const programmeReport = (e: RequestEvent): unknown =>
	answering(e, () => {
		const now = Date.now();
		coordinatorOf(e, now);
		const sql = new Sql(e.app);
		const light = JSON.stringify(lightOf(sql, now));
		return `${light.slice(0, -1)},"sums":${sumsOf(e.app, now)}}`;
	});

/** What is told as it is at this moment. */
function lightOf(sql: Sql, now: number) {
	const since = dated(now - 14 * DAY_MS);
	return {
		now,
		received: sql.number(
			'SELECT coalesce((SELECT got FROM journal ORDER BY q DESC LIMIT 1), 0)',
			{}
		),
		phones: {
			all: sql.number('SELECT count(*) FROM phones WHERE active = TRUE', {}),
			silent: sql.number('SELECT count(*) FROM phones WHERE active = TRUE AND last < {:since}', {
				since
			})
		},
		held: sql.number(
			`SELECT count(*) FROM held WHERE entry IS NOT NULL AND code <> 'returned'`,
			{}
		),
		staff: sql.json<string[][]>(
			`SELECT json_group_array(json_array(scope, name)) FROM (
				SELECT DISTINCT g.scope, u.name FROM grants g JOIN users u ON u.id = g.account
				WHERE u.active = TRUE AND g.role IN ('facilitator', 'promoter') AND g."from" <= {:now}
					AND (g."to" = '' OR g."to" > {:now}) ORDER BY u.name)`,
			{ now: dated(now) }
		),
		targets: sql
			.json<[string, string, string, string, string, number][]>(
				`SELECT json_group_array(json_array(id, indicator, scope, "from", "to", value)) FROM
					(SELECT * FROM targets ORDER BY indicator, scope)`,
				{}
			)
			.map(([id, indicator, scope, from, to, value]) => ({
				...{ id, indicator, scope, from, to, value }
			}))
	};
}

const dated = (ms: number): string => new Date(ms).toISOString().replace('T', ' ');

/** Every fact raises the journal's number, every change of a name its day; tomorrow is another day. */
const versionOf = (sql: Sql, today: string): string =>
	sql.text(
		`SELECT {:today} || '|' || (SELECT coalesce(max(q), 0) FROM journal)
			|| '|' || (SELECT count(*) || max(updated) FROM groups)
			|| '|' || (SELECT count(*) || max(updated) FROM communities)`,
		{ today }
	);

const KEPT = 'programme:sums';

interface Kept {
	readonly version: string;
	readonly made: number;
	readonly dear: boolean;
	readonly sums: string;
}

function keptOf(app: App): Kept | undefined {
	const kept = app.store().get(KEPT);
	if (!kept) return undefined;
	const end = kept.indexOf('\n');
	const [version = '', made, took] = kept.slice(0, end).split('\t');
	return {
		version,
		made: Number(made),
		dear: Number(took) > DEAR_MS,
		sums: kept.slice(end + 1)
	};
}

/** The sums as JSON, out of the server's memory where nothing has changed. */
function sumsOf(app: App, now: number): string {
	const version = versionOf(new Sql(app), dayAt(now));
	const kept = keptOf(app);
	const young = kept?.dear && now - kept.made < KEPT_MS;
	return kept && (young || kept.version === version) ? kept.sums : made(app, version, now);
}

function made(app: App, version: string, now: number): string {
	const sql = new Sql(app);
	const today = dayAt(now);
	const lists = { ...learningSums(sql, today), ...childSums(sql, today) };
	const written = Object.entries(lists).map(([name, json]) => `"${name}":${json}`);
	const sums = `{"today":"${today}","summed":${now},${written.join()}}`;
	app.store().set(KEPT, `${version}\t${now}\t${Date.now() - now}\n${sums}`);
	return sums;
}

/** Every few minutes: sums that are dear and have been asked for are made before they are asked again. */
export function refreshSums(app: App): void {
	const now = Date.now();
	const version = versionOf(new Sql(app), dayAt(now));
	const kept = keptOf(app);
	if (kept?.dear && kept.version !== version) made(app, version, now);
}
