import { open, seal, type Box } from '#lib/crypto/box.ts';
import type { Entry, Key } from '#lib/domain/journal/entry.ts';
import type { Row } from '#lib/domain/journal/tables.ts';
import { isHealth, type Id } from '#lib/domain/shared/ids.ts';
import type { EntryRow, StateRow } from './database.ts';

/** Gives the key of a community while its vault is open. */
export type Keyring = (scope: string) => CryptoKey | undefined;

/** Asked for a body or row whose vault is not open. */
export class Locked extends Error {
	override readonly name = 'Locked';
}

/** What is in an entry beside its envelope: seals by scope and not by kind, for nobody knows what an
 * unknown kind holds. All WebCrypto happens outside transactions, which would end at the wait. */
export class Sealing {
	constructor(private readonly keyring: Keyring) {}

	private key(scope: string): CryptoKey {
		const key = this.keyring(scope);
		if (!key) throw new Locked(scope);
		return key;
	}

	canOpen(scope: string): boolean {
		return !isHealth(scope) || this.keyring(scope) !== undefined;
	}

	/** The body as it is to lie: in clear, in a box, or not at all. */
	async body({ id, v, scope, body }: Entry): Promise<{ body?: unknown; box?: Box }> {
		if (body === null) return {};
		if (!isHealth(scope)) return { body };
		return { box: await seal(this.key(scope), entryLabel(id, v), body) };
	}

	async row(key: Key, scope: string, row: Row): Promise<{ row?: Row; box?: Box }> {
		return isHealth(scope) ? { box: await seal(this.key(scope), rowLabel(key), row) } : { row };
	}

	/** The entry alone: what the phone keeps beside it must never travel. */
	async entry(stored: EntryRow): Promise<Entry> {
		const { id, kind, v, scope, subject, at, n, by, phone, box } = stored;
		const body = box ? await open(this.key(scope), entryLabel(id, v), box) : (stored.body ?? null);
		return { id, kind, v, scope, subject, at, n, by, phone, body };
	}

	entries(stored: readonly EntryRow[]): Promise<Entry[]> {
		return Promise.all(stored.map((one) => this.entry(one)));
	}

	/** Anything else that is kept of a community. */
	async seal(scope: string, label: string, value: unknown): Promise<Box> {
		return seal(this.key(scope), label, value);
	}

	async open(scope: string, label: string, box: Box): Promise<unknown> {
		return open(this.key(scope), label, box);
	}

	async state({ key, scope, row, box }: StateRow): Promise<Row | undefined> {
		return box ? ((await open(this.key(scope), rowLabel(key), box)) as Row) : row;
	}
}

const entryLabel = (id: Id, v: number): string => `entry|${id}|${v}`;
const rowLabel = (key: Key): string => `row|${key}|1`;
