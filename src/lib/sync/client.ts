import '#lib/store/plain-schemas.ts';
import type { Entry } from '#lib/domain/journal/entry.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { Locked } from '#lib/store/sealing.ts';
import type { Phone } from '#lib/store/phone.ts';
import { readAnswer, readRows } from './answer.ts';
import { MAX_PUSH, type AccountState, type Batch, type SyncAnswer } from './protocol.ts';
import type { Reply, Transport } from './http.ts';

/** An account that is signed in: its facts go only with its token. */
export interface SignedIn {
	readonly id: Id;
	readonly token: string;
}
export interface SyncOptions {
	readonly clock: () => number;
	readonly account?: SignedIn;
	/** What the phone says of itself: versions, storage, last faults. */
	readonly header?: Readonly<Record<string, unknown>>;
}

/** How a sync ended. Whatever it was, no fact is lost by it. */
export type SyncOutcome =
	| {
			readonly kind: 'synced';
			readonly at: number;
			readonly pushed: number;
			readonly pulled: number;
			readonly account: AccountState;
			/** A renewed token, for the account's vault. */
			readonly accountToken?: string;
	  }
	| { readonly kind: 'unenrolled' }
	/** `certain`: it was said so often and for so long that the phone must be let in anew. */
	| { readonly kind: 'unauthorized'; readonly certain: boolean }
	/** Somebody else's answer, or one of a server that is newer than this app. */
	| { readonly kind: 'foreign' }
	| Exclude<Reply, { kind: 'answer' } | { kind: 'unauthorized' }>;

/** 401s have to come this often and over this long before they mean anything. */
const UNAUTHORIZED = { times: 3, overMs: 24 * 3_600_000 };
/** A push is cut here: on a slow line a small page that arrives beats a big one that does not. */
const PUSH_LENGTH = 120_000;

/** One whole sync: pushes the outbox in pages and pulls until there is no more. */
export async function syncOnce(
	phone: Phone,
	transport: Transport,
	options: SyncOptions
): Promise<SyncOutcome> {
	const outcome = await new Sync(phone, transport, options).run();
	if (outcome.kind === 'synced') await phone.keepHouse();
	await phone.noteSync((state) => {
		if (outcome.kind === 'synced') {
			return { at: outcome.at, failures: 0, unauthorized: { count: 0, first: 0, last: 0 } };
		}
		return outcome.kind === 'unenrolled' ? state : { ...state, failures: state.failures + 1 };
	});
	return outcome;
}

class Sync {
	private pushed = 0;
	private pulled = 0;
	private resent = false;
	/** A page of a closed vault came and could not be taken: asking on would bring it for ever. */
	private stuck = false;
	private account: AccountState = 'none';
	private accountToken: string | undefined;

	constructor(
		private readonly phone: Phone,
		private readonly transport: Transport,
		private readonly options: SyncOptions
	) {}

	async run(): Promise<SyncOutcome> {
		const { token } = this.phone.identity;
		if (!token) return { kind: 'unenrolled' };
		let after = 0;
		for (;;) {
			const page = await this.page(after);
			const began = this.options.clock();
			const reply = await this.transport.sync(await this.request(page), this.token());
			if (reply.kind === 'unauthorized') return this.unauthorized();
			if (reply.kind !== 'answer') return reply;
			const read = readAnswer(reply.body);
			if (!read.ok) return { kind: 'foreign' };
			const { resent } = this;
			if (!(await this.take(read.value, page, began))) return { kind: 'foreign' };
			after = read.value.resend && !resent ? 0 : (page.at(-1)?.n ?? after);
			const more = read.value.more && !this.stuck;
			if (!more && !(await this.page(after)).length) return this.done();
		}
	}

	private token(): string {
		return this.phone.identity.token ?? '';
	}

	private done(): SyncOutcome {
		const { pushed, pulled, account, accountToken } = this;
		const at = this.options.clock();
		const token = accountToken === undefined ? {} : { accountToken };
		return { kind: 'synced', at, pushed, pulled, account, ...token };
	}

