import { arrive } from '#lib/domain/journal/arrive.ts';
import type { Change } from '#lib/domain/journal/shelf.ts';
import type { Who } from '#lib/domain/journal/policy.ts';
import { atOnce } from '#lib/domain/journal/steps.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import type { Principals } from '#lib/sync/judge.ts';
import type { Reply } from '#lib/sync/http.ts';
import { MemoryJournal } from '#lib/sync/memory.ts';
import type { SyncRequest } from '#lib/sync/protocol.ts';
import { serve } from '#lib/sync/serve.ts';
import { sha256 } from '../conformance.ts';
import type { ChaosServer, Rightful, Stored } from './server.ts';

class Died extends Error {}

/** Its process ends at the nth commit from now: after everything was written, before it was kept. */
class MortalJournal extends MemoryJournal {
	commits = Infinity;

	override commit(change: Change, hashes: ReadonlyMap<Id, string>): ReadonlyMap<Id, number> {
		const numbers = super.commit(change, hashes);
		if (--this.commits <= 0) throw new Died();
		return numbers;
	}
}

/** A server in memory. */
export class SimServer implements ChaosServer {
	now = 1_790_000_000_000;
	private readonly journal = new MortalJournal();
	private readonly office = new Map<Id, Rightful>();
	private readonly backups: MemoryJournal[] = [];
	private death: number | undefined;

	async sync(phone: Id, account: Id | undefined, request: SyncRequest): Promise<Reply> {
		const moment = this.death;
		this.death = undefined;
		if (moment === 0) return { kind: 'offline' };
		this.journal.commits = moment === 1 ? 1 : Infinity;
		const text = serve(request, {
			journal: this.journal,
			principals: this.principals(phone, account),
			host: { hash: sha256, now: () => this.now, fault: (_id, error) => raise(error) }
		});
		this.journal.commits = Infinity;
		if (moment !== undefined) return { kind: 'offline' };
		return { kind: 'answer', body: JSON.parse(text) as object };
	}

	dying(moment?: number): void {
		this.death = moment === undefined ? undefined : moment % 3;
	}

	private principals(phone: Id, account: Id | undefined): Principals {
		const { own } = this.office.get(phone) ?? {};
		const there = account && this.office.get(account);
		const state = !account ? 'none' : there?.off ? 'disabled' : 'ok';
		return {
			phone: this.who('phone', phone),
			...(account && state === 'ok' ? { account: this.who('account', account) } : {}),
			...(account && state === 'disabled' ? { absent: account } : {}),
			state,
			own: own ? [own] : []
		};
	}

	private who(type: Who['type'], id: Id): Who {
		return { type, id, grants: this.office.get(id)?.grants ?? [] };
	}

	async allow(who: Rightful): Promise<void> {
		this.office.set(who.id, who);
	}

	async backup(): Promise<void> {
		this.backups.push(this.journal.copy());
	}

	async restore(which: number): Promise<boolean> {
		const backup = this.backups[which % Math.max(1, this.backups.length)];
		if (!backup) return false;
		this.journal.become(backup.copy());
		return true;
	}

	async decide(id: Id, verdict: 'release' | 'return'): Promise<void> {
		const held = this.journal.held.get(id);
		if (!held || held.e.body === null) return;
		if (verdict === 'return') return this.journal.giveBack(id);
		const change = atOnce(arrive(this.journal, { fresh: [held.e] }));
		this.journal.commit(change, new Map([[id, held.hash]]));
	}

	async stored(): Promise<Stored> {
		const { journal, held, rows, deliveries } = this.journal;
		const lying = deliveries.flatMap(({ scope, entry, gone }): [Id, ScopeId][] =>
			scope && !gone ? [[entry, scope]] : []
		);
		return {
			journal: new Map([...journal].map(([id, { e }]) => [id, e])),
			held: new Map(
				[...held].map(([id, { e, code }]) => [
					id,
					{ entry: e.body === null ? null : e, code, phone: e.phone }
				])
			),
			rows,
			lying: new Map(lying)
		};
	}

	async close(): Promise<void> {
		// it is gone with the world
	}
}

function raise(error: unknown): void {
	if (!(error instanceof Died)) throw error;
}
