import './plain-schemas.ts';
import type { Hardness } from '#lib/crypto/stretch.ts';
import type { Entry, Key } from '#lib/domain/journal/entry.ts';
import { registry, type Draft, type Kind } from '#lib/domain/journal/registry.ts';
import type { Row, TableName } from '#lib/domain/journal/tables.ts';
import { groupScope, isScope, type Id, type ScopeId } from '#lib/domain/shared/ids.ts';
import { fail, ok, type Result } from '#lib/domain/shared/result.ts';
import type { Departure } from './departure.ts';
import { Drafts } from './drafts.ts';
import { Housekeeping } from './housekeeping.ts';
import { PhoneDatabase, type StateRow } from './database.ts';
import {
	readIdentity,
	readMeta,
	writeMeta,
	type Identity,
	type Office,
	type Stamp,
	type SyncState
} from './meta.ts';
import { entriesAbout } from './history.ts';
import { Listed } from './listed.ts';
import { Meetings } from './meetings.ts';
import { Outbox } from './outbox.ts';
import { FOLD_VERSION, Refolding } from './refolding.ts';
import { factsAbout, type OwnFact } from './recent.ts';
import { Register } from './register.ts';
import { saveFault, type SaveFault } from './save-fault.ts';
import { Sealing, type Keyring } from './sealing.ts';
import { Vaults } from './vaults.ts';
import { Writing } from './writing.ts';

/** What a phone needs of the machine it runs on. */
export interface Machine {
	readonly clock: () => number;
	readonly newId: () => Id;
	/** Keys beside those of the vaults. */
	readonly keyring?: Keyring;
	/** How hard codes are stretched; without it the phone finds out what it can. */
	readonly hardness?: Hardness;
	/** Told at every write whether the phone is full. */
	readonly full?: (full: boolean) => void;
}

/** A fact about to be made; `id` only where the app made it beforehand. */
export interface FactDraft<K extends Kind> {
	readonly kind: K;
	readonly scope: ScopeId;
	readonly subject: string;
	readonly by: string;
	readonly body: Draft<K>;
	readonly id?: Id;
	/** A request that is not in force here: an erase by who may only ask for it. */
	readonly asks?: true;
}

/** A page of deliveries of one scope. Blanks come as entries with body null. */
export interface ReceivedPage {
	readonly scope: ScopeId;
	readonly entries: readonly Entry[];
	readonly gone: readonly Id[];
	readonly cursor: readonly [number, Id | ''];
}

/** Per scope, how far this phone has read. */
type Cursors = Record<ScopeId, readonly [number, Id | '']>;

export type { SaveFault } from './save-fault.ts';

export type StoredRow = Row & { readonly key: Key };

/** An incoming stamp further ahead than this is not believed. */
const AHEAD_MS = 24 * 3_600_000;

/** Everything a phone remembers: facts, what they mean, and their way to the server. */
export class Phone {
	readonly outbox: Outbox;
	readonly vaults: Vaults;
	readonly drafts: Drafts;
	readonly listed: Listed;
	readonly meetings: Meetings;
	private readonly sealing: Sealing;
	private readonly writing: Writing;
	private readonly house: Housekeeping;
	private readonly refolding: Refolding;

	private constructor(
		private readonly db: PhoneDatabase,
		private readonly machine: Machine,
		private known: Identity
	) {
		this.vaults = new Vaults(db, machine.clock, machine.hardness);
		this.drafts = new Drafts(db, this.vaults, machine.full);
		this.sealing = new Sealing((scope) => this.vaults.key(scope) ?? machine.keyring?.(scope));
		this.writing = new Writing(db, this.sealing, machine);
		this.outbox = new Outbox(db, this.sealing);
		this.listed = new Listed(db, this.sealing, this.outbox);
		this.meetings = new Meetings(db, this.sealing);
		this.house = new Housekeeping(db, this.sealing, this.writing);
		this.refolding = new Refolding(db, this.sealing, this.writing);
	}

	/** Opens the phone's database; at the first time gives the phone its id. */
	static async open(name: string, machine: Machine): Promise<Phone> {
		const db = new PhoneDatabase(name);
		const identity = await db.transaction('rw', db.meta, async () => {
			const known = await readIdentity(db);
			if (known) return known;
			const made = { id: machine.newId() };
			await writeMeta(db, 'identity', made);
			return made;
		});
		return new Phone(db, machine, identity);
	}

