import { ageWindow, completedMonths, type Birth } from '../growth/index.ts';
import type { Day } from '../shared/day.ts';

/** An age as people say it; the youngest and the oldest where the birth is not known to the day. */
export type SpokenAge =
	| { readonly kind: 'unknown' }
	| { readonly kind: 'unborn' }
	| { readonly kind: 'days'; readonly days: number }
	| { readonly kind: 'months'; readonly from: number; readonly to: number }
	| { readonly kind: 'years'; readonly years: number; readonly months: number };

const MONTHS_UNTIL = 24;

/** Days in the first month, then completed months, from two years on years and months. */
export function spokenAge(birth: Birth, on: Day): SpokenAge {
	const window = ageWindow(birth, on);
	if (birth.kind === 'unknown' || !window) return { kind: 'unknown' };
	if (window.oldest < 0) return { kind: 'unborn' };
	if (birth.kind === 'between') {
		const to = Math.max(0, completedMonths(birth.first, on));
		return { kind: 'months', from: Math.max(0, completedMonths(birth.last, on)), to };
	}
	const months = completedMonths(birth.day, on);
	if (months < 1) return { kind: 'days', days: window.oldest };
	if (months < MONTHS_UNTIL) return { kind: 'months', from: months, to: months };
	return { kind: 'years', years: Math.floor(months / 12), months: months % 12 };
}
