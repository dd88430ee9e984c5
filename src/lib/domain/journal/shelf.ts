import type { Id, ScopeId } from '../shared/ids.ts';
import type { Entry, Key, OwnerId } from './entry.ts';
import type { Maybe } from './steps.ts';
import type { Row } from './tables.ts';

export type Filed = readonly [Key, Entry];

/** What a fold must be able to read. */
export interface Shelf {
	byId(ids: Id[]): Maybe<Entry[]>;
	byKey(keys: Key[]): Maybe<Filed[]>;
	/** Everything filed under any key of these ids, or made in one of these scopes (`madeKey`). */
	about(ids: OwnerId[]): Maybe<Filed[]>;
}

/** Under this name `about` answers what was made in a scope; it is filed nowhere. */
export const madeKey = (scope: ScopeId): Key => `${scope}|made|`;

/** What must be written, all of it in one transaction. */
export interface Change {
	readonly entries: readonly Entry[];
	readonly filed: readonly (readonly [Key, Id])[];
	/** Entries whose bodies are to be blanked, and their filings taken away. */
	readonly blank: readonly Id[];
	/** Ids that are forgotten from now on, for what an adapter keeps aside. */
	readonly erased: readonly Id[];
	/** null: the row is to be deleted. */
	readonly rows: ReadonlyMap<Key, Row | null>;
	/** Where an entry is to lie; adapters compare it with where it lies now. */
	readonly home: ReadonlyMap<Id, ScopeId>;
	/** Where entries that come now may have lain before, on this server as it was before a restore. */
	readonly past: ReadonlyMap<Id, readonly ScopeId[]>;
}
