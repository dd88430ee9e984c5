import type { Entry, Key } from '#lib/domain/journal/entry.ts';
import type { Grant, HeldCode } from '#lib/domain/journal/policy.ts';
import type { Row } from '#lib/domain/journal/tables.ts';
import type { Id, PhoneId, ScopeId } from '#lib/domain/shared/ids.ts';
import type { Reply } from '#lib/sync/http.ts';
import type { SyncRequest } from '#lib/sync/protocol.ts';

interface Aside {
	/** null: forgotten. */
	readonly entry: Entry | null;
	readonly code: HeldCode;
	readonly phone: PhoneId;
}

/** All that a server remembers of the field. */
export interface Stored {
	readonly journal: ReadonlyMap<Id, Entry>;
	readonly held: ReadonlyMap<Id, Aside>;
	readonly rows: ReadonlyMap<Key, Row>;
	/** Where each entry is delivered now. */
	readonly lying: ReadonlyMap<Id, ScopeId>;
}

/** Whose rights: `own` is a phone's group from before it was enrolled. */
export interface Rightful {
	readonly id: Id;
	readonly type: 'phone' | 'account';
	readonly grants: readonly Grant[];
	readonly own?: ScopeId | undefined;
	readonly off?: boolean;
}

/** A server with its office and its bad moments, as the world sees it. */
export interface ChaosServer {
	/** The true time, ms. */
	now: number;
	sync(phone: PhoneId, account: Id | undefined, request: SyncRequest): Promise<Reply>;
	/** Dies during the next sync, sooner or later, and stands up again; without a moment it lives. */
	dying(moment?: number): void;
	allow(who: Rightful): Promise<void>;
	backup(): Promise<void>;
	/** Goes back to one of its backups: what came since is lost here. */
	restore(which: number): Promise<boolean>;
	/** A coordinator decides on what is held. */
	decide(id: Id, verdict: 'release' | 'return'): Promise<void>;
	stored(): Promise<Stored>;
	close(): Promise<void>;
}
