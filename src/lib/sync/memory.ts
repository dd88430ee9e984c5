import { madeKey, type Change, type Filed } from '#lib/domain/journal/shelf.ts';
import { erasedBy, isControl, isOpening } from '#lib/domain/journal/control.ts';
import { ownerOf, selfKey, type Entry, type Key, type OwnerId } from '#lib/domain/journal/entry.ts';
import type { HeldCode } from '#lib/domain/journal/policy.ts';
import type { Row } from '#lib/domain/journal/tables.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import {
	redeliver,
	type Cursor,
	type Hash,
	type Journal,
	type Known,
	type Page
} from './journal.ts';

interface Kept {
	readonly e: Entry;
	readonly hash: Hash;
	readonly q: number;
}
interface Aside {
	readonly e: Entry;
	readonly hash: Hash;
	readonly code: HeldCode;
}
interface Delivery {
	readonly scope: ScopeId | '';
	readonly entry: Id;
	readonly gone: boolean;
}

const forgotten = (e: Entry, code: HeldCode): Aside => ({
	e: { ...e, body: null },
	hash: '',
	code
});

/** The journal in memory: for simulation, and the shortest description of what the port means. */
export class MemoryJournal implements Journal {
	private entries = new Map<Id, Kept>();
	private aside = new Map<Id, Aside>();
	private files = new Map<Key, Set<Id>>();
	private keysOf = new Map<OwnerId, Set<Key>>();
	private row = new Map<Key, Row>();
	private told: Delivery[] = [];
	private q = 0;

	get journal(): ReadonlyMap<Id, Kept> {
		return this.entries;
	}
	get held(): ReadonlyMap<Id, Aside> {
		return this.aside;
	}
	get rows(): ReadonlyMap<Key, Row> {
		return this.row;
	}
	get deliveries(): readonly Delivery[] {
		return this.told;
	}

	byId(ids: Id[]): Entry[] {
		return ids.flatMap((id) => this.entries.get(id)?.e ?? []);
	}

	byKey(keys: Key[]): Filed[] {
		return keys.flatMap((k) => this.byId([...(this.files.get(k) ?? [])]).map((e): Filed => [k, e]));
	}

	about(ids: OwnerId[]): Filed[] {
		const scopes = new Set<string>(ids);
		const made = [...this.entries.values()].filter(({ e }) => scopes.has(e.scope));
		return [
			...this.byKey(ids.flatMap((id) => [...(this.keysOf.get(id) ?? [])])),
			...made.map(({ e }): Filed => [madeKey(e.scope), e])
		];
	}

	known(ids: Id[]): Known[] {
		return ids.flatMap((id): Known | [] => {
			const kept = this.entries.get(id);
			const held = this.aside.get(id);
			if (kept) {
				const { e, hash, q } = kept;
				const lies = this.told.find((d) => d.entry === id && d.scope && !d.gone)?.scope ?? '';
				return { id, hash, q, held: '', blank: e.body === null, lies };
			}
			if (!held) return [];
			const blank = held.e.body === null;
			return { id, hash: held.hash, q: 0, held: held.code, blank, lies: '' };
		});
	}

	returned(owners: OwnerId[]): OwnerId[] {
		const said = [...this.aside.values()].filter(({ e, code }) => code === 'returned' && e.body);
		const gone = new Set(said.filter(({ e }) => isOpening(e)).map(({ e }) => e.subject));
		return owners.filter((id) => gone.has(id));
	}

