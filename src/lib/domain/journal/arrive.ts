import type { Id } from '../shared/ids.ts';
import { erasedBy, isControl, isFinal, isModifier, isMove, targetOf } from './control.ts';
import { Desk } from './desk.ts';
import {
	isSelfKey,
	key,
	ownerOf,
	restOf,
	selfKey,
	withOwner,
	type Entry,
	type Key,
	type OwnerId
} from './entry.ts';
import { Folding } from './fold.ts';
import { Reading } from './reading.ts';
import { registry, type Registry } from './registry.ts';
import type { Change, Shelf } from './shelf.ts';
import { ask, type Steps } from './steps.ts';
import type { Row } from './tables.ts';

/** What comes to a shelf. `was`: older copies of entries that are blank now, or entries that leave. */
export interface Arrival {
	readonly fresh: readonly Entry[];
	readonly was?: readonly Entry[];
}

/**
 * What follows from an arrival: entries are filed under their keys and the rows of the touched keys are
 * folded again, whatever the order of arrival. Reads only; the answer says what to write.
 */
export function arrive(shelf: Shelf, arrival: Arrival, kinds: Registry = registry): Steps<Change> {
	return new Arriving(shelf, arrival, kinds).steps();
}

class Arriving {
	private readonly fresh: readonly Entry[];
	private readonly was: readonly Entry[];
	private readonly desk: Desk;
	/** To be filed and delivered, perhaps again. */
	private readonly moved = new Set<Entry>();
	private readonly learnt = new Set<OwnerId>();

	constructor(
		private readonly shelf: Shelf,
		{ fresh, was = [] }: Arrival,
		kinds: Registry
	) {
		this.fresh = fresh;
		this.was = was;
		const coming = new Set(fresh.map(({ id }) => id));
		const leaving = was.map(({ id }) => id).filter((id) => !coming.has(id));
		this.desk = new Desk(new Reading(kinds), new Set(leaving));
		for (const e of was) if (!coming.has(e.id)) this.desk.lay(e);
	}

	*steps(): Steps<Change> {
		yield* this.gather(this.fresh);
		const filed = this.file();
		const stirred = yield* this.stir();
		const touched = yield* this.touch();
		return {
			entries: this.fresh,
			filed,
			blank: this.blanks(),
			erased: this.fresh.flatMap(erasedBy),
			rows: this.rows(touched, stirred),
			home: new Map([...this.moved].map((e) => [e.id, this.desk.home(e)])),
			past: new Map(this.fresh.map((e) => [e.id, this.desk.places(e)]))
		};
	}

	/** An entry never goes without what strikes it out or gives it away, nor that without its target;
	 * the target of a void or reassign that leaves is folded anew. */
	private *gather(entries: Iterable<Entry>): Steps<void> {
		const { desk, moved } = this;
		const missing: Id[] = this.was.flatMap((e) => targetOf(e) ?? []);
		for (const e of entries) {
			if (desk.lay(e)) moved.add(e);
			const target = targetOf(e);
			if (target) missing.push(target);
		}
		const far = missing.filter((id) => !desk.entries.has(id));
		if (far.length) {
			for (const e of yield* ask(this.shelf.byId(far))) {
				if (!isFinal(e) && desk.lay(e)) moved.add(e);
			}
		}
		yield* this.learn([...moved, ...this.was].flatMap((e) => this.names(e)));
		for (const e of [...moved]) for (const modifier of desk.said.of(e)) moved.add(modifier);
	}

	/** Every id an entry names that something may have been said about. */
	private names(e: Entry): OwnerId[] {
		return [e.id, e.scope, ...this.desk.subjects(e), ...this.desk.keys(e).map(ownerOf)];
	}

	/** Reads what was said of these ids, and of every id they were merged with or given to. */
	private *learn(ids: Iterable<OwnerId>): Steps<void> {
		let todo = new Set(ids);
		for (;;) {
			const next = [...todo].filter((id) => !this.learnt.has(id));
			if (!next.length) return;
			for (const id of next) this.learnt.add(id);
			for (const [k, e] of yield* ask(this.shelf.byKey(next.map(selfKey)))) this.desk.file(k, e);
			todo = new Set(next.flatMap((id) => this.desk.ever.leadsTo(id)));
		}
	}

	private file(): [Key, Id][] {
		const filed: [Key, Id][] = [];
		for (const e of this.moved) {
			const modifiers = this.desk.said.of(e);
			for (const k of this.desk.keys(e)) {
				for (const one of [e, ...modifiers]) {
					this.desk.file(k, one);
					filed.push([k, one.id]);
				}
			}
		}
		return filed;
	}

	/** A merge, an erase or a move, or the void of one, stirs everything about its ids: all that were
	 * ever tied to them, so that it is the same whatever came first. */
	private *stir(): Steps<Set<OwnerId>> {
		const { desk } = this;
		const speaking = [...this.moved, ...this.was].filter(
			(e) => !isModifier(e) && (isControl(e) || isMove(e))
		);
		const ids = speaking
			.flatMap((e) => desk.keys(e))
			.filter(isSelfKey)
			.map(ownerOf);
		const stirred = new Set(ids.flatMap((id) => desk.ever.joined(id, false)));
		if (!stirred.size) return stirred;
		const about = yield* ask(this.shelf.about([...stirred]));
		for (const [k, e] of about) desk.file(k, e);
		const once = new Set(about.map(([, e]) => e.id));
		yield* this.gather([...once].flatMap((id) => desk.entries.get(id) ?? []));
		return stirred;
	}

	/** The keys to fold again, with everything that lies under them. A merged key is folded for the one
	 * it is shown under and taken away for the others. */
	private *touch(): Steps<Set<Key>> {
		const { desk } = this;
		const touched = new Set<Key>();
		for (const e of [...this.moved, ...this.was]) {
			if (isControl(e)) continue;
			for (const k of desk.keys(e)) {
				if (isSelfKey(k)) continue;
				const rest = restOf(k);
				for (const id of desk.ever.joined(ownerOf(k), false)) touched.add(withOwner(id, rest));
			}
		}
		if (!touched.size) return touched;
		const under = yield* ask(this.shelf.byKey([...touched]));
		for (const [k, e] of under) desk.file(k, e);
		yield* this.learn(under.map(([, e]) => e.scope));
		return touched;
	}

	private rows(touched: ReadonlySet<Key>, stirred: ReadonlySet<OwnerId>): Map<Key, Row | null> {
		const { desk } = this;
		const folding = new Folding(desk);
		const rows = new Map<Key, Row | null>();
		for (const k of touched) {
			const owner = ownerOf(k);
			rows.set(k, desk.said.shownAs(owner) === owner ? folding.row(k) : null);
		}
		for (const id of stirred) {
			const same = desk.said.shownAs(id);
			rows.set(key('aliases', id), same === id ? null : { same });
		}
		return rows;
	}

	private blanks(): Id[] {
		const { desk } = this;
		return [...desk.entries.values()]
			.filter((e) => e.body !== null && desk.isGone(e))
			.map(({ id }) => id);
	}
}
