import type { PhoneId, ScopeId } from '#lib/domain/shared/ids.ts';
import { isHealth } from '#lib/domain/shared/ids.ts';
import type { PhoneDatabase } from './database.ts';
import type { Sealing } from './sealing.ts';
import type { Writing } from './writing.ts';

/** Own entries that have left are kept as long as a server's backup: a restored one may lack them. */
const BACKUP_MS = 14 * 86_400_000;

/** What a phone does with facts that are no longer its own to show. */
export class Housekeeping {
	constructor(
		private readonly db: PhoneDatabase,
		private readonly sealing: Sealing,
		private readonly writing: Writing
	) {}

	/** Folds no longer what the server holds or refused; those of a closed vault wait for it. */
	async setAside(phone: PhoneId): Promise<void> {
		const rows = await this.db.entries.where('listed').equals(1).toArray();
		const aside = rows
			.filter((row) => !row.asks && !row.left && this.sealing.canOpen(row.scope))
			.map(({ id }) => id);
		if (aside.length) await this.writing.write(phone, () => ({ fresh: [], aside }));
	}

	/** A scope was lost: what was delivered in it goes, once nothing of it waits to be sent. */
	async leave(phone: PhoneId, scope: ScopeId): Promise<void> {
		const here = await this.db.entries.where('home').equals(scope).toArray();
		if (here.some(({ out }) => out !== undefined)) return;
		if (isHealth(scope)) await this.drop(phone, scope);
		else if (here.length) {
			await this.writing.write(phone, () => ({ fresh: [], gone: here.map(({ id }) => id) }));
		}
		await this.db.meta.delete(`cursor|${scope}`);
	}

	/** A community whole, without opening a box: its rows come from its own entries alone. */
	private async drop(phone: PhoneId, scope: ScopeId): Promise<void> {
		const { entries, rows, meta } = this.db;
		await this.db.transaction('rw', entries, rows, meta, async () => {
			const here = () => entries.where('home').equals(scope);
			await here()
				.filter((row) => row.phone !== phone)
				.delete();
			const now = this.writing.now();
			await here().modify((row) => {
				row.keys = [];
				row.left ??= now;
			});
			await rows.where('scope').equals(scope).delete();
			await meta.delete(`register|${scope}`);
		});
	}

	/** Lets go of own entries that left longer ago than any backup. */
	async tidy(): Promise<void> {
		await this.db.entries
			.where('left')
			.below(this.writing.now() - BACKUP_MS)
			.filter(({ out }) => out === undefined)
			.delete();
	}
}
