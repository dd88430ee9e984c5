import { selfKey, type Entry, type Key } from '#lib/domain/journal/entry.ts';
import { targetOf } from '#lib/domain/journal/control.ts';
import { meetingOf } from '#lib/domain/journal/meeting-of.ts';
import type { Meeting } from '#lib/domain/journal/meeting.ts';
import { bodyOf } from '#lib/domain/journal/registry.ts';
import type { EntryRow, PhoneDatabase } from './database.ts';
import type { Sealing } from './sealing.ts';

/** Reads what a facilitator or a group's phone wants to know of meetings beyond their folded rows. */
export class Meetings {
	constructor(
		private readonly db: PhoneDatabase,
		private readonly sealing: Sealing
	) {}

	/** A meeting as it was recorded, with all that was said of it since; null if its record was struck out
	 * or is not here. */
	async record(session: string): Promise<Meeting | null> {
		return meetingOf(await this.facts(session));
	}

	private async facts(session: string): Promise<readonly Entry[]> {
		// a group that was merged into another has both ids
		const scopes = await this.db.entries.orderBy('scope').uniqueKeys();
		const keys = scopes.map((scope) => `${String(scope)}|sessions|${session}` as Key);
		const facts = await this.under(keys);
		const said = await this.under(facts.map(({ id }) => selfKey(id)));
		const struck = new Set(said.filter((e) => bodyOf(e, 'void')).map(targetOf));
		return facts.filter(({ id, kind }) => kind !== 'void' && !struck.has(id));
	}

	/** Of people who turned out to be one: the id each is shown under. */
	async same(): Promise<ReadonlyMap<string, string>> {
		const rows = await this.db.rows.where('[table+scope]').equals(['aliases', '']).toArray();
		return new Map(rows.map(({ key, row }) => [key.slice(0, key.indexOf('|')), String(row?.same)]));
	}

	private async under(keys: readonly Key[]): Promise<Entry[]> {
		const rows: EntryRow[] = await this.db.entries.where('keys').anyOf(keys).distinct().toArray();
		return this.sealing.entries(rows.filter(({ left, asks }) => !left && !asks));
	}
}
