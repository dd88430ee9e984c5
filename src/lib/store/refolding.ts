import type { Id, PhoneId } from '#lib/domain/shared/ids.ts';
import type { PhoneDatabase } from './database.ts';
import type { Sealing } from './sealing.ts';
import type { Writing } from './writing.ts';

/** Raised whenever a fold, a table or an upcast changes: what a phone has folded is folded again. */
export const FOLD_VERSION = 5;

/** Entries folded at once, and then the phone is free for others. */
const CHUNK = { least: 25, first: 100, most: 400 };
/** A chunk should take so long (ms): much of it waits for the disk, and a tap comes in between. */
const SLICE_MS = { short: 60, long: 160 };
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
	private size = CHUNK.first;

	constructor(
		private readonly db: PhoneDatabase,
		private readonly sealing: Sealing,
		private readonly writing: Writing
	) {}

	/** One chunk; true while there is more to do. How far it came is written with what it made. */
	async step(phone: PhoneId, version: number, chunk?: number): Promise<boolean> {
		const at = await this.progress(version);
		if (at.scope === '') return this.reached(at);
		const began = this.writing.now();
		const size = chunk ?? this.size;
		const ids = await this.after(at);
		const rows = (await this.db.entries.bulkGet(ids.slice(0, size))).flatMap((row) => row ?? []);
		const folds = rows.filter((row) => !row.left && !row.asks && this.sealing.canOpen(row.scope));
		const fresh = await this.sealing.entries(folds);
		const last = ids.length > size ? ids[size - 1] : undefined;
		const next = last
			? { ...at, after: last }
			: { version, scope: await this.scopeAfter(at.scope), after: '' };
		if (!fresh.length) return this.reached(next);
		await this.writing.write(phone, () => ({ fresh, refold: true, note: { k: DONE, v: next } }));
		this.pace(this.writing.now() - began);
		return next.scope !== '';
	}

	/** Slower phones take smaller bites. */
	private pace(took: number): void {
		const { least, most } = CHUNK;
		if (took > SLICE_MS.long) this.size = Math.max(least, Math.round(this.size / 2));
		else if (took < SLICE_MS.short) this.size = Math.min(most, this.size * 2);
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

	/** What is left of a scope, in the order of the ids, which is how an index gives what it holds under
	 * one value. */
	private async after({ scope, after }: Progress): Promise<Id[]> {
		const ids = await this.db.entries.where('scope').equals(scope).primaryKeys();
		return ids.filter((id) => id > after);
	}
}
