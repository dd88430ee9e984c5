import { addDays, daysBetween, type Day } from '../shared/day.ts';

/** What is known of the day of birth. */
export type Birth =
	| { readonly kind: 'exact'; readonly day: Day }
	/** Between two days, both included: a month, a season, a year or days around a feast. */
	| { readonly kind: 'between'; readonly first: Day; readonly last: Day }
	| { readonly kind: 'unknown' };

/** Ages in days that the child can have on a day; youngest = oldest when the birth day is known. */
export interface AgeWindow {
	readonly youngest: number;
	readonly oldest: number;
}

/** Wider than this many days, an approximate birth date allows no class that depends on the age. */
export const WIDEST_WINDOW_DAYS = 60;
/** Wider than this a window says nothing: the age counts as unknown. */
const NO_AGE_BEYOND_DAYS = 1826;

export const widthOf = ({ youngest, oldest }: AgeWindow): number => oldest - youngest;

/**
 * The ages a child can have on the day of a visit; undefined when nothing is known of its birth.
 * Nobody is measured before birth, so a window that reaches past the visit ends there.
 */
export function ageWindow(birth: Birth, visit: Day): AgeWindow | undefined {
	if (birth.kind === 'unknown') return undefined;
	if (birth.kind === 'exact') {
		const age = daysBetween(birth.day, visit);
		return { youngest: age, oldest: age };
	}
	const oldest = daysBetween(birth.first, visit);
	const youngest = Math.min(oldest, Math.max(0, daysBetween(birth.last, visit)));
	return oldest - youngest > NO_AGE_BEYOND_DAYS ? undefined : { youngest, oldest };
}

/** Born some day of the month that `day` lies in. */
export function bornInMonthOf(day: Day): Birth {
	const first = addDays(day, 1 - Number(day.slice(8)));
	const inNext = addDays(first, 31);
	return { kind: 'between', first, last: addDays(inNext, -Number(inNext.slice(8))) };
}

/** Born on a day that somebody remembers, give or take some days. */
export const bornAround = (day: Day, giveOrTake: number): Birth => ({
	kind: 'between',
	first: addDays(day, -giveOrTake),
	last: addDays(day, giveOrTake)
});
