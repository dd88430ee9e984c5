import type { Children } from '#lib/app/children.svelte.ts';
import { birthOf, type Child, type Visit } from '#lib/domain/child/rows.ts';
import { sexOf, type About } from '#lib/domain/child/seen.ts';

export interface Stored {
	readonly child: Child;
	readonly visit: Visit;
	/** `earlier`: the visits before it. */
	readonly about: About;
}

/** A visit of before, with what stood before it; undefined when it is not in the register. */
export async function storedVisit(
	children: Children,
	child: string,
	visit: string
): Promise<Stored | undefined> {
	const file = await children.child(child);
	const place = file?.visits.findIndex(({ id }) => id === visit) ?? -1;
	const found = file?.visits[place];
	if (!file || !found) return undefined;
	const { visitTables } = await import('#lib/domain/growth/visit-tables.ts');
	const about = {
		sex: sexOf(file.child.sex),
		birth: birthOf(file.child),
		earlier: file.visits.slice(0, place),
		tables: visitTables
	};
	return { child: file.child, visit: found, about };
}
