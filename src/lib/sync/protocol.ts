import type { Entry } from '#lib/domain/journal/entry.ts';
import type { HeldCode } from '#lib/domain/journal/policy.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import type { Id, PhoneId, ScopeId } from '#lib/domain/shared/ids.ts';
import type { Cursor, Delivered } from './journal.ts';

/** A push holds at most this many entries, in all its batches together. */
export const MAX_PUSH = 200;
/** A pull brings at most this many deliveries, in all scopes together. */
export const MAX_PULL = 1000;

/** Entries of one scope, actor and phone, which are said once for all of them. */
export interface Batch {
	readonly scope: ScopeId;
	readonly by: Id;
	readonly phone: PhoneId;
	readonly entries: readonly Omit<Entry, 'scope' | 'by' | 'phone'>[];
}

/** One sync, push and pull in one call. */
export interface SyncRequest {
	readonly v: 1;
	readonly push: readonly Batch[];
	/** Per scope the place up to which the phone has read. */
	readonly cursors: Readonly<Record<ScopeId, Cursor>>;
	/** The phone's acknowledged entry with the highest number; '' if it has none. */
	readonly proof: Id | '';
	/** The number that the server gave the proof: one that was restored may have given it another. */
	readonly proofQ?: number;
	readonly limit?: number;
	/** Entries that this phone knows to be held, at most 200: it hears what became of them. */
	readonly listed?: readonly Id[];
	/** The tag of the office rows it has. */
	readonly office?: string;
	/** The token of an account beside that of the phone. */
	readonly account?: string;
	/** What the phone says of itself: versions, storage, offset of its clock, last faults. */
	readonly header?: Readonly<Record<string, unknown>>;
}

export type LaterCode = 'kind' | 'by' | 'target' | 'account' | 'fault';
export type RefusedCode = 'shape' | 'body' | 'size' | 'taken';

/** What became of one entry, in the order of the push. `ok`, `dup` and `held` mean that the server has
 * the fact. `q` is its number there, good for nothing but choosing a proof. */
export type Answer =
	| { readonly id: string; readonly s: 'ok' | 'dup'; readonly q: number }
	| { readonly id: string; readonly s: 'held'; readonly c: HeldCode }
	| { readonly id: string; readonly s: 'refused'; readonly c: RefusedCode }
	| { readonly id: string; readonly s: 'later'; readonly c: LaterCode };

export interface ScopePage {
	/** The server did not know the cursor: this page starts again from the beginning. */
	readonly reset: boolean;
	readonly cursor: Cursor;
	readonly rows: readonly Delivered[];
}

export interface Decided {
	readonly id: Id;
	/** `lost`: this server, perhaps a restored one, has never seen it. */
	readonly verdict: 'released' | 'returned' | 'lost';
	readonly q: number;
}

/** The office as far as this phone and account may know it: plain rows, the same for every reader. */
export interface OfficeRows {
	readonly tag: string;
	readonly groups: readonly { readonly id: Id; readonly name: string; readonly community: Id }[];
	readonly communities: readonly { readonly id: Id; readonly name: string }[];
	/** For a facilitator: what the children of her communities were found to need. */
	readonly topics?: Topics;
}

/** Lessons that measuring led to this month, summed up by the server: for how many children of a community,
 * and never fewer than five. */
export interface Topics {
	/** The day it was summed up on; the sums begin with its month. */
	readonly on: Day;
	readonly rows: readonly {
		readonly community: Id;
		readonly lesson: string;
		readonly children: number;
	}[];
}

/** What the server says of the account whose token came along. */
export type AccountState = 'none' | 'ok' | 'expired' | 'disabled';

export interface SyncAnswer {
	readonly v: 1;
	/** The server's clock, ms: the phone learns its offset from it. */
	readonly now: number;
	readonly answers: readonly Answer[];
	/** Every scope that the phone, and the account that came along, may read; one that is missing has
	 * been lost. */
	readonly reads: { readonly phone: readonly ScopeId[]; readonly account: readonly ScopeId[] };
	readonly scopes: Readonly<Record<ScopeId, ScopePage>>;
	readonly more: boolean;
	/** The server does not know the proof, it has been restored: push the whole journal again. */
	readonly resend: boolean;
	readonly account: AccountState;
	/** Of the listed entries those that a coordinator has decided on; `q` of a released one. */
	readonly decided: readonly Decided[];
	/** Names of the office, where they have changed. */
	readonly office?: OfficeRows;
	/** Renewed tokens, where the old ones have aged. */
	readonly tokens?: { readonly phone?: string; readonly account?: string };
}
