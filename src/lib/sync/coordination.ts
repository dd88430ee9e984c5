import type PocketBase from 'pocketbase';
import * as z from 'zod/mini';
import type { Result } from '#lib/domain/shared/result.ts';
import type { OfficePhone } from '#lib/domain/programme/phones.ts';
import { heldList, heldOne, type HeldFact } from './held-list.ts';
import { phoneOf } from './phone-list.ts';
import { answered, type OfficeFault } from './office-answer.ts';

type Asked<T> = Promise<Result<T, OfficeFault>>;
const PAGE = 200;

export interface NewGrant {
	/** An account or a phone. */
	readonly account: string;
	readonly role: 'phone' | 'facilitator' | 'promoter';
	readonly scope: string;
}

/** What the project promised; an empty day is open. */
export interface Target {
	readonly id?: string;
	readonly indicator: string;
	readonly scope: string;
	readonly value: number;
	readonly from: string;
	readonly to: string;
}

const tableFile = z.looseObject({ name: z.string(), csv: z.string() });
type TableFile = z.infer<typeof tableFile>;

/** A held fact of a child, read for a reason. */
export interface HeldSaid {
	readonly names: readonly string[];
	readonly body: Readonly<Record<string, unknown>>;
}

export interface PhoneInGroups extends OfficePhone {
	readonly scopes: readonly string[];
}

/** What only the coordination asks and does, each with her token and written down by the server. */
export class Coordination {
	readonly #pb: PocketBase;

	constructor(pb: PocketBase) {
		this.#pb = pb;
	}

	/** Everything that waits for a decision, what came first at the top. */
	held(): Asked<readonly HeldFact[]> {
		return answered(async () => {
			const all: HeldFact[] = [];
			for (let after = ''; ; after = all.at(-1)?.id ?? '') {
				const query = { after };
				const said = await this.#pb.send('/api/app/held', { query });
				const { held } = z.parse(heldList, said);
				all.push(...held);
				if (held.length < PAGE) break;
			}
			return all
				.filter(({ code, entry }) => code !== 'returned' && entry)
				.sort((a, b) => a.got - b.got);
		});
	}

	/** What a held fact of a child says; the reason is written down. */
	readHeld(id: string, reason: string): Asked<HeldSaid> {
		return answered(async () => {
			const said = await this.#pb.send('/api/app/held', { query: { id, reason } });
			const { entry, names } = z.parse(heldOne, said);
			return { names, body: entry?.body ?? {} };
		});
	}

	/** Lets a held fact into the journal, or sends it back to its phone. */
	decide(id: string, verdict: 'release' | 'return', reason: string): Asked<string> {
		return answered(async () => {
			await this.#pb.send('/api/app/held', { method: 'POST', body: { id, verdict, reason } });
			return id;
		});
	}

	/** A right from now on. */
	give(grant: NewGrant): Asked<string> {
		const from = new Date().toISOString();
		return answered(
			async () => (await this.#pb.collection('grants').create({ ...grant, from })).id
		);
	}

	/** Makes a target, or changes the one of this id. */
	saveTarget({ id, ...target }: Target): Asked<string> {
		return answered(async () => {
			const targets = this.#pb.collection('targets');
			const saved = id ? await targets.update(id, target) : await targets.create(target);
			return saved.id;
		});
	}

	removeTarget(id: string): Asked<string> {
		return answered(async () => {
			await this.#pb.collection('targets').delete(id);
			return id;
		});
	}

	/** A table as a file; who took it and why is written down. */
	table(query: { kind: string; months: number; reason: string }): Asked<TableFile> {
		return answered(async () =>
			z.parse(tableFile, await this.#pb.send('/api/app/export', { query }))
		);
	}

	/** All phones, with the scopes of the groups they were let into. */
	phones(): Asked<readonly PhoneInGroups[]> {
		return answered(async () => {
			const [phones, grants] = await Promise.all([
				this.#pb.collection('phones').getFullList({ sort: 'label' }),
				this.#pb.collection('grants').getFullList({ filter: 'role = "phone"' })
			]);
			return phones.map((record) => ({
				...phoneOf(record),
				scopes: grants.flatMap(({ account, scope }) =>
					account === record.id ? [String(scope)] : []
				)
			}));
		});
	}

	/** Shuts a phone out: its token dies at once. It comes back with a new code only. */
	shutOut(phone: string): Asked<string> {
		return answered(
			async () => (await this.#pb.collection('phones').update(phone, { active: false })).id
		);
	}
}
