import type { Entry, Key, OwnerId } from '#lib/domain/journal/entry.ts';
import type { HeldCode } from '#lib/domain/journal/policy.ts';
import type { Change, Filed } from '#lib/domain/journal/shelf.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';

export type Hash = string;

/** What a journal knows of an entry without reading it. */
export interface Known {
	readonly id: Id;
	/** '' once it is blank: the hash of so small a body could be guessed back. */
	readonly hash: Hash;
	/** The server's number of the entry; 0 while it is held. */
	readonly q: number;
	/** Why it is held, '' if it stands in the journal. */
	readonly held: HeldCode | '';
	readonly blank: boolean;
	/** The scope it is delivered in, '' while it is held. */
	readonly lies: ScopeId | '';
}

/** A delivery as it travels: `[seq, 1, entry]` where it is gone, else
 * `[seq, 0, id, kind, v, scope, subject, at, n, by, phone, body]`. */
export type Delivered = readonly [number, 0 | 1, ...unknown[]];

export interface Page {
	/** Deliveries as JSON text: a database that can write JSON spares the server from building it. */
	readonly json: string;
	readonly count: number;
	/** Number and entry of the last delivery: the cursor to go on from. */
	readonly last: Cursor;
}

/** The place in a scope up to which a phone has read; the entry shows whether the number still means
 * the same delivery. */
export type Cursor = readonly [seq: number, entry: Id | ''];

/** All that the server's side of sync asks of a database. One conformance suite holds each adapter. */
export interface Journal {
	byId(ids: Id[]): Entry[];
	byKey(keys: Key[]): Filed[];
	about(ids: OwnerId[]): Filed[];
	known(ids: Id[]): Known[];
	/** Those of these people and children whose opening – joining, registration – a coordinator returned. */
	returned(owners: OwnerId[]): OwnerId[];
	/** Writes a change whole, moves deliveries whose home differs, frees what was held; answers the
	 * number of every new entry. */
	commit(change: Change, hashes: ReadonlyMap<Id, Hash>): ReadonlyMap<Id, number>;
	/** Keeps an entry aside; without its body if its subject is erased. */
	hold(entry: Entry, hash: Hash, code: HeldCode): void;
	/** Deliveries of a scope after a number. */
	since(scope: ScopeId, seq: number, limit: number): Page;
	/** Whether delivery `seq` carries `entry`: the check of a cursor. */
	carries(seq: number, entry: Id | ''): boolean;
	/** Runs work in one transaction: all of it is written, or after an exception nothing. */
	whole<T>(work: (inside: Journal) => T): T;
}

export interface Lying {
	readonly scope: ScopeId;
	readonly entry: Id;
	readonly gone: boolean;
}
/** `silence`: rows that lose their scope – they stay, so that a cursor that stopped there still checks.
 * `say`: rows to be added. */
export interface Redelivery {
	readonly silence: readonly { readonly scope: ScopeId; readonly entry: Id }[];
	readonly say: readonly Lying[];
}

/** How the places of entries change: where home differs from where it lies, the old scope is told
 * `gone` and the new one gets the entry; a blank is said again. What comes and does not lie where it was
 * made, or where it may have lain before a restore, is gone from there too: phones may have it. Shared by
 * all adapters. */
export function redeliver(
	lying: readonly Lying[],
	{ home, blank, past }: Pick<Change, 'home' | 'blank' | 'past'>
): Redelivery {
	const again = new Set(blank);
	const silence: { scope: ScopeId; entry: Id }[] = [];
	const say: Lying[] = [];
	const at = new Map<Id, ScopeId>();
	const goneAt = new Set<string>();
	for (const { entry, scope, gone } of lying) {
		if (gone) goneAt.add(entry + scope);
		else at.set(entry, scope);
	}
	for (const [entry, to] of home) {
		const from = at.get(entry);
		if (from === to && !again.has(entry)) continue;
		if (from !== undefined) silence.push({ scope: from, entry });
		const old = from === undefined ? (past.get(entry) ?? []) : [from];
		for (const scope of old) if (scope !== to) say.push({ scope, entry, gone: true });
		if (goneAt.has(entry + to)) silence.push({ scope: to, entry });
		say.push({ scope: to, entry, gone: false });
	}
	return { silence, say };
}
