import type { Result } from '#lib/domain/shared/result.ts';
import type * as Door from '#lib/sync/pocketbase.ts';

type Client = Door.OfficeClient;

/**
 * The office: what facilitators and the coordination look up and change online. The account's token
 * lives in memory only: a reload asks for the password again.
 */
export class Office {
	#client: Promise<Client> | null = null;
	#account: Door.Account | null = $state.raw(null);

	get account(): Door.Account | null {
		return this.#account;
	}

	async signIn(
		username: string,
		password: string
	): Promise<Result<Door.Account, Door.OfficeFault>> {
		const done = await (await this.client()).signIn(username, password);
		if (done.ok) this.#account = done.value;
		return done;
	}

	async signOut(): Promise<void> {
		this.#account = null;
		(await this.client()).signOut();
	}

	/** The way to the server, loaded when the first page of the office is opened. */
	client(): Promise<Client> {
		this.#client ??= import('#lib/sync/pocketbase.ts').then(
			({ OfficeClient }) => new OfficeClient()
		);
		return this.#client;
	}
}

export type {
	GroupReport,
	Named,
	OfficeFault,
	OfficeGroup,
	PhoneCode
} from '#lib/sync/pocketbase.ts';
