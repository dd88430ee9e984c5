import { Dexie } from 'dexie';
import type { Entry } from '#lib/domain/journal/entry.ts';
import type { Body, Kind } from '#lib/domain/journal/registry.ts';
import type { Id, PhoneId } from '#lib/domain/shared/ids.ts';
import type { EntryRow, PhoneDatabase } from './database.ts';
import { ownFacts, type Whose } from './own-facts.ts';
import type { Sealing } from './sealing.ts';

/** How many facts this phone has made, and how many of them the server has. */
export interface Counts {
	readonly made: number;
	readonly safe: number;
	/** Unsent, by whom they were made: those of an account wait until she signs in. */
	readonly waiting: ReadonlyMap<Id, number>;
	/** Held or refused by the server: listed for a person to look at. */
	readonly listed: number;
}

/** What the server said of one entry, as far as the outbox cares. */
export interface Receipt {
	readonly id: string;
	readonly s: 'ok' | 'dup' | 'held' | 'refused' | 'later';
	readonly q?: number;
	readonly c?: string;
}

/** What became of a held entry. */
export interface Decision {
	readonly id: Id;
	readonly verdict: 'released' | 'returned' | 'lost';
	readonly q: number;
}

/** Entries of this phone on their way to the server. */
export class Outbox {
	constructor(
		private readonly db: PhoneDatabase,
		private readonly sealing: Sealing
	) {}

	/** Unsent entries in the order they were made, from after `n`; those that cannot be opened now or
	 * whose author does not speak (her token is not here) wait. */
	async page(after: number, limit: number, speaks: (by: Id) => boolean): Promise<Entry[]> {
		const rows = await this.db.entries
			.where('out')
			.above(after)
			.filter((row) => speaks(row.by) && this.sealing.canOpen(row.scope))
			.limit(limit)
			.toArray();
		return this.sealing.entries(rows);
	}

	/** Writes down what the server said. `ok`, `dup` and `held` mean that it has the fact. */
	async receipts(list: readonly Receipt[]): Promise<void> {
		const said = new Map(list.map((one) => [one.id, one]));
		await this.db.entries
			.where('id')
			.anyOf([...said.keys()])
			.modify((row) => noted(row, said.get(row.id)));
	}

	/** What a coordinator has decided of entries that were held. A released one is safe and no longer
	 * listed; a returned one stays in the list, as such; one that a restored server lost is sent again. */
	async decided(list: readonly Decision[]): Promise<void> {
		const said = new Map(list.map((one) => [one.id, one]));
		await this.db.entries
			.where('id')
			.anyOf([...said.keys()])
			.modify((row) => {
				const decided = said.get(row.id);
				if (!decided || row.listed === undefined) return;
				row.answer = { s: 'held', c: decided.verdict };
				if (decided.verdict === 'returned') return;
				delete row.answer;
				delete row.listed;
				if (decided.verdict === 'lost') row.out = row.n;
				else row.q = decided.q;
			});
	}

	/** The ids of entries that are held, those that nobody has decided on first. */
	async held(limit: number): Promise<Id[]> {
		const rows = await this.db.entries.where('listed').equals(1).toArray();
		const returned = ({ answer }: EntryRow) => Number(answer?.c === 'returned');
		return rows
			.filter(({ answer }) => answer?.s === 'held')
			.sort((a, b) => returned(a) - returned(b))
			.slice(0, limit)
			.map(({ id }) => id);
	}

	async counts(phone: PhoneId): Promise<Counts> {
		const unsent = await this.db.entries.where('out').above(0).toArray();
		const waiting = new Map<Id, number>();
		for (const { by } of unsent) waiting.set(by, (waiting.get(by) ?? 0) + 1);
		const listed = await this.db.entries.where('listed').equals(1).toArray();
		const refused = listed.filter(({ answer }) => answer?.s === 'refused').length;
		const made = await this.mine(phone).count();
		return { made, safe: made - unsent.length - refused, waiting, listed: listed.length };
	}

	/** What somebody wrote, sent or not, as far as it can be opened now. */
	written<K extends Kind>(whose: Whose<K>): Promise<Body<K>[]> {
		return ownFacts(this.db, this.sealing, whose);
	}

	private mine(phone: PhoneId) {
		return this.db.entries.where('[phone+n]').between([phone, Dexie.minKey], [phone, Dexie.maxKey]);
	}

	/** The acknowledged entry with the highest number: if the server has not got it, or under another
	 * number, it was restored. */
	async proof(): Promise<{ proof: Id | ''; proofQ?: number }> {
		const last = await this.db.entries.orderBy('q').last();
		return last?.q === undefined ? { proof: '' } : { proof: last.id, proofQ: last.q };
	}

	/** The server lost facts: everything this phone made is to be sent again. */
	async again(phone: PhoneId): Promise<void> {
		await this.mine(phone).modify((row) => {
			if (row.answer?.s === 'refused') return;
			row.out = row.n;
			delete row.q;
		});
	}

	/** Entries the server holds or has refused, newest first. */
	async listed(): Promise<readonly EntryRow[]> {
		const rows = await this.db.entries.where('listed').equals(1).toArray();
		return rows.sort((a, b) => b.n - a.n);
	}
}

function noted(row: EntryRow, receipt: Receipt | undefined): void {
	if (!receipt || row.out === undefined) return;
	const { s, q, c = '' } = receipt;
	if (s === 'later') {
		row.answer = { s, c };
		return;
	}
	delete row.out;
	delete row.answer;
	delete row.listed;
	if (s === 'held' || s === 'refused') {
		row.answer = { s, c };
		row.listed = 1;
	} else if (q) row.q = q;
}
