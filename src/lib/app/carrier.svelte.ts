import { version } from '$app/environment';
import { fail, ok, type Result } from '#lib/domain/shared/result.ts';
import type { Phone } from '#lib/store/phone.ts';
import type { SignedIn } from '#lib/sync/client.ts';
import type { HandoverFile } from '#lib/sync/handover.ts';
import type * as Sync from './syncing.ts';
import { faultCode, noteFault } from './faults.ts';
import type { Light } from './light.ts';
import { protect, Sentinel } from './sentinel.svelte.ts';

/** Why a phone could not join: the letters, the code, the network, or the programme. */
export type EnrolFault = 'shape' | 'unknown' | 'late' | 'often' | 'offline' | 'fault';

interface Counts {
	readonly made: number;
	readonly safe: number;
	/** Unsent, by who made them. */
	readonly waiting: ReadonlyMap<string, number>;
	/** Held or refused: for a person to look at. */
	readonly listed: number;
}

const NONE: Counts = { made: 0, safe: 0, waiting: new Map(), listed: 0 };

type Synced = Extract<Awaited<ReturnType<typeof Sync.syncOnce>>, { kind: 'synced' }>;

/** The account that is open on this phone: its facts go with its token. */
export interface Speaker {
	account(): SignedIn | undefined;
	/** What the server said of it; answers whether there is now more to pull. */
	heard(outcome: Synced): Promise<boolean>;
}

const AFTER_SAVE_MS = 5_000;
const AFTER_FAULT_MS = 60_000;
const LABEL = /\(([^)]*)\)/;

/** Carries facts to the server and back, and says in one word how that stands. */
export class Carrier {
	#phone: Phone | null = null;
	#light: Light = $state.raw({ kind: 'never' });
	#counts: Counts = $state.raw(NONE);
	#group: { readonly name: string } | null = $state.raw(null);
	#joined = $state(false);
	#after: () => Promise<void> = async () => {};
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sync: Promise<typeof Sync> | null = null;
	/** Notices when the browser has thrown everything away. */
	readonly sentinel = new Sentinel();
	/** Whoever of the staff is at this phone. */
	speaker: Speaker | null = null;
	#running = false;
	#again = false;

	get light(): Light {
		return this.#light;
	}
	/** How many facts this phone made, and how many of them the server has. */
	get counts(): Counts {
		return this.#counts;
	}
	/** The programme knows this phone: by a code, or by the sign-in of one of the staff. */
	get joined(): boolean {
		return this.#joined;
	}
	/** The group this phone is enrolled in. */
	get group(): { readonly name: string } | null {
		return this.#group;
	}

