import { Dexie } from 'dexie';
import type { Id, PhoneId } from '#lib/domain/shared/ids.ts';
import type { EntryRow, PhoneDatabase } from './database.ts';
import type { Sealing } from './sealing.ts';
import type { Writing } from './writing.ts';

/** Raised whenever a fold, a table or an upcast changes: what a phone has folded is folded again. */
export const FOLD_VERSION = 3;

/** Entries folded at once, and then the phone is free for others. */
const CHUNK = 100;
const DONE = 'folded';

interface Progress {
	readonly version: number;
	/** The last entry that was folded again; '' at the end. */
	readonly after: Id | '';
}

/**
 * Folds everything again after an update, a hundred entries at a time and in the background; a phone
 * that is switched off goes on where it was. Entries of a closed vault wait for the next time.
 */
export class Refolding {
	constructor(
		private readonly db: PhoneDatabase,
		private readonly sealing: Sealing,
		private readonly writing: Writing
	) {}

	/** One chunk; true while there is more to do. */
	async step(phone: PhoneId, version: number): Promise<boolean> {
		const { version: done, after } = await this.progress();
		const fromStart = done !== version;
		if (!fromStart && after === '') return false;
		const rows = await this.chunk(fromStart ? '' : after);
		const folds = rows.filter((row) => !row.left && !row.asks && this.sealing.canOpen(row.scope));
		const fresh = await this.sealing.entries(folds);
		if (fresh.length) await this.writing.write(phone, () => ({ fresh, refold: true }));
		const last = rows.length === CHUNK ? (rows.at(-1)?.id ?? '') : '';
		await this.db.meta.put({ k: DONE, v: { version, after: last } });
		return last !== '';
	}

	private async progress(): Promise<Progress> {
		const known = (await this.db.meta.get(DONE))?.v as Progress | undefined;
		return known ?? { version: 0, after: '' };
	}

	private chunk(after: Id | ''): Promise<EntryRow[]> {
		return this.db.entries.where('id').between(after, Dexie.maxKey, false).limit(CHUNK).toArray();
	}
}
