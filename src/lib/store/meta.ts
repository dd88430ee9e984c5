import type { Day } from '#lib/domain/shared/day.ts';
import type { ScopeId, Id, PhoneId } from '#lib/domain/shared/ids.ts';
import type { PhoneDatabase } from './database.ts';

/** Counts every write of facts, gives `n` and `at`, and knows how far the clock is off. */
export interface Stamp {
	/** Raised by each write: whoever folded upon an older state starts again. */
	readonly rev: number;
	readonly n: number;
	readonly at: number;
	/** Server's clock minus the phone's, ms, as the last sync found it. */
	readonly offset: number;
}

/** What this phone is to the server. Before it is enrolled it has an id and perhaps a group of its own. */
export interface Identity {
	readonly id: PhoneId;
	readonly token?: string;
	/** 32 bytes in hexadecimal: seals what another phone carries, and proves who it is when enrolled
	 * again. */
	readonly secret?: string;
	readonly group?: { readonly id: Id; readonly name: string };
	/** Made when the first person joined before any enrolment. */
	readonly own?: ScopeId;
	/** The own group has been merged into the enrolled one. */
	readonly merged?: true;
}

export interface SyncState {
	/** When the last whole sync ended, ms by the phone's clock; 0: never. */
	readonly at: number;
	/** Syncs that failed since then. */
	readonly failures: number;
	/** Answers 401 since then: one proves nothing, an overloaded server gives them too. */
	readonly unauthorized: { readonly count: number; readonly first: number; readonly last: number };
}

/** Plain rows of the office, and the tag under which the server knows them. */
export interface Office {
	readonly tag: string;
	readonly groups: readonly { readonly id: Id; readonly name: string; readonly community: Id }[];
	readonly communities: readonly { readonly id: Id; readonly name: string }[];
	/** What the children of a facilitator's communities needed, as the server summed it up on a day. */
	readonly topics?: {
		readonly on: Day;
		readonly rows: readonly {
			readonly community: Id;
			readonly lesson: string;
			readonly children: number;
		}[];
	};
}

interface Meta {
	stamp: Stamp;
	identity: Identity;
	sync: SyncState;
	/** Names of groups and communities as the office last told them. */
	office: Office;
	/** What the server lets each principal of this phone read: itself, and accounts by their id. */
	reads: Readonly<Record<string, readonly ScopeId[]>>;
}

const EMPTY: Omit<Meta, 'identity'> = {
	stamp: { rev: 0, n: 0, at: 0, offset: 0 },
	sync: { at: 0, failures: 0, unauthorized: { count: 0, first: 0, last: 0 } },
	office: { tag: '', groups: [], communities: [] },
	reads: {}
};

/** Reads a value of the phone's own; what was never written is at its beginning. */
export async function readMeta<K extends keyof typeof EMPTY>(
	db: PhoneDatabase,
	k: K
): Promise<Meta[K]> {
	return ((await db.meta.get(k))?.v ?? EMPTY[k]) as Meta[K];
}

export async function readIdentity(db: PhoneDatabase): Promise<Identity | undefined> {
	return (await db.meta.get('identity'))?.v as Identity | undefined;
}

export const writeMeta = <K extends keyof Meta>(
	db: PhoneDatabase,
	k: K,
	v: Meta[K]
): Promise<string> => db.meta.put({ k, v });