	/** One 401 proves nothing: an overloaded server gives them to valid tokens too. */
	private async unauthorized(): Promise<SyncOutcome> {
		const now = this.options.clock();
		const { unauthorized } = await this.phone.noteSync((state) => {
			const { count, first } = state.unauthorized;
			return { ...state, unauthorized: { count: count + 1, first: first || now, last: now } };
		});
		const { count, first, last } = unauthorized;
		const certain = count >= UNAUTHORIZED.times && last - first >= UNAUTHORIZED.overMs;
		return { kind: 'unauthorized', certain };
	}

	/** The next entries to push, as many as a page may hold. */
	private async page(after: number): Promise<Entry[]> {
		const accounts = new Set(await this.phone.accounts());
		const signed = this.options.account?.id;
		const speaks = (by: Id) => by === signed || !accounts.has(by);
		const entries = await this.phone.outbox.page(after, MAX_PUSH, speaks);
		let length = 0;
		const fits = entries.findIndex((e) => (length += JSON.stringify(e).length) > PUSH_LENGTH);
		return fits > 0 ? entries.slice(0, fits) : entries;
	}

	private async request(page: readonly Entry[]) {
		const { account, header } = this.options;
		return {
			v: 1 as const,
			push: batched(page),
			cursors: await this.phone.cursors(),
			...(await this.phone.outbox.proof()),
			listed: await this.phone.outbox.held(MAX_PUSH),
			office: (await this.phone.office()).tag,
			...(account ? { account: account.token } : {}),
			...(header ? { header } : {})
		};
	}

	/** Takes an answer in; false if a page of it is not ours – then nothing of that page is taken. That
	 * everything is to be sent again is noted first: numbers of the server that lost it must not stand
	 * beside those of this answer. */
	private async take(answer: SyncAnswer, page: readonly Entry[], began: number): Promise<boolean> {
		await this.phone.noteOffset(answer.now - (began + this.options.clock()) / 2);
		const resend = answer.resend && !this.resent;
		if (resend) await this.phone.resend();
		this.resent ||= resend;
		await this.phone.outbox.receipts(answer.answers);
		await this.phone.outbox.decided(answer.decided ?? []);
		await this.phone.noteReads(this.phone.identity.id, answer.reads.phone);
		const { account } = this.options;
		if (account && answer.account === 'ok') {
			await this.phone.noteReads(account.id, answer.reads.account);
		}
		// topics stay until newer ones come: without the facilitator's token none do
		if (answer.office)
			await this.phone.noteOffice({ ...(await this.phone.office()), ...answer.office });
		if (answer.tokens?.phone) await this.phone.identify({ token: answer.tokens.phone });
		this.accountToken = answer.tokens?.account ?? this.accountToken;
		this.account = answer.account;
		this.pushed += page.length;
		for (const [scope, { rows, cursor }] of Object.entries(answer.scopes)) {
			const read = readRows(rows);
			if (!read.ok) return false;
			if (await this.receive(scope as ScopeId, read.value, cursor)) this.pulled += rows.length;
			else this.stuck = true;
		}
		return true;
	}

	/** Health facts whose vault is closed stay at the server until it is open: the cursor does not move. */
	private async receive(
		scope: ScopeId,
		{ entries, gone }: { entries: Entry[]; gone: Id[] },
		cursor: readonly [number, Id | '']
	): Promise<boolean> {
		try {
			await this.phone.receive({ scope, entries, gone, cursor });
			return true;
		} catch (fault) {
			if (fault instanceof Locked) return false;
			throw fault;
		}
	}
}

/** Runs of entries with the same scope, actor and phone say these once. */
export function batched(page: readonly Entry[]): Batch[] {
	const batches: (Batch & { entries: Batch['entries'][number][] })[] = [];
	for (const { scope, by, phone, ...entry } of page) {
		const last = batches.at(-1);
		if (last?.scope === scope && last.by === by && last.phone === phone) last.entries.push(entry);
		else batches.push({ scope, by, phone, entries: [entry] });
	}
	return batches;
}
