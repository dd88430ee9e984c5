/// <reference lib="webworker" />
import { inLanes, type Listed } from './list.ts';

type Asker = Client | ServiceWorker | MessagePort | null;

const CACHE = 'parts';
// leaves connections to facts and pages
const LANES = 3;
const mark = (part: string) => `/~part/${part}`;
const partOf = (url: string) => /\/~part\/(\w+)$/.exec(url)?.[1];
const keyOf = ({ url, revision }: Listed) => (revision === null ? url : `${url}?rev=${revision}`);

/**
 * What only the staff needs. A part is fetched once somebody of the staff is signed in, each file checked against
 * the bytes of the build; from then on it is kept like the core, through every new version.
 */
export class Parts {
	readonly #files: ReadonlyMap<string, Listed>;

	constructor(files: readonly Listed[]) {
		this.#files = new Map(files.map((file) => [file.url, file]));
	}

	/** The file at this address as it lies here, of this version alone. */
	async answer(path: string): Promise<Response | undefined> {
		const file = this.#files.get(path);
		return file && (await caches.open(CACHE)).match(keyOf(file));
	}

	async keeps(part: string): Promise<boolean> {
		return (await caches.open(CACHE)).match(mark(part)).then(Boolean);
	}

	/** Fetches what is missing of a part; says to the page when all of it is here. */
	async keep(part: string, asker: Asker): Promise<void> {
		if (!(await this.#fetch([part]))) return; // asked again at the next start
		await (await caches.open(CACHE)).put(mark(part), new Response());
		asker?.postMessage({ kind: 'part-kept', part });
	}

	/** For a new version: the parts that are kept go on being kept. A version that cannot have them waits. */
	async install(): Promise<void> {
		const cache = await caches.open(CACHE);
		const kept = (await cache.keys()).flatMap(({ url }) => partOf(url) ?? []);
		if (kept.length && !(await this.#fetch(kept))) throw new TypeError('a part is missing');
	}

	/** Takes away what this version does not name. */
	async activate(): Promise<void> {
		const cache = await caches.open(CACHE);
		const named = new Set(
			[...this.#files.values()].map((file) => new URL(keyOf(file), location.href).href)
		);
		for (const request of await cache.keys())
			if (!named.has(request.url) && !partOf(request.url)) await cache.delete(request);
	}

	async #fetch(parts: readonly string[]): Promise<boolean> {
		const cache = await caches.open(CACHE);
		const wanted = [...this.#files.values()].filter((file) =>
			file.parts?.some((part) => parts.includes(part))
		);
		return inLanes(wanted, LANES, async (file) => {
			const key = keyOf(file);
			if (await cache.match(key)) return;
			const { integrity = '', revision } = file;
			const fresh = await fetch(file.url, {
				integrity,
				...(revision === null ? {} : { cache: 'reload' })
			});
			if (!fresh.ok) throw new TypeError(`${fresh.status}`);
			await cache.put(key, fresh);
		});
	}
}
