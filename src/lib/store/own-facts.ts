import { bodyOf, type Body, type Kind } from '#lib/domain/journal/registry.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import type { PhoneDatabase } from './database.ts';
import type { Sealing } from './sealing.ts';

/** Whose facts of which kind, stamped from then on (ms). */
export interface Whose<K extends Kind> {
	readonly kind: K;
	readonly by: Id;
	readonly since: number;
}

/** What somebody wrote, as far as it can be opened now: her own readings, for herself. */
export async function ownFacts<K extends Kind>(
	db: PhoneDatabase,
	sealing: Sealing,
	{ kind, by, since }: Whose<K>
): Promise<Body<K>[]> {
	const scopes = await db.entries.orderBy('scope').uniqueKeys();
	const rows = await db.entries
		.where('scope')
		.anyOf(scopes.filter((scope) => sealing.canOpen(String(scope))))
		.filter((row) => row.kind === kind && row.by === by && row.at >= since)
		.toArray();
	const entries = await sealing.entries(rows);
	return entries.flatMap((entry) => bodyOf(entry, kind) ?? []);
}
