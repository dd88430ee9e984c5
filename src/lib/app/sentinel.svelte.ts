import type { Id } from '#lib/domain/shared/ids.ts';

/** What this phone last knew of its facts. */
interface Known {
	readonly phone: string;
	readonly made: number;
	readonly safe: number;
}
/** A cookie: the browser clears it apart from the databases of an origin. */
interface Jar {
	cookie: string;
}

const NAME = 'yatiqana-kept';
const DAYS = 400;

/**
 * Notices when the browser has thrown away the phone's database: then there is a new phone id, and the
 * sentinel still tells of the old one. Holds an id and two counts, nothing of anybody.
 */
export class Sentinel {
	readonly #jar: () => Jar;
	#lost: { readonly unsent: number } | null = $state.raw(null);

	constructor(jar: () => Jar = () => document) {
		this.#jar = jar;
	}

	/** What was lost, until somebody has read it: facts that no server had. */
	get lost() {
		return this.#lost;
	}

	/** Once, when the database has been opened; `fresh`: it has nothing in it yet. */
	check(phone: Id): void {
		const known = this.#read();
		if (!known || known.phone === phone) return;
		this.#lost = { unsent: Math.max(0, known.made - known.safe) };
	}

	/** Keeps the counts beside the database. Not before a loss has been read: it would be forgotten. */
	note(phone: Id, { made, safe }: { readonly made: number; readonly safe: number }): void {
		if (this.#lost || !made) return;
		const secure = globalThis.location?.protocol === 'https:' ? '; Secure' : '';
		const kept = `${phone}.${made}.${safe}`;
		this.#jar().cookie = `${NAME}=${kept}; Max-Age=${DAYS * 86_400}; Path=/; SameSite=Strict${secure}`;
	}

	/** Somebody has read it. */
	seen(): void {
		this.#lost = null;
		this.#jar().cookie = `${NAME}=; Max-Age=0; Path=/; SameSite=Strict`;
	}

	#read(): Known | null {
		const found = this.#jar()
			.cookie.split('; ')
			.find((one) => one.startsWith(`${NAME}=`));
		const [phone = '', made, safe] = (found ?? '').slice(NAME.length + 1).split('.');
		if (!phone || !made || !safe) return null;
		return { phone, made: Number(made), safe: Number(safe) };
	}
}

/** Asks the browser never to throw the phone's facts away by itself; answers whether it promises. */
export async function protect(): Promise<boolean> {
	const { storage } = navigator;
	if (!storage?.persist) return false;
	return (await storage.persisted()) || storage.persist();
}
