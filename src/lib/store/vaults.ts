import { open, seal } from '#lib/crypto/box.ts';
import { bytesOf, dataKey, newDataKey, unwrap, wrap } from '#lib/crypto/keys.ts';
import { calibrate, newSalt, stretch, wrappingKey, type Hardness } from '#lib/crypto/stretch.ts';
import type { Grant } from '#lib/domain/journal/policy.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { fail, ok, type Result } from '#lib/domain/shared/result.ts';
import type { PhoneDatabase } from './database.ts';
import {
	nextTryAt,
	NO_WRONG,
	type Secrets,
	type VaultContent,
	type VaultRecord
} from './vault-record.ts';

/** A vault that is open. */
export interface OpenAccount {
	readonly id: Id;
	readonly name: string;
	readonly token: string;
	/** Communities whose facts can be opened. */
	readonly scopes: readonly ScopeId[];
	readonly grants: readonly Grant[];
}

/** A vault on this phone, as the picker shows it. */
export interface VaultLine {
	readonly account: Id;
	readonly name: string;
	/** Her code is typed in letters. */
	readonly phrase: boolean;
	/** From when a code may be tried (ms); in the past while nothing waits. */
	readonly until: number;
}

/** `wait`: too many wrong codes, the next one from then on (ms). */
export type UnlockFault =
	| { readonly kind: 'unknown' }
	| { readonly kind: 'wrong' }
	| { readonly kind: 'wait'; readonly until: number };

/** A sign-in that makes or opens anew a vault on this phone. */
export interface SignIn {
	readonly account: Id;
	readonly name: string;
	readonly token: string;
	/** Chosen on the phone, never sent: at least 6 digits, or a phrase. */
	readonly code: string;
	readonly secrets: Secrets;
}

interface Opened {
	readonly account: OpenAccount;
	readonly content: VaultContent;
	readonly data: CryptoKey;
	readonly keys: ReadonlyMap<string, CryptoKey>;
}

const at = (account: string): string => `vault|${account}`;
const ofCode = (account: string): string => `code|${account}`;
const ofRecovery = (account: string): string => `recovery|${account}`;
const ofContent = (account: string): string => `content|${account}`;

/** The vaults of the accounts that have signed in on this phone; at most one is open. */
export class Vaults {
	private opened: Opened | undefined;

	constructor(
		private readonly db: PhoneDatabase,
		private readonly clock: () => number,
		private readonly hardness?: Hardness
	) {}

	get current(): OpenAccount | undefined {
		return this.opened?.account;
	}

	/** The key of a community, while a vault that has it is open. */
	key(scope: string): CryptoKey | undefined {
		return this.opened?.keys.get(scope);
	}

	/** The key of the account itself: her drafts. */
	get own(): { readonly id: Id; readonly key: CryptoKey } | undefined {
		return this.opened && { id: this.opened.account.id, key: this.opened.data };
	}

	/** Who can open a vault here. */
	async list(): Promise<VaultLine[]> {
		const rows = await this.db.meta.where('k').startsWith('vault|').toArray();
		const now = this.clock();
		return rows.map(({ v }) => {
			const { account, name, phrase = false, wrong } = v as VaultRecord;
			return { account, name, phrase, until: nextTryAt(wrong, now) };
		});
	}

	private async record(account: string): Promise<VaultRecord | undefined> {
		return (await this.db.meta.get(at(account)))?.v as VaultRecord | undefined;
	}

	private async put(record: VaultRecord): Promise<void> {
		await this.db.meta.put({ k: at(record.account), v: record });
	}

	/** After an online sign-in: makes the vault, or gives the one that is here a new code – what lay in
	 * it is opened by the server's recovery secret. Leaves it open. */
	async admit(signIn: SignIn): Promise<OpenAccount> {
		const before = await this.record(signIn.account);
		const recovery = await wrappingKey(bytesOf(signIn.secrets.recovery));
		const label = ofRecovery(signIn.account);
		const kept = before && (await unwrap(before.byRecovery, recovery, { label, again: true }));
		const key = kept ?? (await newDataKey());
		const hardness = this.hardness ?? (await calibrate(this.clock));
		const salt = newSalt();
		const byCode = await stretch(signIn.code, salt, hardness);
		const { token, secrets, account, name } = signIn;
		const { communities, grants } = secrets;
		const content = { token, communities, grants };
		const byRecovery = await wrap(key, recovery, label);
		await this.put({
			account,
			name,
			hardness,
			salt,
			byCode: await wrap(key, byCode, ofCode(account)),
			byRecovery,
			content: await seal(key, ofContent(account), content),
			wrong: NO_WRONG,
			scopes: scopesOf(content),
			...phraseOf(signIn.code)
		});
		// taken in anew, for use alone: a key that was made to be wrapped could be taken out again
		const used = await unwrap(byRecovery, recovery, { label });
		this.opened = await opened({ account, name }, used ?? key, content);
		return this.opened.account;
	}

