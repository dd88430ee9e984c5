import { daysBetween, type Day } from '../shared/day.ts';
import type { Birth } from './birth.ts';
import { POSSIBLE, UNIT_GUARDS } from './rules.ts';
import type { Sex } from './unpack.ts';

export type Plausibility =
	| { readonly kind: 'possible' }
	/** Ask: was it typed in this unit? `meant` is the value in ours (kg, cm, mm). */
	| { readonly kind: 'other-unit'; readonly unit: 'g' | 'm' | 'cm'; readonly meant: number }
	/** Outside of what a living child can have; kept as read, never used. */
	| { readonly kind: 'impossible'; readonly least: number; readonly most: number };

/** Whether a typed value can be a weight in kg, a length in cm or an arm circumference in mm. */
export function plausibility(measure: keyof typeof POSSIBLE, value: number): Plausibility {
	const { least, most } = POSSIBLE[measure];
	if (value >= least && value <= most) return { kind: 'possible' };
	const { above, below, unit, factor } = UNIT_GUARDS[measure];
	const meant = Math.round(value * factor * 1000) / 1000;
	if (value > above && value < below && meant >= least && meant <= most) {
		return { kind: 'other-unit', unit, meant };
	}
	return { kind: 'impossible', least, most };
}

/** What stands against a visit before anything is measured. */
export type VisitFault = 'before-birth' | 'in-future' | 'sex-unknown' | 'birth-unknown';

/** Says what is wrong; nothing of it forbids keeping what was really read. */
export function visitFaults(visit: {
	readonly sex: Sex | undefined;
	readonly birth: Birth;
	readonly day: Day;
	readonly today: Day;
}): VisitFault[] {
	const { sex, birth, day, today } = visit;
	const faults: VisitFault[] = [];
	if (birth.kind === 'unknown') faults.push('birth-unknown');
	else if (daysBetween(birth.kind === 'exact' ? birth.day : birth.first, day) < 0) {
		faults.push('before-birth');
	}
	if (daysBetween(day, today) < 0) faults.push('in-future');
	if (!sex) faults.push('sex-unknown');
	return faults;
}
