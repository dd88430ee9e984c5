import { arrive } from '#lib/domain/journal/arrive.ts';
import type { Entry } from '#lib/domain/journal/entry.ts';
import { mayWrite, type Who } from '#lib/domain/journal/policy.ts';
import { atOnce } from '#lib/domain/journal/steps.ts';
import { isHealth, isId, type Id } from '#lib/domain/shared/ids.ts';
import { PocketBaseJournal } from './journal.ts';
import type { Audit } from './audit.ts';
import { answering, Refusal } from './refusal.ts';
import { Sql } from './sql.ts';
import { coordinatorOf, whoIs } from './who.ts';

interface Aside {
	readonly id: Id;
	readonly hash: string;
	readonly code: string;
	readonly scope: string;
	readonly got: number;
	readonly by: string;
	readonly phone: string;
	/** null once its subject is erased. */
	readonly entry: Entry | null;
}

/** Who is who, as the office and the rosters call them. */
interface Named extends Aside {
	readonly name: string;
	readonly account: number;
	readonly label: string;
	readonly place: string;
	readonly about: string;
}

const COLUMNS = `'id', id, 'hash', hash, 'code', code, 'scope', scope, 'got', got, 'by', "by",
	'phone', phone, 'entry', json(entry)`;
const NAMES = `'name', coalesce((SELECT name FROM users u WHERE u.id = h."by"),
		(SELECT name FROM people p WHERE p.id = h."by"), ''),
	'account', EXISTS(SELECT 1 FROM users u WHERE u.id = h."by"),
	'label', coalesce((SELECT label FROM phones p WHERE p.id = h.phone), ''),
	'about', coalesce((SELECT name FROM people p WHERE p.id = h.subject), ''),
	'place', coalesce(
		(SELECT coalesce(c.name || ' · ', '') || g.name FROM groups g
			LEFT JOIN communities c ON c.id = g.community WHERE 'g:' || g.id = h.scope),
		(SELECT name FROM communities c WHERE 'c:' || c.id = h.scope), '')`;

/**
 * GET /api/app/held?after=ID: what is held, 200 at a time, with the names of who wrote it and where.
 * `ready`: who wrote it has the right by now. Health facts come without their bodies: to read one, ask
 * for it by `id` with a `reason`, which is written down.
 */
export const listHeld = (e: RequestEvent, audit: Audit): unknown =>
	answering(e, () => {
		const now = Date.now();
		const who = coordinatorOf(e, now);
		const query = e.request.url.query();
		if (query.get('id')) return JSON.stringify(oneHeld(e.app, { who, query, audit }));
		const rows = new Sql(e.app).json<Named[]>(
			`SELECT json_group_array(json_object(${COLUMNS}, ${NAMES})) FROM
				(SELECT * FROM held WHERE id > {:after} ORDER BY id LIMIT 200) h`,
			{ after: query.get('after') }
		);
		const right = new Rights(e.app, now);
		return JSON.stringify({
			now,
			held: rows.map((row) => ({ ...listed(row), ready: right.by(row) }))
		});
	});

/** What a list shows of it: never the body of a health fact. */
function listed(row: Named) {
	const { id, code, scope, got, entry, by, phone, name, label, place } = row;
	const sealed = isHealth(scope);
	return {
		...{ id, code, scope, got, by, phone, name, label, place, sealed },
		entry: entry && sealed ? { ...entry, body: null } : entry,
		account: row.account === 1,
		about: sealed ? '' : row.about
	};
}

/** What those who wrote held entries may write now; each is asked once. */
class Rights {
	private readonly known = new Map<string, Who | undefined>();

	constructor(
		private readonly app: App,
		private readonly now: number
	) {}

	by({ account, by, phone, entry }: Named): boolean {
		const who = account ? this.who('users', by) : this.who('phones', phone);
		return who !== undefined && entry !== null && mayWrite(who, entry) === null;
	}

	private who(collection: string, id: string): Who | undefined {
		if (!this.known.has(id)) this.known.set(id, this.find(collection, id));
		return this.known.get(id);
	}

