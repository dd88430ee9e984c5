import type { Entry } from '#lib/domain/journal/entry.ts';
import type { PhoneDatabase } from './database.ts';
import type { Sealing } from './sealing.ts';

/** Every fact on this phone that is filed under an id or says something about it, by its stamp. What lies
 * in a vault that is not open is left out. */
export async function entriesAbout(
	db: PhoneDatabase,
	sealing: Sealing,
	id: string
): Promise<readonly Entry[]> {
	const rows = await db.entries.where('keys').startsWith(`${id}|`).distinct().toArray();
	const here = rows.filter((row) => !row.left && !row.asks && sealing.canOpen(row.scope));
	return (await sealing.entries(here)).sort((a, b) => a.at - b.at);
}
