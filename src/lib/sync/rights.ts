import {
	erasedBy,
	givenTo,
	isModifier,
	isMove,
	isOpening,
	mergeOf,
	targetOf
} from '#lib/domain/journal/control.ts';
import {
	key,
	ownerOf,
	selfKey,
	type Entry,
	type Key,
	type OwnerId
} from '#lib/domain/journal/entry.ts';
import { mayWrite, type HeldCode, type Who } from '#lib/domain/journal/policy.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import type { Item, Principals } from './judge.ts';
import type { Journal, Known } from './journal.ts';

type Offered = Extract<Item, { is: 'entry' }>;
/** null: by right. Else it is held, or waits for whom it names. */
export type Verdict = { readonly held: HeldCode } | { readonly later: 'by' | 'target' } | null;

/** The tables in which an owner stands with a row of its own: who opened it lies under these keys. */
const OPENINGS = ['people', 'children'] as const;
const openings = (id: OwnerId): Key[] => OPENINGS.map((table) => key(table, id));

/**
 * Rights that can only be judged with the journal at hand: a void, reassign, merge or move needs the
 * right to write what it touches, in the scope where that lies; a phone speaks for people who are
 * members of its groups. Reads in bulk, once for a push.
 */
export class Rights {
	private readonly lies = new Map<Id, Known>();
	private readonly entries = new Map<Id, Entry>();
	private readonly opened = new Map<OwnerId, Entry[]>();
	private readonly said = new Map<OwnerId, Entry[]>();
	private readonly pushed = new Map<Id, Offered>();
	private returned: ReadonlySet<OwnerId> = new Set();

	constructor(
		journal: Journal,
		items: readonly Offered[],
		private readonly own: Principals['own']
	) {
		for (const item of items) this.pushed.set(item.entry.id, item);
		const targets = items.flatMap(({ entry }) => targetOf(entry) ?? []);
		const owners = new Set(items.flatMap((item) => named(item)));
		this.readOwners(journal, owners);
		this.readEntries(journal, targets);
	}

	private readOwners(journal: Journal, owners: ReadonlySet<OwnerId>): void {
		const keys = [...owners].flatMap((id) => [...openings(id), selfKey(id)]);
		if (!keys.length) return;
		for (const [k, e] of journal.byKey(keys)) {
			const into = k === selfKey(ownerOf(k)) ? this.said : this.opened;
			into.set(ownerOf(k), [...(into.get(ownerOf(k)) ?? []), e]);
		}
		for (const { entry, held } of this.pushed.values()) {
			if (!isOpening(entry) || held) continue;
			this.opened.set(entry.subject, [...(this.opened.get(entry.subject) ?? []), entry]);
		}
		const unknown = [...owners].filter((id) => !this.opened.has(id));
		if (unknown.length) this.returned = new Set(journal.returned(unknown));
	}

	/** Of whom nothing is known here: she may come yet, unless a coordinator has sent her back. */
	private absent(id: OwnerId, later: 'by' | 'target'): Verdict {
		return this.returned.has(id) ? { held: 'returned' } : { later };
	}

	private readEntries(journal: Journal, targets: readonly Id[]): void {
		const opened = [...this.opened.values()].flat().map(({ id }) => id);
		const ids = [...new Set([...targets, ...opened])];
		if (!ids.length) return;
		for (const known of journal.known(ids)) this.lies.set(known.id, known);
		for (const e of targets.length ? journal.byId([...targets]) : []) this.entries.set(e.id, e);
	}

	/** What stands against an entry that its own content and its grants allow. */
	judge({ entry, who }: Offered): Verdict {
		const author = who.type === 'phone' ? this.speaksFor(who, entry) : null;
		if (author) return author;
		if (isModifier(entry)) return this.overTarget(who, entry);
		const merge = mergeOf(entry);
		if (merge) return this.overMerge(who, merge, entry);
		return isMove(entry) ? this.overOwner(who, entry.subject, entry) : null;
	}

	/** A phone's entries are by members of its groups; as itself it may only merge its own group. */
	private speaksFor(who: Who, { by, kind }: Entry): Verdict {
		if (by === who.id && kind === 'merge') return null;
		const known = [...(this.opened.get(by) ?? []), ...(this.said.get(by) ?? [])];
		if (!known.length) return this.absent(by, 'by');
		const scopes = new Set<string>(who.grants.map(({ scope }) => scope));
		return known.some((e) => scopes.has(e.scope)) ? null : { held: 'author' };
	}

	private overTarget(who: Who, entry: Entry): Verdict {
		const target = targetOf(entry);
		const over = target ? this.overEntry(who, target) : null;
		if (over) return over;
		const to = givenTo(entry);
		return to ? this.overOwner(who, to, entry) : null;
	}

	private overEntry(who: Who, id: Id): Verdict {
		const known = this.lies.get(id);
		if (known?.held) return { held: known.held };
		const pushed = this.pushed.get(id);
		const target = this.entries.get(id) ?? pushed?.entry;
		if (!target) return { later: 'target' };
		if (!known) return pushed?.held ? { held: pushed.held } : null;
		return this.asWriter(who, target, known.lies || target.scope);
	}

	/** The right to write this very entry in the scope where it lies. */
	private asWriter(who: Who, target: Entry, scope: ScopeId): Verdict {
		const held = mayWrite(who, { ...target, scope, by: who.id });
		return held ? { held } : null;
	}

	/** The right over a person or child: to write in every scope where she was opened. */
	private overOwner(who: Who, id: OwnerId, as: Entry): Verdict {
		if (this.isErased(id)) return null; // it is taken and stored blank, whoever brings it
		const opened = (this.opened.get(id) ?? []).filter(isOpening);
		if (!opened.length) return this.absent(id, 'target');
		for (const e of opened) {
			const scope = this.lies.get(e.id)?.lies || e.scope;
			const held = mayWrite(who, { ...as, scope, by: who.id });
			if (held) return { held };
		}
		return null;
	}

	private isErased(id: OwnerId): boolean {
		return (this.said.get(id) ?? []).some((e) => erasedBy(e).some((one) => one === id));
	}

	private overMerge(who: Who, { from, to }: { from: OwnerId; to: OwnerId }, as: Entry): Verdict {
		if (!from.startsWith('g:')) return this.overOwner(who, from, as) ?? this.overOwner(who, to, as);
		const scopes = new Set<string>(who.grants.map(({ scope }) => scope));
		if (!this.own.includes(from) || !scopes.has(to)) return { held: 'scope' };
		const before = [...(this.said.get(from) ?? [])].some((e) => mergeOf(e)?.from === from);
		return before ? { held: 'role' } : null;
	}
}

/** Whom a verdict on the entry has to know: who made it on a phone, and whom it touches. */
function named({ entry, who }: Offered): OwnerId[] {
	const ids: OwnerId[] = who.type === 'phone' ? [entry.by] : [];
	const merge = mergeOf(entry);
	const to = givenTo(entry);
	if (merge) ids.push(merge.from, merge.to);
	if (to) ids.push(to);
	if (isMove(entry)) ids.push(entry.subject);
	return ids;
}
