import { Dexie } from 'dexie';
import { ownerOf } from '#lib/domain/journal/entry.ts';
import { isHealth, type Id, type ScopeId } from '#lib/domain/shared/ids.ts';
import type { PhoneDatabase } from './database.ts';
import { readIdentity, readMeta, writeMeta } from './meta.ts';
import type { VaultRecord } from './vault-record.ts';

const ACCOUNTS = 'setting|accounts';

/** What a phone loses with the vault of an account. */
export interface Departing {
	/** Unsent facts that nobody else here can open: they go with her vault. */
	readonly lost: number;
	/** Other unsent facts of hers: they stay, and wait until she signs in again. */
	readonly waiting: number;
}

/** Takes the vault of an account off a phone, with everything that only its keys can open. */
export class Departure {
	constructor(
		private readonly db: PhoneDatabase,
		private readonly account: Id
	) {}

	/** What is unsent. Needs no code: whose facts wait and in which community is not sealed. */
	async look(): Promise<Departing> {
		const scopes = new Set<string>(await this.scopes());
		const unsent = await this.db.entries.where('out').above(0).toArray();
		const goes = unsent.filter(({ scope, home }) => scopes.has(scope) || scopes.has(home));
		const stays = unsent.filter((row) => row.by === this.account && !goes.includes(row));
		return { lost: goes.length, waiting: stays.length };
	}

	/** All in one transaction. Whoever was about to write starts again, and finds no keys. */
	async depart(): Promise<void> {
		const { entries, rows, meta } = this.db;
		const scopes = await this.scopes();
		await this.db.transaction('rw', entries, rows, meta, async () => {
			await entries.where('scope').anyOf(scopes).delete();
			await entries.where('home').anyOf(scopes).delete();
			await rows.where('scope').anyOf(scopes).delete();
			await this.dropAliases();
			for (const scope of scopes) await meta.bulkDelete([`register|${scope}`, `cursor|${scope}`]);
			await meta.where('k').startsWith(`draft|${this.account}|`).delete();
			await meta.delete(`vault|${this.account}`);
			if (!(await meta.where('k').startsWith('vault|').count())) await meta.delete('stale');
			await this.forgetAccount();
			const { [this.account]: _hers, ...reads } = await readMeta(this.db, 'reads');
			await writeMeta(this.db, 'reads', reads);
			const stamp = await readMeta(this.db, 'stamp');
			await writeMeta(this.db, 'stamp', { ...stamp, rev: stamp.rev + 1 });
		});
	}

	/** Communities whose facts lie here and that no other vault on this phone opens. */
	private async scopes(): Promise<ScopeId[]> {
		const { entries, rows, meta } = this.db;
		const reads = await readMeta(this.db, 'reads');
		const vaults = await meta.where('k').startsWith('vault|').toArray();
		const others = vaults
			.map(({ v }) => v as VaultRecord)
			.filter(({ account }) => account !== this.account)
			.flatMap(({ account, scopes = [] }) => [...scopes, ...(reads[account] ?? [])]);
		const here = [
			...(await entries.orderBy('scope').uniqueKeys()),
			...(await entries.orderBy('home').uniqueKeys()),
			...(await rows.orderBy('scope').uniqueKeys()),
			...(reads[this.account] ?? [])
		] as ScopeId[];
		return [...new Set(here)].filter((scope) => isHealth(scope) && !others.includes(scope));
	}

	/** While a fact of hers is here, it is known that it travels with her token alone. */
	private async forgetAccount(): Promise<void> {
		const { entries, meta } = this.db;
		const phone = (await readIdentity(this.db))?.id;
		const made = entries.where('[phone+n]').between([phone, Dexie.minKey], [phone, Dexie.maxKey]);
		if (await made.filter(({ by }) => by === this.account).count()) return;
		const known = ((await meta.get(ACCOUNTS))?.v ?? []) as Id[];
		const others = known.filter((one) => one !== this.account);
		if (others.length) await meta.put({ k: ACCOUNTS, v: others });
		else await meta.delete(ACCOUNTS);
	}

	/** Who was merged with whom, where nothing is left of either. */
	private async dropAliases(): Promise<void> {
		const { entries, rows } = this.db;
		for (const k of await rows.where('[table+scope]').equals(['aliases', '']).primaryKeys()) {
			const left = await entries
				.where('keys')
				.startsWith(`${ownerOf(k)}|`)
				.count();
			if (!left) await rows.delete(k);
		}
	}
}
