import type { Day } from '../shared/day.ts';

interface Dated {
	readonly id: string;
	readonly day: Day;
	/** The stamp of the fact: which of one day was written later. */
	readonly at: number;
}

/** Order of measurings: by day, then by when they were written, then by id. */
export const inOrder = (a: Dated, b: Dated): number => {
	if (a.day !== b.day) return a.day < b.day ? -1 : 1;
	return a.at - b.at || (a.id < b.id ? -1 : 1);
};

/**
 * The measurings that are shown, the newest first: of those of one day the later. The others are kept
 * and count for nothing – two promoters who measure a child on one day have measured her once.
 */
export function shownVisits<V extends Dated>(visits: readonly V[]): V[] {
	const byDay = new Map<Day, V>();
	for (const visit of [...visits].sort(inOrder)) byDay.set(visit.day, visit);
	return [...byDay.values()].reverse();
}

/** The measurings of the same day that stand behind the one that is shown. */
export const behind = <V extends Dated>(shown: V, visits: readonly V[]): V[] =>
	visits.filter(({ day, id }) => day === shown.day && id !== shown.id).sort(inOrder);
