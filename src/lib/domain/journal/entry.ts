import type { ActorId, Id, PhoneId, ScopeId } from '../shared/ids.ts';

/** Whom or what an entry is about: a person, child, session, entry – or a group, in a merge of groups. */
export type OwnerId = Id | ScopeId;

/** A fact of the field: made on the phone at the tap, immutable. The one shape that travels. */
export interface Entry<K extends string = string, B = unknown> {
	readonly id: Id;
	readonly kind: K;
	/** Version of the body's schema. */
	readonly v: number;
	/** Where it was made; where it is delivered may differ. */
	readonly scope: ScopeId;
	readonly subject: OwnerId;
	/** Orders amendments and nothing else, ms; never read as a date. */
	readonly at: number;
	/** 1, 2, 3 … per phone, so that a gap is visible. */
	readonly n: number;
	readonly by: ActorId;
	readonly phone: PhoneId;
	/** null: erased. */
	readonly body: B | null;
}

/** A fold key names one row of the read model: `owner|table|sub`. The owner stands first, so that
 * everything about an id is one range of an index. */
export type Key = `${string}|${string}|${string}`;

export const key = (table: string, owner: OwnerId, sub = ''): Key => `${owner}|${table}|${sub}`;

/** What is said about an id itself is filed here: merged, erased, moved, struck out, given away. */
export const selfKey = (id: OwnerId): Key => key('self', id);

export const isSelfKey = (k: Key): boolean => k.endsWith('|self|');

export const ownerOf = (k: Key): OwnerId => k.slice(0, k.indexOf('|')) as OwnerId;

/** The key without its owner, `|table|sub`: the same row for another owner is `owner + restOf(key)`. */
export const restOf = (k: Key): string => k.slice(k.indexOf('|'));

export const withOwner = (owner: OwnerId, rest: string): Key => `${owner}${rest}` as Key;

export function splitKey(k: Key): { owner: OwnerId; table: string; sub: string } {
	const first = k.indexOf('|');
	const second = k.indexOf('|', first + 1);
	return {
		owner: k.slice(0, first) as OwnerId,
		table: k.slice(first + 1, second),
		sub: k.slice(second + 1)
	};
}
