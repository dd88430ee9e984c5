import { isControl } from './control.ts';
import type { Desk } from './desk.ts';
import { key, splitKey, type Entry, type Key, type OwnerId } from './entry.ts';
import type { Seen } from './kind.ts';
import { isTable, tables, type Row } from './tables.ts';

interface Sheet {
	readonly who: OwnerId;
	readonly raw: Key;
	readonly e: Entry;
}

/** Folds rows out of a desk on which everything about their keys lies. */
export class Folding {
	/** What folds see of an entry; good only while nothing more is laid on the desk. */
	private readonly views = new Map<Entry, Seen<unknown> | null>();

	constructor(private readonly desk: Desk) {}

	/** The entry as the folds see it: raised, given to its last subject, in its merged scope; null if it
	 * counts for nothing. */
	private view(e: Entry): Seen<unknown> | null {
		const known = this.views.get(e);
		if (known !== undefined) return known;
		const { desk } = this;
		const counts = !isControl(e) && !desk.said.isStruck(e) && !desk.isGone(e);
		const subject = desk.subject(e);
		const seen = counts
			? desk.reading.raised({ ...e, subject, scope: desk.said.shownAs(e.scope) })
			: null;
		this.views.set(e, seen);
		return seen;
	}

	/** All entries under the key of anyone merged with its owner, in the order of folding. */
	private pile(owner: OwnerId, table: string, sub: string): Sheet[] {
		const { desk } = this;
		const pile: Sheet[] = [];
		for (const who of desk.said.joined(owner, true)) {
			if (desk.said.isErased(who)) continue;
			const raw = key(table, who, sub);
			for (const id of desk.under(raw)) {
				const e = desk.entries.get(id);
				if (e) pile.push({ who, raw, e });
			}
		}
		if (pile.length > 1) pile.sort((a, b) => desk.reading.inOrder(a.e, b.e));
		return pile;
	}

	/** An entry stays filed under keys that it had by a reassign, also when that has left this phone: so
	 * it is asked each time. */
	private isUnder(raw: Key, e: Entry, seen: Seen<unknown>): boolean {
		if (!this.desk.said.of(e).length) return this.desk.own(e).includes(raw);
		return this.desk.reading.keys({ ...seen, scope: e.scope, v: e.v, body: e.body }).includes(raw);
	}

	/** The row of a key, or null if nothing counts for it. */
	row(k: Key): Row | null {
		const { owner, table, sub } = splitKey(k);
		if (!isTable(table)) return null;
		const { key: names, start } = tables[table];
		let row: Row | null = null;
		for (const { who, raw, e } of this.pile(owner, table, sub)) {
			const seen = this.view(e);
			if (!seen || !this.isUnder(raw, e, seen)) continue;
			row ??= { ...start };
			this.desk.reading.step(table, row, seen, who);
		}
		if (!row) return null;
		for (const [i, name] of names.entries()) row[name] = i ? sub : owner;
		return row;
	}
}
