import { key, type OwnerId } from '#lib/domain/journal/entry.ts';
import { isKnown, type Kind } from '#lib/domain/journal/registry.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import type { EntryRow, PhoneDatabase } from './database.ts';
import type { Outbox } from './outbox.ts';
import type { FactDraft } from './phone.ts';
import type { Sealing } from './sealing.ts';

/** A fact of this phone that the server holds or refused. */
export interface ListedFact {
	readonly id: Id;
	readonly kind: string;
	/** By the phone's clock when it was made, ms. */
	readonly at: number;
	/** Of whom it is about; '' where that is sealed, or nobody. */
	readonly name: string;
	readonly answer: { readonly s: 'held' | 'refused' | 'later'; readonly c: string };
	/** Its body can be read now. */
	readonly readable: boolean;
}

const NAMED = ['people', 'children', 'caregivers'] as const;

/** The facts that wait for a person to look at them. */
export class Listed {
	constructor(
		private readonly db: PhoneDatabase,
		private readonly sealing: Sealing,
		private readonly outbox: Outbox
	) {}

	/** Newest first. */
	async all(): Promise<readonly ListedFact[]> {
		return Promise.all((await this.outbox.listed()).map((row) => this.fact(row)));
	}

	private async fact(row: EntryRow): Promise<ListedFact> {
		const { id, kind, at, subject, scope, answer = { s: 'held', c: '' } } = row;
		const open = this.sealing.canOpen(scope);
		const blank = row.body === undefined && row.box === undefined;
		const name = open ? await this.name(subject) : '';
		return { id, kind, at, name, answer, readable: open && !blank };
	}

	/** As it stands in the folded rows; of a refused joining nobody is there. */
	private async name(subject: OwnerId): Promise<string> {
		for (const table of NAMED) {
			const state = await this.db.rows.get(key(table, subject));
			const row = state && this.sealing.canOpen(state.scope) && (await this.sealing.state(state));
			if (row) return String(row.name ?? '');
		}
		return '';
	}

	/** The same fact to be made anew, or undefined if its body cannot be read. */
	async draft(id: string): Promise<FactDraft<Kind> | undefined> {
		const row = await this.db.entries.get(id as Id);
		if (!row || !this.sealing.canOpen(row.scope)) return undefined;
		const entry = await this.sealing.entry(row);
		if (entry.body === null || !isKnown(entry)) return undefined;
		const { kind, scope, subject, by, body } = entry;
		return { kind, scope, subject, by, body } as FactDraft<Kind>;
	}

	/** Somebody has seen it. */
	async dismiss(id: string): Promise<void> {
		await this.db.entries
			.where('id')
			.equals(id)
			.modify((row) => {
				delete row.listed;
			});
	}
}
