import type { CodeFault } from '#lib/domain/shared/own-code.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import { fail, ok, type Result } from '#lib/domain/shared/result.ts';
import type { Phone } from '#lib/store/phone.ts';
import type { Register } from '#lib/store/register.ts';
import type { OpenAccount, UnlockFault, VaultLine } from '#lib/store/vaults.ts';
import type { Secrets } from '#lib/store/vault-record.ts';
import type { SignedIn } from '#lib/sync/pocketbase.ts';
import type { Carrier, Speaker } from './carrier.svelte.ts';
import { heardGone } from './gone.ts';
import { Idle, type IdleRule } from './idle.ts';
import type { Office } from './office.svelte.ts';
import {
	staffAccount,
	type SignInFault,
	type StaffAccount,
	type StaffRole
} from './staff-account.ts';
import type * as Heavy from './staffing.ts';

type Heard = Parameters<Speaker['heard']>[0];

interface Pending {
	readonly signed: SignedIn;
	readonly secrets: Secrets;
}

const MINUTE = 60_000;
const SETTLE_MS = 5_000;

/**
 * Who of the staff is at this phone: facilitators, promoters, the coordination. An account signs in
 * online once and chooses a code; from then on her vault opens by it, offline. Health data can be read
 * and written while it is open; locking it makes everybody forget what was opened.
 */
export class Staff {
	readonly #office: Office;
	readonly #carrier: Carrier;
	#phone: Phone | null = null;
	#accounts: readonly VaultLine[] = $state.raw([]);
	#account: StaffAccount | null = $state.raw(null);
	#ready = $state(false);
	#pending: Pending | null = $state.raw(null);
	#expired = $state(false);
	#memory: SignedIn | null = null;
	#register: Register | null = null;
	#settling: ReturnType<typeof setTimeout> | undefined;
	#holds = 0;
	#checked = false;
	#onlock: readonly (() => void)[] = [];
	readonly #idle: Idle;

