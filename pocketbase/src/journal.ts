import { erasedBy, isControl } from '#lib/domain/journal/control.ts';
import { selfKey, type Entry, type Key, type OwnerId } from '#lib/domain/journal/entry.ts';
import type { HeldCode } from '#lib/domain/journal/policy.ts';
import type { Change, Filed } from '#lib/domain/journal/shelf.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import {
	redeliver,
	type Cursor,
	type Hash,
	type Journal,
	type Known,
	type Lying,
	type Page
} from '#lib/sync/journal.ts';
import { writeRows } from './projection.ts';
import { insertInto, quoted, Sql } from './sql.ts';

type Raw = [
	id: Id,
	kind: string,
	v: number,
	scope: ScopeId,
	subject: OwnerId,
	at: number,
	n: number,
	by: Id,
	phone: Id,
	body: unknown
];
const HEAD = ['id', 'kind', 'v', 'scope', 'subject', 'at', 'n', 'by', 'phone'];
/** NULL becomes JSON's null: a blank comes out as body null by itself. */
const ENTRY = `${HEAD.map(quoted).join()},json(body)`;
/** What speaks about other entries holds ids only, and is never blanked. */
const FACT = "entry->>'kind' NOT IN ('void', 'reassign', 'merge', 'erase')";
const IN = 'IN (SELECT value FROM json_each({:b}))';

const entryOf = ([id, kind, v, scope, subject, at, n, by, phone, body]: Raw): Entry => ({
	id,
	kind,
	v,
	scope,
	subject,
	at,
	n,
	by,
	phone,
	body
});

/** The journal in PocketBase: raw SQL, one statement for any number of rows. */
export class PocketBaseJournal implements Journal {
	private readonly sql: Sql;

	constructor(
		private readonly app: App,
		private readonly now: () => number
	) {
		this.sql = new Sql(app);
	}

	byId(ids: Id[]): Entry[] {
		const rows = this.sql.json<Raw[]>(
			`SELECT json_group_array(json_array(${ENTRY})) FROM journal WHERE id ${IN}`,
			{ b: JSON.stringify(ids) }
		);
		return rows.map(entryOf);
	}

	byKey(keys: Key[]): Filed[] {
		return this.filed(
			'SELECT f.key, f.entry FROM json_each({:b}) k CROSS JOIN filed f ON f.key = k.value',
			keys
		);
	}

	/** One range of the index for each owner: `|` and `}` stand on both sides of all its keys. */
	about(ids: OwnerId[]): Filed[] {
		return this.filed(
			`SELECT f.key, f.entry FROM json_each({:b}) k
				CROSS JOIN filed f ON f.key >= k.value||'|' AND f.key < k.value||'}'
			UNION ALL SELECT j.scope||'|made|', j.id FROM json_each({:b}) k
				CROSS JOIN journal j ON j.scope = k.value`,
			ids
		);
	}

	/** Each entry crosses into the engine once, however many keys it is under. */
	private filed(pairs: string, list: readonly string[]): Filed[] {
		const [found, raw] = this.sql.json<[[Key, Id][], Raw[]]>(
			`WITH p AS MATERIALIZED (${pairs})
			SELECT json_array(
				(SELECT json_group_array(json_array(key, entry)) FROM p),
				(SELECT json_group_array(json_array(${ENTRY})) FROM journal
					WHERE id IN (SELECT entry FROM p)))`,
			{ b: JSON.stringify(list) }
		);
		const entries = new Map(raw.map((row) => [row[0], entryOf(row)]));
		return found.flatMap(([k, id]): Filed[] => {
			const e = entries.get(id);
			return e ? [[k, e]] : [];
		});
	}

	known(ids: Id[]): Known[] {
		const rows = this.sql.json<[Id, Hash, number, HeldCode | '', number, ScopeId | ''][]>(
			`SELECT json_group_array(json_array(id, hash, q, held, blank, lies)) FROM (
				SELECT j.id, hash, q, '' AS held, body IS NULL AS blank, coalesce(d.scope, '') AS lies
					FROM json_each({:b}) k CROSS JOIN journal j ON j.id = k.value
					LEFT JOIN deliveries d ON d.entry = j.id AND d.scope <> '' AND d.gone = 0
				UNION ALL SELECT id, hash, 0, code, entry IS NULL, '' FROM held WHERE id ${IN})`,
			{ b: JSON.stringify(ids) }
		);
		return rows.map(([id, hash, q, held, blank, lies]) => ({
			id,
			hash,
			q,
			held,
			blank: blank === 1,
			lies
		}));
	}

	returned(owners: OwnerId[]): OwnerId[] {
		return this.sql.json<OwnerId[]>(
			`SELECT json_group_array(subject) FROM held WHERE subject ${IN} AND code = 'returned'
				AND entry->>'kind' IN ('member.join', 'child.register')`,
			{ b: JSON.stringify(owners) }
		);
	}

