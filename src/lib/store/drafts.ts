import { open, seal, type Box } from '#lib/crypto/box.ts';
import type { PhoneDatabase } from './database.ts';
import { isFull, toldRoom } from './save-fault.ts';
import { Locked } from './sealing.ts';
import type { Vaults } from './vaults.ts';

const at = (name: string): string => `draft|${name}`;

/** What is being entered and is no fact yet, kept at every step. A draft of health data is sealed by the
 * vault of the account that is at it. */
export class Drafts {
	constructor(
		private readonly db: PhoneDatabase,
		private readonly vaults: Vaults,
		private readonly full?: (full: boolean) => void
	) {}

	/** Keeps a draft; `sealed`: it holds health data. Throws `Locked` if then no vault is open. On a full
	 * phone the draft before stays, and whoever enters it goes on. */
	async keep(name: string, value: unknown, sealed = false): Promise<void> {
		if (!sealed) {
			await this.put(at(name), { value });
			return;
		}
		const { id, key } = this.owner();
		const label = `draft|${id}|${name}`;
		await this.put(at(`${id}|${name}`), { box: await seal(key, label, value) });
	}

	/** The draft, or undefined if there is none. */
	async read(name: string, sealed = false): Promise<unknown> {
		if (!sealed) {
			const kept = (await this.db.meta.get(at(name)))?.v as { value: unknown } | undefined;
			return kept?.value;
		}
		const { id, key } = this.owner();
		const kept = (await this.db.meta.get(at(`${id}|${name}`)))?.v as { box: Box } | undefined;
		return kept && open(key, `draft|${id}|${name}`, kept.box);
	}

	async drop(name: string, sealed = false): Promise<void> {
		await this.db.meta.delete(at(sealed ? `${this.owner().id}|${name}` : name));
	}

	private async put(k: string, v: object): Promise<void> {
		try {
			await toldRoom(() => this.db.meta.put({ k, v }), this.full);
		} catch (fault) {
			if (!isFull(fault)) throw fault;
		}
	}

	private owner() {
		const { own } = this.vaults;
		if (!own) throw new Locked('draft');
		return own;
	}
}
