// Files named by their content: written once, never changed, removed when nothing names them any more.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Published {
	address: string;
	bytes: number;
	sha256: string;
}

/** Writes only what differs, so that a running dev server is not woken for nothing. */
export function writeIfNew(file: string, content: string | Buffer): void {
	const bytes = Buffer.from(content);
	if (existsSync(file) && readFileSync(file).equals(bytes)) return;
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, bytes);
}

export class Publisher {
	readonly #home: string;
	readonly #base: string;
	readonly #published = new Map<string, Published>();

	/** @param home folder that the server shows under `base` */
	constructor(home: string, base: string) {
		this.#home = home;
		this.#base = base;
	}

	/** @returns the public address of `folder/name.HASH.ext` holding this content */
	put(folder: string, name: string, content: string | Buffer): string {
		const bytes = Buffer.from(content);
		const [stem, ext] = [name.replace(/\.\w+$/, ''), name.replace(/^.*\./, '')];
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const path = `${folder}/${stem}.${sha256.slice(0, 8)}.${ext}`;
		const address = `${this.#base}/${path}`;
		if (this.#published.has(address)) return address;
		this.#published.set(address, { address, bytes: bytes.length, sha256 });
		writeIfNew(join(this.#home, path), bytes);
		return address;
	}

	file(address: string): Published {
		const found = this.#published.get(address);
		if (!found) throw new Error(`${address} was not published`);
		return found;
	}

	/** Removes files that this build did not name. */
	sweep(): void {
		for (const folder of existsSync(this.#home) ? readdirSync(this.#home) : []) {
			for (const name of readdirSync(join(this.#home, folder))) {
				const named = this.#published.has(`${this.#base}/${folder}/${name}`);
				if (!named) rmSync(join(this.#home, folder, name));
			}
		}
	}
}