	commit(change: Change, hashes: ReadonlyMap<Id, Hash>): ReadonlyMap<Id, number> {
		const lying = this.lying(change);
		this.insert(change, hashes);
		this.blank(change.blank);
		this.sql.run(`UPDATE held SET entry = NULL, hash = '' WHERE subject ${IN} AND ${FACT}`, [
			...change.erased
		]);
		this.deliver(change, lying);
		writeRows(this.sql, change.rows);
		const numbers = this.sql.json<[Id, number][]>(
			`SELECT json_group_array(json_array(id, q)) FROM journal WHERE id ${IN}`,
			{ b: JSON.stringify(change.entries.map(({ id }) => id)) }
		);
		return new Map(numbers);
	}

	/** Where the entries lie now that are to lie somewhere; new ones lie nowhere yet. */
	private lying({ entries, home }: Change): Lying[] {
		const fresh = new Set(entries.map(({ id }) => id));
		const old = [...home.keys()].filter((id) => !fresh.has(id));
		if (!old.length) return [];
		const rows = this.sql.json<[ScopeId, Id, number][]>(
			`SELECT json_group_array(json_array(scope, entry, gone)) FROM deliveries
			WHERE scope <> '' AND entry ${IN}`,
			{ b: JSON.stringify(old) }
		);
		return rows.map(([scope, entry, gone]) => ({ scope, entry, gone: gone === 1 }));
	}

	private insert({ entries, blank, filed }: Change, hashes: ReadonlyMap<Id, Hash>): void {
		const erased = new Set(blank);
		const got = this.now();
		const rows = entries.map((e) => {
			const head = [e.id, e.kind, e.v, e.scope, e.subject, e.at, e.n, e.by, e.phone];
			if (erased.has(e.id) || e.body === null) return [...head, null, '', got];
			return [...head, JSON.stringify(e.body), hashes.get(e.id) ?? '', got];
		});
		this.sql.run(insertInto('journal', [...HEAD, 'body', 'hash', 'got']), rows);
		this.sql.run(
			`DELETE FROM held WHERE id ${IN}`,
			entries.map(({ id }) => id)
		);
		this.sql.run(
			insertInto('filed', ['key', 'entry'], 'ON CONFLICT DO NOTHING'),
			filed.filter(([, id]) => !erased.has(id))
		);
	}

	private blank(ids: readonly Id[]): void {
		this.sql.run(
			`UPDATE journal SET body = NULL, hash = '' WHERE body IS NOT NULL AND id ${IN}`,
			ids
		);
		this.sql.run(`DELETE FROM filed WHERE entry ${IN}`, ids);
	}

	private deliver(change: Change, lying: readonly Lying[]): void {
		const { silence, say } = redeliver(lying, change);
		this.sql.run(
			`UPDATE deliveries SET scope = ''
			WHERE (scope, entry) IN (SELECT value->>0, value->>1 FROM json_each({:b}))`,
			silence.map(({ scope, entry }) => [scope, entry])
		);
		// seq follows the order of arrival
		this.sql.run(
			insertInto('deliveries', ['scope', 'entry', 'gone'], 'ORDER BY json_each.key'),
			say.map(({ scope, entry, gone }) => [scope, entry, Number(gone)])
		);
	}

	hold(e: Entry, hash: Hash, code: HeldCode): void {
		const columns = ['id', 'hash', 'code', 'scope', 'subject', 'by', 'phone', 'n', 'entry', 'got'];
		const { id, scope, subject, by, phone, n } = e;
		const said = this.byKey([selfKey(subject)]).flatMap(([, about]) => erasedBy(about));
		const erased = !isControl(e) && said.some((one) => one === subject);
		const kept = erased ? ['', null] : [hash, JSON.stringify(e)];
		this.sql.run(insertInto('held', columns, 'ON CONFLICT DO NOTHING'), [
			[id, kept[0], code, scope, subject, by, phone, n, kept[1], this.now()]
		]);
	}

	since(scope: ScopeId, seq: number, limit: number): Page {
		const page = this.sql.row(
			`WITH d AS (SELECT seq, entry, gone FROM deliveries
				WHERE scope = {:scope} AND seq > {:seq} ORDER BY seq LIMIT {:limit})
			SELECT coalesce(json_group_array(CASE gone WHEN 1 THEN json_array(seq, 1, entry)
				ELSE json_array(seq, 0, ${ENTRY}) END), '[]') AS j, count(*) AS n,
				coalesce(max(seq), 0) AS hi,
				coalesce((SELECT entry FROM d ORDER BY seq DESC LIMIT 1), '') AS id
			FROM (SELECT * FROM d JOIN journal ON id = entry ORDER BY seq)`,
			{ scope, seq, limit },
			{ j: '', n: 0, hi: 0, id: '' as Id | '' }
		);
		return { json: page.j, count: page.n, last: [page.hi, page.id] };
	}

	carries(...[seq, entry]: Cursor): boolean {
		const bind = { seq, entry };
		const sql = 'SELECT count(*) FROM deliveries WHERE seq = {:seq} AND entry = {:entry}';
		return this.sql.number(sql, bind) > 0;
	}

	whole<T>(work: (inside: Journal) => T): T {
		const out: T[] = [];
		this.app.runInTransaction((tx) => {
			out.push(work(new PocketBaseJournal(tx, this.now)));
		});
		const [done] = out;
		if (!out.length) throw new Error('the transaction did not run');
		return done as T;
	}
}
