import type * as Door from '#lib/sync/pocketbase.ts';

type Client = Door.OfficeClient;

/**
 * The office: what facilitators and the coordination look up and change online, with the token of the
 * account that is open on this phone.
 */
export class Office {
	#client: Promise<Client> | null = null;
	#account: Door.Account | null = $state.raw(null);
	#token = '';

	get account(): Door.Account | null {
		return this.#account;
	}

	/** The account that was opened speaks from now on. */
	async take(account: Door.Account, token: string): Promise<void> {
		this.#token = token;
		(await this.#client)?.speakWith(token);
		this.#account = account;
	}

	/** It was locked. */
	drop(): void {
		this.#account = null;
		this.#token = '';
		void this.#client?.then((client) => client.speakWith(this.#token));
	}

	/** The way to the server, loaded when the first page of the office is opened. */
	client(): Promise<Client> {
		this.#client ??= import('#lib/sync/pocketbase.ts').then(({ OfficeClient }) => {
			const client = new OfficeClient();
			client.speakWith(this.#token);
			return client;
		});
		return this.#client;
	}
}

export type { ProgrammeReport } from '#lib/sync/programme-report.ts';
export type { HeldFact } from '#lib/sync/held-list.ts';
export type { HeldSaid, PhoneInGroups, Target } from '#lib/sync/coordination.ts';
export type { OfficeFault } from '#lib/sync/office-answer.ts';
export type { GroupReport, Named, OfficeGroup, PhoneCode } from '#lib/sync/pocketbase.ts';
