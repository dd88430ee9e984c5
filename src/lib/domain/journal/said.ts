import type { Id } from '../shared/ids.ts';
import { erasedBy, givenTo, isFinal, isMove, mergeOf, targetOf } from './control.ts';
import type { Entry, OwnerId } from './entry.ts';

const NONE: readonly Entry[] = [];

function push<K, V>(map: Map<K, V[]>, at: K, value: V): void {
	const list = map.get(at);
	if (list) list.push(value);
	else map.set(at, [value]);
}

/**
 * What entries say about ids and about other entries: struck out, given away, merged, moved, erased.
 * (TypeScript's `private`, not `#`: for the server's engine the latter becomes a WeakMap.)
 */
export class Said {
	private readonly modifiers = new Map<Id, Entry[]>();
	private readonly merges = new Map<OwnerId, Entry[]>();
	private readonly moves = new Map<OwnerId, Entry[]>();
	private readonly erased = new Set<OwnerId>();

	note(e: Entry): void {
		const target = targetOf(e);
		const merge = mergeOf(e);
		if (target !== undefined) push(this.modifiers, target, e);
		else if (merge) {
			push(this.merges, merge.from, e);
			push(this.merges, merge.to, e);
		} else if (isMove(e)) push(this.moves, e.subject, e);
		else for (const id of erasedBy(e)) this.erased.add(id);
	}

	/** What strikes the entry out or gives it away. A void, a reassign and an erase are final. */
	of(e: Entry): readonly Entry[] {
		return isFinal(e) ? NONE : (this.modifiers.get(e.id) ?? NONE);
	}

	isStruck(e: Entry): boolean {
		return this.of(e).some(({ kind }) => kind === 'void');
	}

	isErased(id: OwnerId): boolean {
		return this.erased.has(id);
	}

	get anyErased(): boolean {
		return this.erased.size > 0;
	}

	get anyMoved(): boolean {
		return this.moves.size > 0;
	}

	get anyMerged(): boolean {
		return this.merges.size > 0;
	}

	movesOf(id: OwnerId): readonly Entry[] {
		return this.moves.get(id) ?? NONE;
	}

	/** Ids that a newly learnt id leads to: its merges and their ends, whom it was given to. */
	leadsTo(id: OwnerId): OwnerId[] {
		const ids: OwnerId[] = [];
		for (const e of this.merges.get(id) ?? NONE) {
			const merge = mergeOf(e);
			if (merge) ids.push(e.id, merge.from, merge.to);
		}
		for (const e of this.modifiers.get(id as Id) ?? NONE) {
			const to = givenTo(e);
			if (to) ids.push(to);
		}
		return ids;
	}

	/** Merges are undirected ties; one that is voided or has an erased end is dead. */
	private ties(id: OwnerId, live: boolean): { from: OwnerId; to: OwnerId }[] {
		const ties: { from: OwnerId; to: OwnerId }[] = [];
		for (const e of this.merges.get(id) ?? NONE) {
			const tie = mergeOf(e);
			if (!tie) continue;
			const dead = this.isStruck(e) || this.erased.has(tie.from) || this.erased.has(tie.to);
			if (!live || !dead) ties.push(tie);
		}
		return ties;
	}

	/** The ids joined with this one by ties in force (`live`), or by any tie there ever was. */
	joined(id: OwnerId, live: boolean): OwnerId[] {
		if (!this.merges.has(id)) return [id];
		const all = new Set([id]);
		for (const one of all) for (const { from, to } of this.ties(one, live)) all.add(from).add(to);
		return [...all].sort();
	}

	/** The one they are shown under: the smallest that nobody merged away; in a ring the smallest. */
	shownAs<T extends OwnerId>(id: T): T {
		const all = this.joined(id, true);
		if (all.length === 1) return id;
		const away = new Set(all.flatMap((one) => this.ties(one, true).map(({ from }) => from)));
		return (all.find((one) => !away.has(one)) ?? all[0] ?? id) as T;
	}
}