	close(): void {
		this.db.close();
	}

	get identity(): Identity {
		return this.known;
	}

	/** Changes what the phone is to the server; another tab's changes are kept. */
	async identify(change: Partial<Identity>): Promise<Identity> {
		this.known = await this.db.transaction('rw', this.db.meta, async () => {
			const next = { ...this.known, ...(await readIdentity(this.db)), ...change };
			await writeMeta(this.db, 'identity', next);
			return next;
		});
		return this.known;
	}

	/** The group facts are made in: the enrolled one, before that one of the phone's own. */
	async homeGroup(): Promise<ScopeId> {
		const { group, own } = this.known;
		if (group) return groupScope(group.id);
		if (own) return own;
		const made = groupScope(this.machine.newId());
		const { own: mine = made } = await this.db.transaction('rw', this.db.meta, async () => {
			const before = (await readIdentity(this.db))?.own;
			return this.identify({ own: before ?? made });
		});
		return mine;
	}

	/** Makes a fact: checked, stamped, numbered, folded and put into the outbox, all or nothing. */
	async save<K extends Kind>(draft: FactDraft<K>): Promise<Result<Entry, SaveFault>> {
		const def = registry.kindOf(draft.kind);
		if (!def?.body.safeParse(draft.body).success) return fail('body');
		const { kind, scope, body } = draft;
		const head = {
			id: draft.id ?? this.machine.newId(),
			kind,
			v: def.v,
			scope,
			subject: draft.subject as Id,
			by: draft.by as Id,
			phone: this.known.id,
			body
		};
		try {
			const [entry] = await this.writing.write(this.known.id, (stamp) => {
				// whole milliseconds: a half one, from a measured offset, would be no stamp to the server
				const at = Math.floor(Math.max(stamp.at + 1, this.machine.clock() + stamp.offset));
				const n = stamp.n + 1;
				const asks = draft.asks ? { asks: draft.asks } : {};
				return { fresh: [{ ...head, at, n }], out: true, stamp: { at, n }, ...asks };
			});
			return entry ? ok(entry) : fail('body');
		} catch (fault) {
			return fail(saveFault(fault));
		}
	}

	/** Takes a page of deliveries; the cursor moves in the same transaction. Throws `Locked` for health
	 * facts while their vault is closed. */
	async receive({ scope, entries, gone, cursor }: ReceivedPage): Promise<void> {
		await this.writing.write(this.known.id, (stamp) => {
			const now = this.machine.clock() + stamp.offset;
			const own = entries.filter(({ phone }) => phone === this.known.id);
			return {
				fresh: entries,
				gone,
				cursor: { scope, at: cursor },
				stamp: {
					n: Math.max(stamp.n, ...own.map(({ n }) => n)),
					at: Math.max(
						stamp.at,
						...entries.map(({ at }) => at).filter((at) => at <= now + AHEAD_MS)
					)
				}
			};
		});
	}

	/** After an update of the app: folds a part of the journal again; true while there is more. To be
	 * called when the phone is idle, until it is false. */
	refold(version = FOLD_VERSION, chunk?: number): Promise<boolean> {
		return this.refolding.step(this.known.id, version, chunk);
	}

	/** One row of the read model; undefined if nothing counts for it. */
	async row(key: Key): Promise<Row | undefined> {
		const state = await this.db.rows.get(key);
		return state && this.sealing.state(state);
	}

	/** All rows of a table in a scope, merged groups counted as one. */
	async rows(table: TableName, scope: ScopeId): Promise<StoredRow[]> {
		return this.opened(this.db.rows.where('[table+scope]').equals([table, scope]));
	}

	/** The rows of a table that belong to one owner: a person's progress, a child's measurements. */
	async rowsOf(table: TableName, owner: string): Promise<StoredRow[]> {
		const from = `${owner}|${table}|`;
		return this.opened(this.db.rows.where('key').startsWith(from));
	}

	/** Everything on this phone that was filed about an owner, oldest first: what may be voided, given to
	 * another or amended. */
	readonly history = (owner: string): Promise<readonly Entry[]> =>
		entriesAbout(this.db, this.sealing, owner);