	/** Opens a vault by its code, offline. A wrong code wipes nothing, but makes the next one wait. */
	async unlock(account: Id, code: string): Promise<Result<OpenAccount, UnlockFault>> {
		const now = this.clock();
		const tried = await this.count(account, now);
		if (!tried.ok) return tried;
		const record = tried.value;
		const by = await stretch(code, record.salt, record.hardness);
		const key = await unwrap(record.byCode, by, { label: ofCode(account) });
		if (!key) {
			const next = nextTryAt(record.wrong, now);
			return fail(next > now ? { kind: 'wait', until: next } : { kind: 'wrong' });
		}
		await this.put({ ...record, wrong: NO_WRONG });
		const content = (await open(key, ofContent(account), record.content)) as VaultContent;
		this.opened = await opened(record, key, content);
		return ok(this.opened.account);
	}

	/** Counts a try before the code is looked at: closing the app in between, or guessing in two tabs,
	 * gains nothing. */
	private count(account: Id, now: number): Promise<Result<VaultRecord, UnlockFault>> {
		return this.db.transaction('rw', this.db.meta, async () => {
			const record = await this.record(account);
			if (!record) return fail({ kind: 'unknown' });
			const until = nextTryAt(record.wrong, now);
			if (until > now) return fail({ kind: 'wait', until });
			const tried = { ...record, wrong: { count: record.wrong.count + 1, last: now } };
			await this.put(tried);
			return ok(tried);
		});
	}

	/** Gives the open vault another code; the old one is asked for again. */
	async changeCode(old: string, next: string): Promise<Result<null, UnlockFault>> {
		const id = this.opened?.account.id;
		const record = id && (await this.record(id));
		if (!record) return fail({ kind: 'unknown' });
		const by = await stretch(old, record.salt, record.hardness);
		const label = ofCode(record.account);
		const key = await unwrap(record.byCode, by, { label, again: true });
		if (!key) return fail({ kind: 'wrong' });
		const salt = newSalt();
		const hardness = this.hardness ?? (await calibrate(this.clock));
		const byCode = await wrap(key, await stretch(next, salt, hardness), label);
		const { phrase: _before, ...rest } = record;
		await this.put({ ...rest, salt, hardness, byCode, ...phraseOf(next) });
		return ok(null);
	}

	/** Keeps a renewed token, keys of communities that were granted since, or other rights. A vault that was
	 * locked meanwhile stays so. */
	async renew(change: Partial<VaultContent>): Promise<void> {
		const now = this.opened;
		const record = now && (await this.record(now.account.id));
		if (!now || !record) return;
		const content = {
			token: change.token ?? now.content.token,
			communities: { ...now.content.communities, ...change.communities },
			grants: change.grants ?? now.account.grants
		};
		const sealed = await seal(now.data, ofContent(record.account), content);
		await this.put({ ...record, content: sealed, scopes: scopesOf(content) });
		const next = await opened(record, now.data, content);
		if (this.opened === now) this.opened = next;
	}

	/** Drops every key. What was opened by them is for the app to forget. */
	lock(): void {
		this.opened = undefined;
	}
}

const phraseOf = (code: string): { phrase?: true } =>
	/^[0-9]+$/.test(code.trim()) ? {} : { phrase: true };

const scopesOf = ({ communities }: VaultContent): ScopeId[] =>
	Object.keys(communities) as ScopeId[];

async function opened(
	{ account: id, name }: { readonly account: Id; readonly name: string },
	data: CryptoKey,
	content: VaultContent
): Promise<Opened> {
	const keys = new Map<string, CryptoKey>();
	for (const [scope, hex] of Object.entries(content.communities)) {
		keys.set(scope, await dataKey(hex));
	}
	// a vault from before rights were kept in it: they come with the next sync
	const { token, grants = [] } = content;
	const scopes = scopesOf(content);
	return { account: { id, name, token, scopes, grants }, content, data, keys };
}
