import { daysBetween, type Day } from '../shared/day.ts';

/** WHO's month in days. */
export const DAYS_PER_MONTH = 30.4375;
/** From this age in days the child is expected to stand and is compared with height. */
export const HEIGHT_FROM_DAYS = 731;
/** The under-five standards end below this age in months; the 5–19 reference begins at it. */
export const SCHOOL_FROM_MONTHS = 60;

/** An age in both of WHO's units. Negative or not finite = an input error, told by every result. */
export interface Age {
	/** Whole days, rounded half up: finds the row of a 0–5 y table. */
	readonly days: number;
	/** Months of 30.4375 days, never rounded: decides the limits of 9 and 60 months. */
	readonly months: number;
}

/** Rounds half up, as WHO does with ages: 730.5 → 731. */
export function roundHalfUp(value: number): number {
	const whole = Math.floor(value);
	return value - whole >= 0.5 ? whole + 1 : whole;
}

/** Age from days; decimals allowed. */
export const ageFromDays = (days: number): Age => ({
	days: roundHalfUp(days),
	months: days / DAYS_PER_MONTH
});

/** Age from WHO months with decimals. Prefer days: a printed month has lost its day. */
export const ageFromMonths = (months: number): Age => ({
	days: roundHalfUp(months * DAYS_PER_MONTH),
	months
});

/** Age on the day of a visit, from civil dates alone. A visit before birth has a negative age. */
export const ageOn = (birth: Day, visit: Day): Age => ageFromDays(daysBetween(birth, visit));

/** Calendar months completed, for people to read. Never feed it to the tables. */
export function completedMonths(birth: Day, visit: Day): number {
	const [y1 = 0, m1 = 0, d1 = 0] = birth.split('-').map(Number);
	const [y2 = 0, m2 = 0, d2 = 0] = visit.split('-').map(Number);
	return 12 * (y2 - y1) + (m2 - m1) - (d2 < d1 ? 1 : 0);
}