	constructor(office: Office, carrier: Carrier, rules: readonly IdleRule[] = []) {
		this.#office = office;
		this.#carrier = carrier;
		const mine = {
			untouched: 10 * MINUTE,
			hidden: 2 * MINUTE,
			held: () => this.#holds > 0,
			// what has no vault has no code to come back with; its token is short
			run: () => (this.#memory ? undefined : this.lock())
		};
		this.#idle = new Idle([mine, ...rules], () => Date.now());
	}

	/** The accounts that can be opened on this phone. */
	get accounts() {
		return this.#accounts;
	}
	get account() {
		return this.#account;
	}
	/** False until it is known who has a vault here. */
	get ready() {
		return this.#ready;
	}
	get state(): 'nobody' | 'locked' | 'open' {
		if (this.#account) return 'open';
		return this.#accounts.length ? 'locked' : 'nobody';
	}
	/** Signed in online and about to choose a code. */
	get choosing(): string | null {
		return this.#pending?.signed.name ?? null;
	}
	/** The server wants the password again: facts are kept and wait. */
	get expired() {
		return this.#expired;
	}
	/** The children of the open account's communities; null while it is locked. */
	get register(): Register | null {
		return this.#register;
	}

	may(role: StaffRole): boolean {
		return this.#account?.[role] ?? false;
	}

	/** Browser only, once the phone's database is open. */
	async begin(phone: Phone): Promise<void> {
		this.#phone = phone;
		this.#carrier.speaker = {
			account: () => this.#speaks(),
			heard: (outcome) => this.#heard(outcome)
		};
		this.#idle.begin();
		await this.look();
		this.#ready = true;
		heardGone((account) => {
			if (account === this.#account?.id) this.lock();
			void this.look();
		});
	}

	/** Reads again who has a vault here, and who has to wait before the next code. */
	async look(): Promise<void> {
		this.#accounts = (await this.#phone?.vaults.list()) ?? [];
	}

	/** Signs in online. `code`: now she chooses one, and her vault is made or, if hers was forgotten,
	 * opened anew with everything that lies in it. */
	async signIn(username: string, password: string): Promise<Result<'open' | 'code', SignInFault>> {
		const phone = this.#phone;
		if (!phone) return fail('fault');
		const done = await (await this.#office.client()).signIn(username, password);
		if (!done.ok) return done;
		this.lock();
		if (!done.value.field) {
			await this.#remember(done.value);
			return ok('open');
		}
		const secrets = await (await this.#load()).letIn(phone, done.value);
		if (!secrets.ok) return secrets;
		this.#pending = { signed: done.value, secrets: secrets.value };
		return ok('code');
	}

	/** What is wrong with a code that she thinks of. */
	async codeFault(code: string): Promise<CodeFault | null> {
		return (await this.#load()).codeFault(code);
	}

	/** The code that opens her vault from now on; at least six digits, or a phrase. Never sent. */
	async chooseCode(code: string): Promise<Result<StaffAccount, CodeFault | 'gone'>> {
		const phone = this.#phone;
		const pending = this.#pending;
		if (!phone || !pending) return fail('gone');
		const easy = await this.codeFault(code);
		if (easy) return fail(easy);
		const { signed, secrets } = pending;
		const account = signed.id as Id;
		await phone.knowAccount(account);
		const { name, token } = signed;
		const opened = await phone.vaults.admit({ account, name, token, code, secrets });
		this.#pending = null;
		await this.look();
		return ok(await this.#use(phone, opened));
	}

	/** She turned back before choosing a code. */
	giveUp(): void {
		this.#pending = null;
	}

	/** Opens a vault by its code, offline. */
	async unlock(account: Id, code: string): Promise<Result<StaffAccount, UnlockFault>> {
		const phone = this.#phone;
		if (!phone) return fail({ kind: 'unknown' });
		const opened = await phone.vaults.unlock(account, code);
		await this.look();
		return opened.ok ? ok(await this.#use(phone, opened.value)) : opened;
	}

	async changeCode(old: string, next: string): Promise<Result<null, UnlockFault | CodeFault>> {
		const easy = await this.codeFault(next);
		if (easy) return fail(easy);
		const changed = await this.#phone?.vaults.changeCode(old, next);
		await this.look();
		return changed ?? fail({ kind: 'unknown' });
	}

	/** Drops the keys, and lets everybody forget what was opened with them. */
	lock(): void {
		clearTimeout(this.#settling);
		this.#phone?.vaults.lock();
		this.#office.drop();
		this.#memory = null;
		this.#pending = null;
		this.#register = null;
		this.#account = null;
		this.#expired = false;
		for (const forget of this.#onlock) forget();
	}

	/** Calls `forget` at every lock; answers how to stop that. */
	onlock(forget: () => void): () => void {
		this.#onlock = [...this.#onlock, forget];
		return () => {
			this.#onlock = this.#onlock.filter((one) => one !== forget);
		};
	}

	/** A visit is running: the phone is not locked between two readings. Each needs its `release`. */
	hold(): void {
		this.#holds++;
	}

	release(): void {
		this.#holds = Math.max(0, this.#holds - 1);
		if (!this.#holds) this.#idle.again();
	}

	/** Soon seals the register again, so that the next opening has nothing to make anew. To be called
	 * after it was read. */
	settle(): void {
		clearTimeout(this.#settling);
		this.#settling = setTimeout(() => void this.#register?.settle(), SETTLE_MS);
	}

	#speaks(): ReturnType<Speaker['account']> {
		if (this.#memory) return { id: this.#memory.id as Id, token: this.#memory.token };
		return this.#phone?.vaults.current;
	}

	/** After a sync. Answers whether there is now more to pull. */
	async #heard({ account: state, accountToken: token }: Heard): Promise<boolean> {
		const phone = this.#phone;
		const current = phone?.vaults.current;
		if (!phone || !current || state === 'none') return false;
		this.#expired = state !== 'ok';
		if (state !== 'ok') return false;
		if (token) await phone.vaults.renew({ token });
		const { httpTransport, lacksKeys, renewRights } = await this.#load();
		if (this.#checked && !(await lacksKeys(phone))) return false;
		this.#checked = true;
		const more = await renewRights(phone, httpTransport());
		const renewed = phone.vaults.current;
		if (renewed?.id !== current.id) return false;
		if (more) this.#register = phone.register();
		this.#account = staffAccount(renewed);
		return more;
	}

	async #use(phone: Phone, opened: OpenAccount): Promise<StaffAccount> {
		this.#checked = false;
		const account = staffAccount(opened);
		await this.#office.take(account, opened.token);
		this.#register = phone.register();
		this.#account = account;
		this.#idle.again();
		this.#carrier.now();
		return account;
	}

	/** A coordinator who works in no village has no vault: her token is short and lives in memory. */
	async #remember(signed: SignedIn): Promise<void> {
		const id = signed.id as Id;
		await this.#office.take(signed, signed.token);
		this.#memory = signed;
		await this.#phone?.knowAccount(id);
		const grants = [{ role: 'coordinator' as const, scope: '*' as const }];
		this.#account = staffAccount({ id, name: signed.name, grants });
	}

	#loaded: Promise<typeof Heavy> | null = null;
	#load(): Promise<typeof Heavy> {
		this.#loaded ??= import('./staffing.ts');
		return this.#loaded;
	}
}
