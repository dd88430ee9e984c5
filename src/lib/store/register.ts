import type { Box } from '#lib/crypto/box.ts';
import { mergeOf } from '#lib/domain/journal/control.ts';
import { ownerOf, splitKey, type Entry, type Key } from '#lib/domain/journal/entry.ts';
import type { Row, TableName } from '#lib/domain/journal/tables.ts';
import { isId, type Id, type ScopeId } from '#lib/domain/shared/ids.ts';
import type { PhoneDatabase } from './database.ts';
import { entriesAbout } from './history.ts';
import { readMeta } from './meta.ts';
import type { Sealing } from './sealing.ts';

/** What lists of children need, so that none of their other boxes has to be opened. */
export interface ChildLine {
	readonly child: string;
	readonly row: Row;
	/** Her newest measuring, if there is one. */
	readonly last?: Row;
	/** All her referrals: one that is over tells that nobody has to make it again. */
	readonly referrals: readonly Row[];
}
export interface RegisterContent {
	readonly children: ReadonlyMap<string, ChildLine>;
	readonly caregivers: ReadonlyMap<string, Row>;
}

interface Written {
	readonly children: readonly ChildLine[];
	readonly caregivers: readonly (readonly [string, Row])[];
}

const STALE = 'stale';
const LISTED: readonly string[] = ['children', 'measurements', 'referrals', 'caregivers'];
const boxOf = (scope: string): string => `register|${scope}`;

/** In the transaction of a write: whose line is no longer what was sealed. Ids only. */
export async function markStale(db: PhoneDatabase, keys: readonly Key[]): Promise<void> {
	const owners = keys.filter((k) => LISTED.includes(splitKey(k).table)).map(ownerOf);
	if (!owners.length) return;
	const before = await staleIds(db);
	await db.meta.put({ k: STALE, v: [...new Set([...before, ...owners])] });
}

/** By day, then by the stamp: of two measurings of one day the later is shown. */
const later = (a: Row, b: Row): number =>
	a.day === b.day ? Number(a.at) - Number(b.at) : String(a.day) < String(b.day) ? -1 : 1;

const staleIds = async (db: PhoneDatabase): Promise<string[]> =>
	((await db.meta.get(STALE))?.v as string[] | undefined) ?? [];

/**
 * The register of the open vault's communities: one sealed box each, and beside it the ids whose lines
 * have changed since. Kept in memory while the vault is open; `settle` seals it again.
 */
export class Register {
	private readonly children = new Map<string, ChildLine>();
	private readonly caregivers = new Map<string, Row>();
	private loaded = false;
	private rev = -1;

	constructor(
		private readonly db: PhoneDatabase,
		private readonly sealing: Sealing,
		private readonly scopes: readonly ScopeId[]
	) {}

	/** The lines as they stand now. Throws `Locked` when the vault is closed. */
	async read(): Promise<RegisterContent> {
		if (!this.loaded) await this.load();
		const { rev } = await readMeta(this.db, 'stamp');
		const stale = await staleIds(this.db);
		for (const id of stale) await this.renew(id);
		this.rev = rev;
		return { children: this.children, caregivers: this.caregivers };
	}

	private async load(): Promise<void> {
		for (const scope of this.scopes) {
			const box = (await this.db.meta.get(boxOf(scope)))?.v as Box | undefined;
			if (box) this.take((await this.sealing.open(scope, boxOf(scope), box)) as Written);
			else await this.make(scope);
		}
		this.loaded = true;
	}

	private take({ children, caregivers }: Written): void {
		for (const line of children) this.children.set(line.child, line);
		for (const [id, row] of caregivers) this.caregivers.set(id, row);
	}

	/** The first time, or after the app was updated: from the rows of the community. */
	private async make(scope: ScopeId): Promise<void> {
		for (const table of ['children', 'caregivers'] as const) {
			const keys = await this.db.rows.where('[table+scope]').equals([table, scope]).primaryKeys();
			for (const key of keys) await this.renew(ownerOf(key));
		}
	}

	/** Makes the line of one id again from its rows. */
	private async renew(id: string): Promise<void> {
		const child = await this.row('children', id);
		if (child && this.isOurs(child)) {
			const visits = await this.rows('measurements', id);
			const referrals = await this.rows('referrals', id);
			const last = visits.sort(later).at(-1);
			this.children.set(id, {
				child: id,
				row: child,
				...(last ? { last } : {}),
				referrals
			});
		} else this.children.delete(id);
		const caregiver = await this.row('caregivers', id);
		if (caregiver && this.isOurs(caregiver)) this.caregivers.set(id, caregiver);
		else this.caregivers.delete(id);
	}

	private isOurs(row: Row): boolean {
		return this.scopes.some((scope) => scope === row.scope);
	}

	private async row(table: TableName, id: string): Promise<Row | undefined> {
		return (await this.rows(table, id))[0];
	}

	/** Rows of other communities, whose vault is closed, are not opened. */
	private async rows(table: TableName, id: string): Promise<Row[]> {
		const states = await this.db.rows.where('key').startsWith(`${id}|${table}|`).toArray();
		const open = states.filter(({ scope }) => this.sealing.canOpen(scope));
		const rows = await Promise.all(open.map((state) => this.sealing.state(state)));
		return rows.filter((row) => row !== undefined);
	}

	/** What was ever said of an id, as it was written: to undo a merge. */
	facts(id: string): Promise<readonly Entry[]> {
		return entriesAbout(this.db, this.sealing, id);
	}

	/** Every id that stands for this one, by the merges that hold: it and those it is joined with. */
	async same(id: Id): Promise<ReadonlySet<Id>> {
		const ids = new Set([id]);
		for (const one of ids) {
			for (const fact of await this.facts(one)) {
				const merged = mergeOf(fact);
				const struck = (await this.facts(fact.id)).some(({ kind }) => kind === 'void');
				if (!merged || struck) continue;
				for (const other of [merged.from, merged.to]) if (isId(other)) ids.add(other);
			}
		}
		return ids;
	}

	/** Seals the register as it was last read, so that the next unlocking has nothing to make again. If
	 * something was written meanwhile it is left for the next time. */
	async settle(): Promise<void> {
		if (!this.loaded) return;
		const boxes: [string, Box][] = [];
		for (const scope of this.scopes) {
			const name = boxOf(scope);
			boxes.push([name, await this.sealing.seal(scope, name, this.written(scope))]);
		}
		await this.db.transaction('rw', this.db.meta, async () => {
			const { rev } = await readMeta(this.db, 'stamp');
			if (rev !== this.rev) return;
			for (const [k, v] of boxes) await this.db.meta.put({ k, v });
			await this.db.meta.put({ k: STALE, v: [] });
		});
	}

	private written(scope: ScopeId): Written {
		return {
			children: [...this.children.values()].filter(({ row }) => row.scope === scope),
			caregivers: [...this.caregivers].filter(([, row]) => row.scope === scope)
		};
	}
}