	/** What a person said herself, as it stands now, newest first. */
	readonly factsAbout = (person: string): Promise<OwnFact[]> =>
		factsAbout(this.db, this.sealing, person);

	private async opened(found: { toArray(): PromiseLike<StateRow[]> }): Promise<StoredRow[]> {
		const rows = await Promise.all(
			(await found.toArray()).map(async (state) => ({
				key: state.key,
				row: await this.sealing.state(state)
			}))
		);
		return rows.flatMap(({ key, row }) => (row ? [{ ...row, key }] : []));
	}

	/** The register of the communities whose vault is open; to be dropped when it is locked. */
	register(): Register {
		return new Register(this.db, this.sealing, this.vaults.current?.scopes ?? []);
	}

	readonly counts = () => this.outbox.counts(this.known.id);

	/** Everything this phone made is to be sent again, to a server that lost it. */
	readonly resend = (): Promise<void> => this.outbox.again(this.known.id);

	async cursors(): Promise<Cursors> {
		const rows = await this.db.meta.where('k').startsWith('cursor|').toArray();
		return Object.fromEntries(rows.map(({ k, v }) => [k.slice('cursor|'.length), v])) as Cursors;
	}

	/** How many facts were made, the last one's stamp, and how far the clock is off. */
	readonly stamp = (): Promise<Stamp> => readMeta(this.db, 'stamp');

	readonly syncState = (): Promise<SyncState> => readMeta(this.db, 'sync');

	/** How the last sync went; in its own transaction, it changes no fact. */
	async noteSync(change: (state: SyncState) => SyncState): Promise<SyncState> {
		return this.db.transaction('rw', this.db.meta, async () => {
			const next = change(await readMeta(this.db, 'sync'));
			await writeMeta(this.db, 'sync', next);
			return next;
		});
	}

	/** Groups and communities by name, as of the last sync. */
	readonly office = (): Promise<Office> => readMeta(this.db, 'office');

	readonly noteOffice = (office: Office) => writeMeta(this.db, 'office', office);

	/** The scopes that the server lets this phone and its accounts read, as of their last syncs. */
	async reads(): Promise<readonly ScopeId[]> {
		return [...new Set(Object.values(await readMeta(this.db, 'reads')).flat())];
	}

	/** What the server lets a principal read: this phone, or an account by its id. */
	async noteReads(principal: Id, scopes: readonly ScopeId[]): Promise<void> {
		const before = await readMeta(this.db, 'reads');
		await writeMeta(this.db, 'reads', { ...before, [principal]: scopes });
	}

	/** After a sync: what is held is folded no longer, what was lost or left long ago goes. */
	async keepHouse(): Promise<void> {
		await this.house.setAside(this.known.id);
		await this.leaveLost();
		await this.house.tidy();
	}

	/** How the vault of an account is taken off this phone. */
	async departure(account: Id): Promise<Departure> {
		const { Departure } = await import('./departure.ts');
		return new Departure(this.db, account);
	}

	/** Lets go of what neither the phone nor an account on it may read any more. */
	async leaveLost(): Promise<void> {
		const here = Object.keys(await this.cursors()).filter(isScope);
		const kept = [...(await this.reads()), this.known.own];
		for (const scope of here.filter((one) => !kept.includes(one)))
			await this.house.leave(this.known.id, scope);
	}

	/** How far the phone's clock is off (ms, server minus phone), learnt at a sync. */
	async noteOffset(offset: number): Promise<void> {
		await this.db.transaction('rw', this.db.meta, async () => {
			const stamp = await readMeta(this.db, 'stamp');
			await writeMeta(this.db, 'stamp', { ...stamp, offset: Math.round(offset) });
		});
	}

	/** The accounts that have ever signed in here: their facts travel only with their tokens. */
	async accounts(): Promise<readonly Id[]> {
		return (await this.setting<Id[]>('accounts')) ?? [];
	}

	async knowAccount(account: Id): Promise<void> {
		await this.set('accounts', [...new Set([...(await this.accounts()), account])]);
	}

	/** A setting of this phone (not a fact): language, sun mode, who was here last. */
	async setting<T>(name: string): Promise<T | undefined> {
		return (await this.db.meta.get(`setting|${name}`))?.v as T | undefined;
	}

	async set(name: string, value: unknown): Promise<void> {
		await this.db.meta.put({ k: `setting|${name}`, v: value });
	}
}