	private find(collection: string, id: string): Who | undefined {
		try {
			const record = this.app.findRecordById(collection, id);
			return record.getBool('active') ? whoIs(this.app, record, this.now).who : undefined;
		} catch {
			return undefined; // the engine throws where there is none
		}
	}
}

interface Asked {
	readonly who: AuthRecord;
	readonly query: { get(name: string): string };
	readonly audit: Audit;
}

function oneHeld(app: App, { who, query, audit }: Asked) {
	const reason = query.get('reason').trim().slice(0, 200);
	if (!reason) throw new Refusal(400, 'reason');
	const found = heldOf(app, query.get('id'));
	audit(app, {
		who: who.id,
		role: 'coordinator',
		action: 'read',
		collection: 'held',
		record: found.id,
		after: { reason, scope: found.scope }
	});
	const { id, code, scope, got, entry } = found;
	return { id, code, scope, got, entry, names: namesOf(app, found) };
}

/** What those are called whom it is about: her it is about, or all who are to be forgotten. */
function namesOf(app: App, { entry }: Aside): string[] {
	if (!entry) return [];
	const { ids } = (entry.body ?? {}) as { ids?: unknown };
	const b = JSON.stringify(Array.isArray(ids) ? ids : [entry.subject]);
	return new Sql(app).json<string[]>(
		`SELECT json_group_array(name) FROM (
			SELECT name FROM children WHERE id IN (SELECT value FROM json_each({:b}))
			UNION SELECT name FROM caregivers WHERE id IN (SELECT value FROM json_each({:b}))
			UNION SELECT name FROM people WHERE id IN (SELECT value FROM json_each({:b})))`,
		{ b }
	);
}

function heldOf(app: App, id: string): Aside {
	const [found] = new Sql(app).json<Aside[]>(
		`SELECT json_group_array(json_object(${COLUMNS})) FROM held WHERE id = {:id}`,
		{ id }
	);
	if (!found) throw new Refusal(404, 'unknown');
	return found;
}

/** POST /api/app/held {id, verdict: 'release' | 'return', reason}: a released entry stands in the
 * journal as if it had been brought by right; a returned one stays aside, and its phone hears of it. */
export const decideHeld = (e: RequestEvent, audit: Audit): unknown =>
	answering(e, () => {
		const who = coordinatorOf(e, Date.now());
		const { id, verdict, reason } = readDecision(toString(e.request.body));
		const outcome: { refusal?: Refusal } = {};
		e.app.runInTransaction((tx) => {
			try {
				const found = heldOf(tx, id);
				if (verdict === 'release') release(tx, found);
				else new Sql(tx).run(RETURN, [id]);
				const { code, scope } = found;
				audit(tx, {
					who: who.id,
					role: 'coordinator',
					action: verdict,
					collection: 'held',
					record: id,
					before: { code, scope },
					after: { reason }
				});
			} catch (error) {
				// the engine wraps what passes through it
				if (error instanceof Refusal) outcome.refusal = error;
				throw error;
			}
		});
		if (outcome.refusal) throw outcome.refusal;
		return JSON.stringify({ id, verdict });
	});

const RETURN = `UPDATE held SET code = 'returned' WHERE id IN (SELECT value FROM json_each({:b}))`;

function release(tx: App, { entry, hash }: Aside): void {
	if (!entry) throw new Refusal(409, 'erased');
	const journal = new PocketBaseJournal(tx, Date.now);
	const change = atOnce(arrive(journal, { fresh: [entry] }));
	journal.commit(change, new Map([[entry.id, hash]]));
}

function readDecision(text: string) {
	const { id, verdict, reason } = parsed(text);
	if (typeof id !== 'string' || !isId(id)) throw new Refusal(400, 'id');
	if (verdict !== 'release' && verdict !== 'return') throw new Refusal(400, 'verdict');
	if (typeof reason !== 'string' || !reason.trim()) throw new Refusal(400, 'reason');
	return { id, verdict, reason: reason.trim().slice(0, 200) };
}

function parsed(text: string): { id?: unknown; verdict?: unknown; reason?: unknown } {
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value === 'object' && value !== null) return value;
	} catch {
		throw new Refusal(400, 'json');
	}
	throw new Refusal(400, 'json');
}
