import { madeKey, type Filed, type Shelf } from '#lib/domain/journal/shelf.ts';
import { ownerOf, type Entry, type Key, type OwnerId } from '#lib/domain/journal/entry.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import type { EntryRow, PhoneDatabase } from './database.ts';
import type { Sealing } from './sealing.ts';

/** What the engine reads of a phone. Entries that have left are not on the shelf. */
export class PhoneShelf implements Shelf {
	constructor(
		private readonly db: PhoneDatabase,
		private readonly sealing: Sealing
	) {}

	async byId(ids: Id[]): Promise<Entry[]> {
		const found = await this.db.entries.bulkGet(ids);
		return this.sealing.entries(
			found.flatMap((row) => (row && !row.left && !row.asks ? [row] : []))
		);
	}

	async byKey(keys: Key[]): Promise<Filed[]> {
		const wanted = new Set(keys);
		const rows = await this.db.entries.where('keys').anyOf(keys).toArray();
		return this.filed(rows, (k) => wanted.has(k));
	}

	async about(ids: OwnerId[]): Promise<Filed[]> {
		const wanted = new Set(ids);
		const made = await this.db.entries
			.where('scope')
			.anyOf(ids)
			.filter(({ left, asks }) => !left && !asks)
			.toArray();
		const near = await this.db.entries
			.where('keys')
			.startsWithAnyOf(ids.map((id) => `${id}|`))
			.toArray();
		const opened = await this.sealing.entries(made);
		return [
			...(await this.filed(near, (k) => wanted.has(ownerOf(k)))),
			...opened.map((e): Filed => [madeKey(e.scope), e])
		];
	}

	/** A row that matched by several keys is found several times: it is opened once. */
	private async filed(rows: EntryRow[], wanted: (k: Key) => boolean): Promise<Filed[]> {
		const once = [...new Map(rows.map((row) => [row.id, row])).values()];
		const opened = await this.sealing.entries(once);
		return opened.flatMap((e, i) => (once[i]?.keys ?? []).filter(wanted).map((k): Filed => [k, e]));
	}
}
