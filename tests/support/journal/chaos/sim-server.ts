import { arrive } from '#lib/domain/journal/arrive.ts';
import type { Entry } from '#lib/domain/journal/entry.ts';
import type { Grant, Who } from '#lib/domain/journal/policy.ts';
import { atOnce } from '#lib/domain/journal/steps.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import type { Principals } from '#lib/sync/judge.ts';
import type { Reply } from '#lib/sync/http.ts';
import { MemoryJournal } from '#lib/sync/memory.ts';
import type { SyncRequest } from '#lib/sync/protocol.ts';
import { serve } from '#lib/sync/serve.ts';
import { sha256 } from '../conformance.ts';

/** A server in memory with its office, its backups and its bad moments. */
export class SimServer {
	readonly journal = new MemoryJournal();
	readonly grants = new Map<string, readonly Grant[]>();
	readonly own = new Map<string, string>();
	private backups: MemoryJournal[] = [];
	now = 1_790_000_000_000;

	sync(phone: Id, account: Id | undefined, request: SyncRequest): Reply {
		const text = serve(request, {
			journal: this.journal,
			principals: this.principals(phone, account),
			host: { hash: sha256, now: () => this.now, fault: (_id, error) => raise(error) }
		});
		return { kind: 'answer', body: JSON.parse(text) as object };
	}

	private principals(phone: Id, account: Id | undefined): Principals {
		const own = this.own.get(phone);
		return {
			phone: this.who('phone', phone),
			...(account ? { account: this.who('account', account) } : {}),
			state: account ? 'ok' : 'none',
			own: own ? [own] : []
		};
	}

	private who(type: Who['type'], id: Id): Who {
		return { type, id, grants: this.grants.get(id) ?? [] };
	}

	backup(): void {
		this.backups.push(this.journal.copy());
	}

	/** Goes back to one of its backups; what came since is lost here. */
	restore(which: number): boolean {
		const backup = this.backups[which % Math.max(1, this.backups.length)];
		if (!backup) return false;
		this.journal.become(backup.copy());
		return true;
	}

	/** A coordinator puts a held entry in force. */
	release(id: Id): void {
		const held = this.journal.held.get(id);
		if (!held || held.e.body === null) return;
		const fresh: Entry[] = [held.e];
		const change = atOnce(arrive(this.journal, { fresh }));
		this.journal.commit(change, new Map([[id, held.hash]]));
	}
}

function raise(error: unknown): never {
	throw error;
}
