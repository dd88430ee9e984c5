import { arrive } from '#lib/domain/journal/arrive.ts';
import { splitKey, type Entry, type Key } from '#lib/domain/journal/entry.ts';
import type { Change } from '#lib/domain/journal/shelf.ts';
import { inTime } from '#lib/domain/journal/steps.ts';
import type { Row } from '#lib/domain/journal/tables.ts';
import { isScope, type Id, type PhoneId, type ScopeId } from '#lib/domain/shared/ids.ts';
import type { EntryRow, PhoneDatabase, StateRow } from './database.ts';
import { readMeta, writeMeta, type Stamp } from './meta.ts';
import { markStale } from './register.ts';
import { PhoneShelf } from './phone-shelf.ts';
import { toldRoom } from './save-fault.ts';
import type { Sealing } from './sealing.ts';

/** What a write is to do, given the stamp it starts from. */
export interface Plan {
	readonly fresh: readonly Entry[];
	/** Entries that leave this phone's scopes. */
	readonly gone?: readonly Id[];
	/** The fresh entries are to be sent. */
	readonly out?: true;
	/** A request that is not in force here (an erase by who may only ask): kept, not folded. */
	readonly asks?: true;
	/** Entries that the server holds or refused: kept, and folded no longer. */
	readonly aside?: readonly Id[];
	/** The fresh entries are here already: only their rows are made again. */
	readonly refold?: true;
	readonly stamp?: Partial<Stamp>;
	readonly cursor?: { readonly scope: ScopeId; readonly at: readonly [number, Id | ''] };
	/** Something of the phone's own that is written with it. */
	readonly note?: { readonly k: string; readonly v: unknown };
}

/** Somebody wrote meanwhile; the write starts again upon the new state. */
class Raced extends Error {}
const TRIES = 20;

interface Sealed {
	readonly entries: EntryRow[];
	readonly states: StateRow[];
	readonly ended: Key[];
}
/** What becomes of those that leave. */
interface Leaving {
	/** Made here: kept for a while. */
	readonly kept: readonly Id[];
	readonly dropped: readonly Id[];
	readonly aside: readonly Id[];
}
interface Prepared {
	readonly plan: Plan;
	readonly rev: number;
	readonly change: Change;
	readonly sealed: Sealed;
	readonly leaving: Leaving;
}

const NOTHING: Omit<Change, 'entries'> = {
	filed: [],
	blank: [],
	erased: [],
	rows: new Map(),
	home: new Map(),
	past: new Map()
};

/**
 * Writes facts: read and open → fold → seal → one short transaction, which is refused if anybody wrote
 * meanwhile and then tried again. So a number is never given twice and no lock is needed.
 */
export class Writing {
	private readonly shelf: PhoneShelf;

	constructor(
		private readonly db: PhoneDatabase,
		private readonly sealing: Sealing,
		private readonly machine: {
			readonly clock: () => number;
			readonly full?: (full: boolean) => void;
		}
	) {
		this.shelf = new PhoneShelf(db, sealing);
	}

	now(): number {
		return this.machine.clock();
	}

	/** Answers the entries that were new. Throws `Locked`, and what the database throws. */
	async write(
		phone: PhoneId,
		plan: (stamp: Stamp) => Plan | Promise<Plan>
	): Promise<readonly Entry[]> {
		for (let tries = 0; ; tries++) {
			try {
				const stamp = await readMeta(this.db, 'stamp');
				const prepared = await this.prepare(await plan(stamp), stamp, phone);
				await toldRoom(() => this.commit(prepared), this.machine.full);
				return prepared.change.entries;
			} catch (fault) {
				if (!(fault instanceof Raced) || tries >= TRIES) throw fault;
			}
		}
	}

	private async prepare(plan: Plan, { rev }: Stamp, phone: PhoneId): Promise<Prepared> {
		const { fresh, was, gone, aside } = await this.sorted(plan);
		const change = plan.asks
			? { ...NOTHING, entries: fresh }
			: await inTime(arrive(this.shelf, { fresh, was }));
		const own = gone.filter((row) => row.phone === phone).map(({ id }) => id);
		const others = gone.filter((row) => row.phone !== phone).map(({ id }) => id);
		return {
			plan,
			rev,
			change,
			sealed: await this.seal(plan, change),
			leaving: { kept: own, dropped: others, aside }
		};
	}

	/** What is new here, older copies of what comes back blank, and what leaves. */
	private async sorted({ fresh, gone = [], aside = [], refold, cursor }: Plan) {
		if (refold) return { fresh, gone: [], aside: [], was: [] };
		const ids = [...fresh.map(({ id }) => id), ...gone, ...aside];
		const rows = (await this.db.entries.bulkGet(ids)).filter((row) => row !== undefined);
		const have = new Map(rows.map((row) => [row.id, row]));
		const once = [...new Map(fresh.map((e) => [e.id, e])).values()];
		const coming = once.filter((e) => {
			const here = have.get(e.id);
			if (!here || here.left !== undefined || here.asks) return true;
			return e.body === null && !isBlank(here);
		});
		const folded = [...have.values()].filter(({ left, asks }) => !left && !asks);
		// gone from one scope, but delivered in another meanwhile: it stays
		const leaves = new Set(gone.filter((id) => !cursor || have.get(id)?.home === cursor.scope));
		const leaving = [...have.values()].filter(({ id, left }) => leaves.has(id) && !left);
		const aloof = folded.filter(({ id }) => aside.includes(id) && !leaves.has(id));
		const unfolds = [...folded.filter(({ id }) => leaves.has(id)), ...aloof];
		const older = coming
			.flatMap((e) => have.get(e.id) ?? [])
			.filter((row) => !row.left && !row.asks);
		return {
			fresh: coming,
			gone: leaving,
			aside: aloof.map(({ id }) => id),
			was: await this.sealing.entries([...unfolds, ...older])
		};
	}