	/** Starts carrying; `after` is called whenever something has come in. */
	async begin(phone: Phone, after: () => Promise<void>): Promise<void> {
		this.#phone = phone;
		this.#after = after;
		addEventListener('online', () => this.now());
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'visible') this.now();
		});
		this.sentinel.check(phone.identity.id);
		await this.show();
		this.now();
	}

	/** A fact was saved: sync in a moment, so that several taps travel together. */
	soon(): void {
		void this.show();
		void protect();
		this.#wait(AFTER_SAVE_MS);
	}

	/** Sync now; without a group there is nowhere to send to, and that is no fault. */
	now(): void {
		clearTimeout(this.#timer);
		if (this.#phone?.identity.token) void this.#run();
	}

	/** Lets this phone into a group by its code; answers the group's name. `name`: what the programme is to
	 * call this phone; without one, what its browser calls it. */
	async enrol(typed: string, name = ''): Promise<Result<string, EnrolFault>> {
		const phone = this.#phone;
		const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
		if (code.length !== 8) return fail('shape');
		if (!phone) return fail('fault');
		const { enrol, httpTransport } = await this.#load();
		const label = (name.trim() || (LABEL.exec(navigator.userAgent)?.[1] ?? '')).slice(0, 80);
		const done = await enrol(phone, httpTransport(), { code, label });
		if (!done.ok) return fail(faultOf(done.error));
		void protect();
		await this.show();
		await this.#after();
		this.now();
		return ok(done.value.name);
	}

	/** Everything unsent in a file that only the server can read; undefined if this phone has not joined. */
	async file(): Promise<HandoverFile | undefined> {
		const phone = this.#phone;
		if (!phone) return undefined;
		const { handoverFile } = await import('#lib/sync/handover.ts');
		return handoverFile(phone, { clock: Date.now, account: this.speaker?.account() });
	}

	/** Reads again how many facts wait, and says so. */
	async show(): Promise<void> {
		const phone = this.#phone;
		if (!phone) return;
		const counts = await phone.counts();
		const { made, safe } = counts;
		this.#counts = counts;
		this.#group = phone.identity.group ?? null;
		this.#joined = phone.identity.token !== undefined;
		this.sentinel.note(phone.identity.id, counts);
		if (this.#light.kind === 'syncing') return;
		const { at } = await phone.syncState();
		if (this.sentinel.lost) this.#light = { kind: 'blocked', reason: 'lost' };
		else if (!phone.identity.token) this.#light = { kind: 'never' };
		else if (made > safe) this.#light = { kind: 'waiting', n: made - safe };
		else this.#light = at > 0 ? { kind: 'synced', at } : { kind: 'never' };
	}

	async #run(): Promise<void> {
		const phone = this.#phone;
		if (!phone) return;
		if (this.#running) {
			this.#again = true; // saved while a sync was on its way: it may have missed that
			return;
		}
		this.#running = true;
		try {
			await this.#carry(phone);
		} catch (fault) {
			await this.#broke(fault);
		} finally {
			this.#running = false;
		}
		if (this.#again) this.#wait(0);
		this.#again = false;
	}

	async #carry(phone: Phone): Promise<void> {
		const { alone, syncOnce, httpTransport, backoff, phoneHeader } = await this.#load();
		this.#light = { kind: 'syncing' };
		const account = this.speaker?.account();
		const header = await phoneHeader();
		const outcome = await alone(() =>
			syncOnce(phone, httpTransport(), {
				clock: Date.now,
				header,
				...(account ? { account } : {})
			})
		);
		this.#light = { kind: 'never' };
		await this.show();
		if (outcome?.kind === 'synced') {
			if (outcome.pulled > 0) await this.#after();
			if (await this.speaker?.heard(outcome)) this.#again = true;
			return;
		}
		if (outcome?.kind === 'unauthorized' && outcome.certain) {
			this.#light = { kind: 'blocked', reason: 'unauthorized' };
			return;
		}
		const { failures } = await phone.syncState();
		const asked = outcome?.kind === 'busy' ? outcome.retryAfterMs : 0;
		this.#wait(backoff(Math.max(1, failures), Math.random(), asked));
	}

	/** Something threw that should not: it is noted, tried again, and not said to be on its way meanwhile. */
	async #broke(fault: unknown): Promise<void> {
		noteFault({ at: Date.now(), code: faultCode(fault, 0), route: 'sync', version });
		this.#sync = null; // its code may be what did not come
		this.#wait(AFTER_FAULT_MS);
		this.#light = { kind: 'never' };
		await this.show();
	}

	#wait(ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.now(), ms);
	}

	#load(): Promise<typeof Sync> {
		this.#sync ??= import('./syncing.ts');
		return this.#sync;
	}
}

type Refusal = Awaited<ReturnType<typeof Sync.enrol>> extends Result<unknown, infer E> ? E : never;

function faultOf(refusal: Refusal): EnrolFault {
	if (refusal.kind === 'code') {
		const { code } = refusal;
		if (code === 'unknown' || code === 'shape') return 'unknown';
		if (code === 'used' || code === 'expired') return 'late';
		return code === 'too-many' ? 'often' : 'fault';
	}
	return refusal.kind === 'offline' || refusal.kind === 'portal' ? 'offline' : 'fault';
}
