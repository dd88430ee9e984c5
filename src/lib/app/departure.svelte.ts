import { isId, type Id } from '#lib/domain/shared/ids.ts';
import type { Departing } from '#lib/store/departure.ts';
import type { Field } from './field.svelte.ts';
import { tellGone } from './gone.ts';
import type { Staff } from './staff.svelte.ts';

/** An account that is about to be taken off this phone. */
export class Departure {
	readonly #field: Field;
	readonly #staff: Staff;
	readonly #account: Id | null;
	#unsent: Departing | null = $state.raw(null);

	constructor(field: Field, staff: Staff, account: string | null) {
		this.#field = field;
		this.#staff = staff;
		this.#account = account !== null && isId(account) ? account : null;
	}

	/** Her name as the picker shows it; undefined if she has no vault here. */
	get name(): string | undefined {
		return this.#staff.accounts.find(({ account }) => account === this.#account)?.name;
	}
	/** Her vault is open: what is hers can be sent. */
	get open(): boolean {
		return this.#account !== null && this.#staff.account?.id === this.#account;
	}
	/** What has not been sent; null until it is counted. */
	get unsent(): Departing | null {
		return this.#unsent;
	}

	async look(): Promise<void> {
		const { phone } = this.#field;
		if (!phone || !this.#account) return;
		this.#unsent = await (await phone.departure(this.#account)).look();
	}

	/** Locks her vault and removes what it opens. What was open in memory goes with the page: whoever
	 * calls this loads another. */
	async depart(): Promise<void> {
		const { phone } = this.#field;
		if (!phone || !this.#account) return;
		if (this.open) this.#staff.lock();
		await (await phone.departure(this.#account)).depart();
		tellGone(this.#account);
		await phone.leaveLost();
		await this.#field.carrier.show();
	}
}
