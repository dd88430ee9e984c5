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
		const found = await this.idsUnder(keys);
		const ids = [...new Set([...found.values()].flat())];
		const rows = (await this.db.entries.bulkGet(ids)).flatMap((row) => row ?? []);
		const opened = new Map((await this.sealing.entries(rows)).map((e) => [e.id, e]));
		return [...found].flatMap(([k, under]) =>
			under.flatMap((id): Filed[] => {
				const e = opened.get(id);
				return e ? [[k, e]] : [];
			})
		);
	}

	/** Asked for key by key, all at once: a cursor would wait for the disk at each, and bring an entry
	 * again for every key it is under. */
	private idsUnder(keys: Key[]): Promise<Map<Key, Id[]>> {
		return this.db.transaction('r', this.db.entries, async () => {
			const under = await Promise.all(
				keys.map((k) => this.db.entries.where('keys').equals(k).primaryKeys())
			);
			return new Map(keys.map((k, i) => [k, under[i] ?? []]));
		});
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
