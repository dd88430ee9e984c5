import { ageFromDays } from './age.ts';
import type { AgeWindow } from './birth.ts';
import type { Indicator, Tables } from './indicators.ts';
import { unknown, type Unknown, type ZRange, type ZResult } from './reason.ts';
import { underFive, type Reading, type UnderFive } from './under-five.ts';

export type Approximate = Readonly<Record<Indicator, ZResult | ZRange>>;

/** What one indicator says of all ages of a window: a z, a range, or that the age leaves it open. */
function span(results: readonly ZResult[]): ZResult | ZRange {
	let low = Infinity;
	let high = -Infinity;
	let flags = 0;
	const unknowns = new Set<Unknown['reason']>();
	for (const result of results) {
		if (result.kind === 'unknown') unknowns.add(result.reason);
		else {
			low = Math.min(low, result.z);
			high = Math.max(high, result.z);
			if (result.flagged) flags++;
		}
	}
	const [reason] = unknowns;
	// known at some ages and not at others, or for other reasons: the age leaves it open
	if (reason) return unknown(low > high && unknowns.size === 1 ? reason : 'age-uncertain');
	const flagged = flags > 0;
	return low === high ? { kind: 'z', z: low, flagged } : { kind: 'range', low, high, flagged };
}

/**
 * z-scores of a child whose age lies in a window: every day of it is computed, because z need not rise
 * or fall evenly with age (birth weight, the change at 24 months). The range contains the true z.
 */
export function underFiveWithin(reading: Reading, window: AgeWindow, tables: Tables): Approximate {
	const days: UnderFive[] = [];
	for (let age = window.youngest; age <= window.oldest; age++) {
		days.push(underFive({ ...reading, age: ageFromDays(age) }, tables));
	}
	const one = (indicator: Indicator) => span(days.map((day) => day[indicator]));
	return {
		lfa: one('lfa'),
		wfa: one('wfa'),
		wfl: one('wfl'),
		bfa: one('bfa'),
		hcfa: one('hcfa'),
		acfa: one('acfa'),
		tsfa: one('tsfa'),
		ssfa: one('ssfa')
	};
}
