// The meaning of a set of entries, written a second time: without index, order of arrival or increments.
// It shares with the engine only what a kind says of itself (its keys and steps).
import {
	erasedBy,
	givenTo,
	isControl,
	isFinal,
	isGivable,
	mergeOf,
	movedTo,
	targetOf
} from '#lib/domain/journal/control.ts';
import { key, splitKey, type Entry, type Key, type OwnerId } from '#lib/domain/journal/entry.ts';
import { Reading } from '#lib/domain/journal/reading.ts';
import { registry } from '#lib/domain/journal/registry.ts';
import { isTable, tables, type Row } from '#lib/domain/journal/tables.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';

const reading = new Reading(registry);

interface Meaning {
	readonly rows: Map<Key, Row>;
	readonly home: Map<Id, ScopeId>;
	readonly blank: Set<Id>;
}
interface Sheet {
	readonly e: Entry;
	readonly as: Entry;
	readonly who: OwnerId;
}

export function meaning(list: readonly Entry[]): Meaning {
	const all = [...new Map(list.map((e) => [e.id, e])).values()].sort(reading.inOrder);
	return new Oracle(all).meaning();
}

class Oracle {
	private readonly byId: Map<Id, Entry>;
	private readonly struck: Set<Id>;
	private readonly erased: Set<OwnerId>;
	private readonly merges: { from: OwnerId; to: OwnerId }[];

	constructor(private readonly all: readonly Entry[]) {
		this.byId = new Map(all.map((e) => [e.id, e]));
		const voids = all.filter((e) => e.kind === 'void').flatMap((e) => targetOf(e) ?? []);
		this.struck = new Set(
			voids.filter((id) => {
				const target = this.byId.get(id);
				return target && !isFinal(target);
			})
		);
		this.erased = new Set(all.flatMap(erasedBy));
		this.merges = all.flatMap((e) => {
			const merge = mergeOf(e);
			const dead =
				!merge || this.struck.has(e.id) || this.erased.has(merge.from) || this.erased.has(merge.to);
			return dead ? [] : [merge];
		});
	}

	private given(e: Entry): OwnerId[] {
		if (isControl(e)) return [];
		return this.all.flatMap((r) => {
			const to = givenTo(r);
			if (!to || targetOf(r) !== e.id) return [];
			return isGivable(reading.keys({ ...e, subject: to }), to) ? [to] : [];
		});
	}

	private subject = (e: Entry): OwnerId => this.given(e).at(-1) ?? e.subject;

	private gone = (e: Entry): boolean =>
		!isControl(e) && [e.subject, ...this.given(e)].some((id) => this.erased.has(id));

	private joined(id: OwnerId): OwnerId[] {
		const found = new Set([id]);
		for (let size = 0; size !== found.size;) {
			size = found.size;
			for (const { from, to } of this.merges) {
				if (found.has(from) || found.has(to)) found.add(from).add(to);
			}
		}
		return [...found].sort();
	}

	private shown<T extends OwnerId>(id: T): T {
		const joined = this.joined(id);
		const first = joined.find((one) => !this.merges.some(({ from }) => from === one));
		return (first ?? joined[0] ?? id) as T;
	}

	private home(e: Entry): ScopeId {
		const target = this.byId.get(targetOf(e) ?? e.id);
		if (target && target !== e && !isFinal(target)) return this.home(target);
		if (this.gone(e)) return this.shown(e.scope);
		const us = this.joined(isControl(e) ? e.subject : this.subject(e));
		const move = this.all
			.filter((m) => m.kind === 'child.move' && !this.struck.has(m.id) && !this.gone(m))
			.filter((m) => us.includes(this.subject(m)))
			.at(-1);
		return this.shown(movedTo(move) ?? e.scope);
	}

	private piles(): Map<Key, Sheet[]> {
		const piles = new Map<Key, Sheet[]>();
		for (const e of this.all) {
			if (isControl(e) || this.struck.has(e.id) || this.gone(e)) continue;
			const subject = this.subject(e);
			const raw = { ...e, subject };
			for (const k of new Set(reading.keys(raw))) {
				const { owner, table, sub } = splitKey(k);
				if (table === 'self' || this.erased.has(owner)) continue;
				const shown = key(table, this.shown(owner), sub);
				const sheet = { e, as: { ...raw, scope: this.shown(e.scope) }, who: owner };
				piles.set(shown, [...(piles.get(shown) ?? []), sheet]);
			}
		}
		return piles;
	}

	private row(k: Key, pile: Sheet[]): Row | null {
		const { owner, table, sub } = splitKey(k);
		if (!isTable(table)) return null;
		const row: Row = { ...tables[table].start };
		const order = (a: Sheet, b: Sheet) => reading.inOrder(a.e, b.e) || (a.who < b.who ? -1 : 1);
		for (const { as, who } of [...pile].sort(order)) {
			const seen = reading.raised(as);
			if (seen) reading.step(table, row, seen, who);
		}
		for (const [i, name] of tables[table].key.entries()) row[name] = i ? sub : owner;
		return row;
	}

	meaning(): Meaning {
		const rows = new Map<Key, Row>();
		for (const [k, pile] of this.piles()) {
			const row = this.row(k, pile);
			if (row) rows.set(k, row);
		}
		for (const id of new Set(this.merges.flatMap(({ from, to }) => [from, to]))) {
			const same = this.shown(id);
			if (same !== id) rows.set(key('aliases', id), { same });
		}
		return {
			rows,
			home: new Map(this.all.map((e) => [e.id, this.home(e)])),
			blank: new Set(this.all.filter(this.gone).map(({ id }) => id))
		};
	}
}
