import { Dexie, type Table } from 'dexie';
import type { Box } from '#lib/crypto/box.ts';
import type { Entry, Key } from '#lib/domain/journal/entry.ts';
import type { Row } from '#lib/domain/journal/tables.ts';
import type { Id } from '#lib/domain/shared/ids.ts';

/** An entry as it lies on the phone: envelope and keys in clear (ids only), the body of a group in
 * clear and that of a community in a box; neither once it is erased. */
export interface EntryRow extends Omit<Entry, 'body'> {
	keys: Key[];
	body?: unknown;
	box?: Box;
	/** The scope it is delivered in: where it was made, until the server says another. */
	home: string;
	/** Its n, there only while it is unsent. */
	out?: number;
	/** The server's number, there once an entry of this phone is safe. */
	q?: number;
	/** What the server said of an entry of this phone that is not simply taken. */
	answer?: { s: 'held' | 'refused' | 'later'; c: string };
	/** 1 while it belongs into the list of what was held or refused. */
	listed?: 1;
	/** Kept but not folded: a request that is not in force here, or a fact that the server holds. */
	asks?: 1;
	/** When it left this phone's scopes (ms): an entry of its own, kept as long as a backup. */
	left?: number;
}

/** A folded row under its key. */
export interface StateRow {
	key: Key;
	table: string;
	scope: string;
	row?: Row;
	box?: Box;
}

interface MetaRow {
	k: string;
	v: unknown;
}

/** The phone's database. A new version only adds; a test opens one of every older version. */
export class PhoneDatabase extends Dexie {
	entries!: Table<EntryRow, Id>;
	rows!: Table<StateRow, Key>;
	meta!: Table<MetaRow, string>;

	constructor(name: string) {
		// strict: what was saved is on the disk when the tap is answered, also if the battery is pulled
		super(name, { chromeTransactionDurability: 'strict' });
		this.version(1).stores({
			entries: 'id, *keys, scope, out, q, listed, left, [phone+n]',
			rows: 'key, [table+scope], scope',
			meta: 'k'
		});
		this.version(2)
			.stores({ entries: 'id, *keys, scope, home, out, q, listed, left, [phone+n]' })
			.upgrade((tx) =>
				tx
					.table<EntryRow>('entries')
					.toCollection()
					.modify((row) => {
						row.home = row.scope;
					})
			);
	}
}
