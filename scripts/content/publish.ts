// Files named by their content: written once, never changed, removed when nothing names them any more.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes only what differs, so that a running dev server is not woken for nothing. */
export function writeIfNew(file: string, text: string): void {
	if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

export class Publisher {
	#named = new Set<string>();
	/** @param home folder that the server shows under `base` */
	constructor(
		readonly home: string,
		readonly base: string
	) {}

	/** @returns the public address of `folder/name.HASH.ext` holding this text */
	put(folder: string, name: string, text: string): string {
		const [stem, ext] = [name.replace(/\.\w+$/, ''), name.replace(/^.*\./, '')];
		const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
		const path = `${folder}/${stem}.${hash}.${ext}`;
		this.#named.add(path);
		writeIfNew(join(this.home, path), text);
		return `${this.base}/${path}`;
	}

	/** Removes files that this build did not name. */
	sweep(): void {
		for (const folder of existsSync(this.home) ? readdirSync(this.home) : []) {
			for (const name of readdirSync(join(this.home, folder))) {
				if (!this.#named.has(`${folder}/${name}`)) rmSync(join(this.home, folder, name));
			}
		}
	}
}
