import { newBoxKey } from '#lib/crypto/box.ts';
import type { Entry } from '#lib/domain/journal/entry.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import { Phone, type FactDraft } from '#lib/store/phone.ts';
import type { Kind } from '#lib/domain/journal/registry.ts';
import { syncOnce, type SyncOutcome } from '#lib/sync/client.ts';
import type { Reply, Transport } from '#lib/sync/http.ts';
import type { SyncRequest } from '#lib/sync/protocol.ts';
import type { Chance } from './chance.ts';
import type { ChaosServer } from './server.ts';

/** What may go wrong with a sync. */
export interface Weather {
	readonly dropRequest: number;
	readonly dropAnswer: number;
	readonly twice: number;
	readonly late: number;
	/** The phone dies at one of the steps of the sync. */
	readonly kill: number;
}
export const FAIR: Weather = { dropRequest: 0, dropAnswer: 0, twice: 0, late: 0, kill: 0 };
export const FOUL: Weather = {
	dropRequest: 0.1,
	dropAnswer: 0.15,
	twice: 0.1,
	late: 0.15,
	kill: 0.2
};

/** Where facts are made: the app, or another tab of it. */
export interface Hand {
	readonly phone: Phone;
	save<K extends Kind>(draft: FactDraft<K>): Promise<string>;
}
interface Sent {
	readonly request: SyncRequest;
	readonly account: Id | undefined;
}

class Killed extends Error {}
const keyMade = newBoxKey();

/** A phone that lives through bad weather. Its facts lie in a database that outlives it. */
export class SimPhone implements Hand {
	phone!: Phone;
	/** Its clock minus the true one, ms. */
	skew = 0;
	/** The account that is signed in. */
	account: Id | undefined;
	/** Everything it was told is saved. */
	readonly saved: Entry[] = [];
	private readonly old: Sent[] = [];

	/** Where its facts lie, whatever happens to it. */
	get database(): string {
		return this.around.database;
	}

	constructor(
		readonly name: string,
		readonly accounts: readonly Id[],
		private readonly around: { server: ChaosServer; newId: () => Id; database: string }
	) {}

	async open(): Promise<void> {
		this.phone = await this.opened();
	}

	private async opened(): Promise<Phone> {
		const key = await keyMade;
		const { newId, database } = this.around;
		const signed = () => this.account !== undefined;
		return Phone.open(database, {
			clock: () => this.around.server.now + this.skew,
			newId,
			keyring: () => (signed() ? key : undefined)
		});
	}

	/** The power goes: whatever was in memory is gone. */
	async kill(): Promise<void> {
		this.phone.close();
		await this.open();
	}

	save<K extends Kind>(draft: FactDraft<K>): Promise<string> {
		return this.saveIn(this.phone, draft);
	}

	private async saveIn<K extends Kind>(phone: Phone, draft: FactDraft<K>): Promise<string> {
		const saved = await phone.save(draft);
		if (!saved.ok) return saved.error;
		this.saved.push(saved.value);
		return saved.value.id;
	}

	/** Work in another tab of the same app. */
	async tab(work: (hand: Hand) => Promise<string>): Promise<string> {
		const phone = await this.opened();
		const done = await work({ phone, save: (draft) => this.saveIn(phone, draft) });
		phone.close();
		return done;
	}

	async sync(chance: Chance, weather: Weather): Promise<SyncOutcome | { kind: 'killed' }> {
		const deadly = chance.is(weather.kill) ? 1 + chance.below(12) : 0;
		const account = this.account;
		try {
			return await syncOnce(mortal(this.phone, deadly), this.line(chance, weather), {
				clock: () => this.around.server.now + this.skew,
				...(account ? { account: { id: account, token: account } } : {})
			});
		} catch (fault) {
			if (!(fault instanceof Killed)) throw fault;
			await this.kill();
			return { kind: 'killed' };
		}
	}

	/** A line that loses requests and answers, sends some twice, and brings old ones late. */
	private line(chance: Chance, weather: Weather): Transport {
		const { server } = this.around;
		const sync = async (request: SyncRequest): Promise<Reply> => {
			const { account } = this;
			const late = chance.pick(this.old);
			if (late && chance.is(weather.late)) await this.send(late);
			if (chance.is(weather.dropRequest)) {
				this.old.push({ request, account }); // it may still arrive
				return { kind: 'offline' };
			}
			const reply = await server.sync(this.phone.identity.id, account, request);
			if (chance.is(weather.twice)) await this.send({ request, account });
			if (this.old.length < 5) this.old.push({ request, account });
			return chance.is(weather.dropAnswer) ? { kind: 'offline' } : reply;
		};
		const none = async (): Promise<Reply> => ({ kind: 'offline' });
		return { sync, enrol: none, secrets: none };
	}

	private send({ request, account }: Sent): Promise<Reply> {
		return this.around.server.sync(this.phone.identity.id, account, request);
	}
}

/** The same phone, but it dies at its nth step: before it or after it. */
function mortal(phone: Phone, nth: number): Phone {
	if (!nth) return phone;
	let left = nth;
	const guard = <T extends object>(target: T): T =>
		new Proxy(target, {
			get(of, name) {
				const value: unknown = Reflect.get(of, name, of);
				if (name === 'outbox') return guard(value as object);
				if (typeof value !== 'function') return value;
				return async (...args: unknown[]) => {
					const dies = --left === 0;
					if (dies && nth % 2) throw new Killed();
					const done: unknown = await Reflect.apply(value, of, args);
					if (dies) throw new Killed();
					return done;
				};
			}
		});
	return guard(phone);
}