	/** All WebCrypto, before the transaction. */
	private async seal(plan: Plan, change: Change): Promise<Sealed> {
		const blank = new Set(change.blank);
		const keys = keysById(change);
		const entries = await Promise.all(
			(plan.refold ? [] : change.entries).map(async (e): Promise<EntryRow> => {
				const { body, ...head } = e;
				const dead = body === null || blank.has(e.id);
				return {
					...head,
					home: plan.cursor?.scope ?? e.scope,
					keys: dead ? [] : [...(keys.get(e.id) ?? [])],
					...(dead ? {} : await this.sealing.body(e)),
					...(plan.out ? { out: e.n } : {}),
					...(plan.asks ? { asks: 1 } : {})
				};
			})
		);
		return { entries, ...(await this.states(change, plan.refold ?? false)) };
	}

	/** The rows to be put and those that end. Folded again, most are what they were: they stay. */
	private async states({ rows }: Change, again: boolean): Promise<Omit<Sealed, 'entries'>> {
		const keys = [...rows.keys()];
		const before = again ? await this.db.rows.bulkGet(keys) : [];
		const made = await Promise.all(
			keys.map(async (key, i): Promise<StateRow | undefined> => {
				const row = rows.get(key);
				const old = before[i];
				if (!row || (old && (await this.stands(old, row)))) return undefined;
				return this.state(key, row);
			})
		);
		const ended = keys.filter((key, i) => !rows.get(key) && (!again || before[i]));
		return { states: made.filter((state) => state !== undefined), ended };
	}

	private async stands(old: StateRow, row: Row): Promise<boolean> {
		if (!this.sealing.canOpen(old.scope)) return false;
		return JSON.stringify(await this.sealing.state(old)) === JSON.stringify(row);
	}

	private async state(key: Key, row: Row): Promise<StateRow> {
		const { table, owner } = splitKey(key);
		const scope = String(row.scope || (isScope(owner) ? owner : ''));
		return { key, table, scope, ...(await this.sealing.row(key, scope, row)) };
	}

	private async commit({ plan, rev, change, sealed, leaving }: Prepared): Promise<void> {
		const { db } = this;
		await db.transaction('rw', db.entries, db.rows, db.meta, async () => {
			const stamp = await readMeta(db, 'stamp');
			if (stamp.rev !== rev) throw new Raced();
			await this.putEntries(change, sealed.entries);
			await db.entries.where('id').anyOf(change.blank).modify(blanked);
			const now = this.now();
			await this.rehome(plan, change);
			const rows = (ids: readonly Id[]) => db.entries.where('id').anyOf(ids);
			await rows(leaving.kept).modify((row) => left(row, now));
			await rows(leaving.aside).modify(aside);
			await db.entries.bulkDelete([...leaving.dropped]);
			await markStale(db, [...sealed.ended, ...sealed.states.map(({ key }) => key)]);
			await db.rows.bulkDelete(sealed.ended);
			await db.rows.bulkPut(sealed.states);
			if (plan.cursor) {
				await db.meta.put({ k: `cursor|${plan.cursor.scope}`, v: plan.cursor.at });
			}
			if (plan.note) await db.meta.put({ ...plan.note });
			await writeMeta(db, 'stamp', { ...stamp, ...plan.stamp, rev: rev + 1 });
		});
	}

	/** What was here already now lies where it was delivered. */
	private async rehome({ fresh, cursor }: Plan, change: Change): Promise<void> {
		if (!cursor) return;
		const whole = new Set(change.entries.map(({ id }) => id));
		const known = fresh.map(({ id }) => id).filter((id) => !whole.has(id));
		await this.db.entries
			.where('id')
			.anyOf(known)
			.modify((row) => {
				row.home = cursor.scope;
			});
	}

	/** New entries whole; of known ones only the keys grow, and what is unsent stays unsent. */
	private async putEntries(change: Change, rows: readonly EntryRow[]): Promise<void> {
		const { entries } = this.db;
		const ids = rows.map(({ id }) => id);
		const before = new Map((await entries.bulkGet(ids)).map((row) => [row?.id, row]));
		await entries.bulkPut(rows.map((row) => ({ ...sending(before.get(row.id)), ...row })));
		const fresh = new Set(ids);
		const keys = keysById(change);
		const known = await entries.bulkGet([...keys.keys()].filter((id) => !fresh.has(id)));
		const grown = known.flatMap((row) => {
			const all = row && new Set([...row.keys, ...(keys.get(row.id) ?? [])]);
			return all && all.size > row.keys.length ? [{ ...row, keys: [...all] }] : [];
		});
		if (grown.length) await entries.bulkPut(grown);
	}
}

const isBlank = (row: EntryRow): boolean => row.body === undefined && row.box === undefined;

/** What the phone knows of an entry's way to the server outlives a new copy of it. */
const sending = (row: EntryRow | undefined): Partial<EntryRow> => ({
	...(row?.out === undefined ? {} : { out: row.out }),
	...(row?.q === undefined ? {} : { q: row.q })
});

function blanked(row: EntryRow): void {
	delete row.body;
	delete row.box;
	row.keys = [];
}

function aside(row: EntryRow): void {
	row.keys = [];
	row.asks = 1;
}

function left(row: EntryRow, now: number): void {
	row.keys = [];
	row.left = now;
}

function keysById({ filed }: Change): Map<Id, Set<Key>> {
	const keys = new Map<Id, Set<Key>>();
	for (const [k, id] of filed) keys.set(id, (keys.get(id) ?? new Set()).add(k));
	return keys;
}
