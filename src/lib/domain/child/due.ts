import { RESULT_CLASSES, NEXT, type Face, type ResultClass } from '../growth/index.ts';
import { daysBetween, type Day } from '../shared/day.ts';

export const isResultClass = (name: string): name is ResultClass =>
	RESULT_CLASSES.some((known) => known === name);

/** The shape a stored class is shown by; a class of a later version asks to measure again. */
export const faceOfClass = (name: string): Face =>
	isResultClass(name) ? NEXT[name].plan.face : 'again';

/** How a child of the list stands to today. */
export type Standing = 'today' | 'late' | 'later' | 'never';

export function standingOf(due: Day | null, today: Day): Standing {
	if (!due) return 'never';
	const left = daysBetween(today, due);
	return left < 0 ? 'late' : left === 0 ? 'today' : 'later';
}

const RANK: Record<Face, number> = { refer: 0, watch: 1, again: 2, ok: 3 };
const NEVER_RANK = 2;

/** Orders children by how much they need to be seen: the gravest result first, then the longest late. */
export function byNeed(
	a: { readonly class: string | undefined; readonly due: Day | null },
	b: { readonly class: string | undefined; readonly due: Day | null }
): number {
	const rank = (name: string | undefined) =>
		name === undefined ? NEVER_RANK : RANK[faceOfClass(name)];
	const grave = rank(a.class) - rank(b.class);
	if (grave) return grave;
	if (!a.due || !b.due) return Number(Boolean(b.due)) - Number(Boolean(a.due));
	return a.due < b.due ? -1 : a.due > b.due ? 1 : 0;
}
