import type { PhoneId } from '#lib/domain/shared/ids.ts';
import type { EntryRow, PhoneDatabase } from './database.ts';
import type { Sealing } from './sealing.ts';
import type { Writing } from './writing.ts';

/** Raised whenever a fold, a table or an upcast changes: what a phone has folded is folded again. */
export const FOLD_VERSION = 3;

/** Entries folded at once, and then the phone is free for others. */
const CHUNK = 300;
const DONE = 'folded';

interface Progress {
	readonly version: number;
	/** The scope that is being folded; '' at the end. */
	readonly scope: string;
	/** Its last entry that was folded again. */
	readonly after: string;
}

/**
 * Folds everything again after an update, scope by scope and in the background: what lies under one key
 * lies in one scope, so that a key is folded as few times as can be. A phone that is switched off goes
 * on where it was. Entries of a closed vault wait for the next time.
 */
export class Refolding {
	constructor(
		private readonly db: PhoneDatabase,
		private readonly sealing: Sealing,
		private readonly writing: Writing
	) {}

	/** One chunk; true while there is more to do. */
	async step(phone: PhoneId, version: number, chunk = CHUNK): Promise<boolean> {
		const at = await this.progress(version);
		if (at.scope === '') return this.reached(at);
		const rows = await this.chunk(at, chunk);
		const folds = rows.filter((row) => !row.left && !row.asks && this.sealing.canOpen(row.scope));
		const fresh = await this.sealing.entries(folds);
		if (fresh.length) await this.writing.write(phone, () => ({ fresh, refold: true }));
		const last = rows.length === chunk ? rows.at(-1)?.id : undefined;
		if (last) return this.reached({ ...at, after: last });
		return this.reached({ version, scope: await this.scopeAfter(at.scope), after: '' });
	}

	private async reached(progress: Progress): Promise<boolean> {
		await this.db.meta.put({ k: DONE, v: progress });
		return progress.scope !== '';
	}

	private async progress(version: number): Promise<Progress> {
		const known = (await this.db.meta.get(DONE))?.v as Partial<Progress> | undefined;
		if (known?.version === version && known.scope !== undefined)
			return { version, scope: known.scope, after: known.after ?? '' };
		return { version, scope: await this.scopeAfter(''), after: '' };
	}

	private async scopeAfter(scope: string): Promise<string> {
		return (await this.db.entries.where('scope').above(scope).first())?.scope ?? '';
	}

	/** In the order of their ids, which is how an index gives what it holds under one value. */
	private chunk({ scope, after }: Progress, size: number): Promise<EntryRow[]> {
		return this.db.entries
			.where('scope')
			.equals(scope)
			.filter(({ id }) => id > after)
			.limit(size)
			.toArray();
	}
}