	commit(change: Change, hashes: ReadonlyMap<Id, Hash>): ReadonlyMap<Id, number> {
		const numbers = new Map<Id, number>();
		for (const e of change.entries) {
			const hash = e.body === null ? '' : (hashes.get(e.id) ?? '');
			this.entries.set(e.id, { e, hash, q: ++this.q });
			this.aside.delete(e.id);
			numbers.set(e.id, this.q);
		}
		for (const [k, id] of change.filed) this.file(k, id);
		for (const id of change.blank) this.blank(id);
		for (const [id, { e, code }] of this.aside) {
			if (isControl(e) || !change.erased.some((gone) => gone === e.subject)) continue;
			this.aside.set(id, forgotten(e, code));
		}
		this.deliver(change);
		for (const [k, row] of change.rows) {
			if (row) this.row.set(k, row);
			else this.row.delete(k);
		}
		return numbers;
	}

	private file(k: Key, id: Id): void {
		this.files.set(k, (this.files.get(k) ?? new Set()).add(id));
		const owner = ownerOf(k);
		this.keysOf.set(owner, (this.keysOf.get(owner) ?? new Set()).add(k));
	}

	private blank(id: Id): void {
		const kept = this.entries.get(id);
		if (!kept) return;
		this.entries.set(id, { ...kept, e: { ...kept.e, body: null }, hash: '' });
		for (const file of this.files.values()) file.delete(id);
	}

	private deliver(change: Change): void {
		const { home } = change;
		const lying = this.told.flatMap(({ scope, entry, gone }) =>
			scope && home.has(entry) ? [{ scope, entry, gone }] : []
		);
		const { silence, say } = redeliver(lying, change);
		const quiet = new Set(silence.map(({ scope, entry }) => scope + entry));
		this.told = this.told.map((d) => (quiet.has(d.scope + d.entry) ? { ...d, scope: '' } : d));
		this.told.push(...say);
	}

	hold(e: Entry, hash: Hash, code: HeldCode): void {
		if (this.aside.has(e.id)) return;
		const said = this.byKey([selfKey(e.subject)]).flatMap(([, about]) => erasedBy(about));
		const erased = !isControl(e) && said.some((id) => id === e.subject);
		this.aside.set(e.id, erased ? forgotten(e, code) : { e, hash, code });
	}

	/** A coordinator has said no to a held entry. */
	giveBack(id: Id): void {
		const held = this.aside.get(id);
		if (held) this.aside.set(id, { ...held, code: 'returned' });
	}

	since(scope: ScopeId, seq: number, limit: number): Page {
		const rows = this.told
			.map((d, i) => ({ ...d, seq: i + 1 }))
			.filter((d) => d.scope === scope && d.seq > seq)
			.slice(0, limit);
		const json = JSON.stringify(
			rows.map((d) => {
				if (d.gone) return [d.seq, 1, d.entry];
				const e = this.entries.get(d.entry)?.e;
				if (!e) throw new Error(`delivery ${d.seq} without its entry`);
				return [d.seq, 0, e.id, e.kind, e.v, e.scope, e.subject, e.at, e.n, e.by, e.phone, e.body];
			})
		);
		const last = rows.at(-1);
		return { json, count: rows.length, last: last ? [last.seq, last.entry] : [0, ''] };
	}

	carries(...[seq, entry]: Cursor): boolean {
		return this.told[seq - 1]?.entry === entry;
	}

	/** Another journal that stands where this one does: a backup. */
	copy(): MemoryJournal {
		const copy = new MemoryJournal();
		copy.become(this);
		return copy;
	}

	/** Takes over the state of another journal: a restore. */
	become(other: MemoryJournal): void {
		this.entries = new Map(other.entries);
		this.aside = new Map(other.aside);
		this.files = new Map([...other.files].map(([k, ids]) => [k, new Set(ids)]));
		this.keysOf = new Map([...other.keysOf].map(([id, keys]) => [id, new Set(keys)]));
		this.row = new Map(other.row);
		this.told = [...other.told];
		this.q = other.q;
	}

	/** Works on the very journal; after an exception it is as it was. */
	whole<T>(work: (inside: Journal) => T): T {
		const before = this.copy();
		try {
			return work(this);
		} catch (fault) {
			this.become(before);
			throw fault;
		}
	}
}
