import { HEIGHT_FROM_DAYS, type Age } from './age.ts';

/** How the child was measured: recumbent length or standing height. */
export type Position = 'lying' | 'standing';

/** Standing height is shorter than recumbent length by this much, cm. */
export const POSITION_DIFFERENCE_CM = 0.7;
/** Standing below this age in months is taken for a recording mistake. */
export const STANDING_FROM_MONTHS = 9;

export interface CleanPosition {
	readonly position: Position | undefined;
	/** The reading said "standing" of a child under 9 months: set aside, the length used as it is. */
	readonly standingIgnored: boolean;
}

/** WHO's cleaning of the position; with the age unknown nothing is set aside. */
export function cleanPosition(position: Position | undefined, age: Age | undefined): CleanPosition {
	const ignored = position === 'standing' && !!age && age.months < STANDING_FROM_MONTHS;
	return { position: ignored ? undefined : position, standingIgnored: ignored };
}

/** The length in cm as the tables expect it at this age: ±0.7 when measured the other way, unrounded. */
export function lengthForAge(
	cm: number,
	position: Position | undefined,
	age: Age | undefined
): number {
	if (!age) return cm;
	if (age.days < HEIGHT_FROM_DAYS && position === 'standing') return cm + POSITION_DIFFERENCE_CM;
	if (age.days >= HEIGHT_FROM_DAYS && position === 'lying') return cm - POSITION_DIFFERENCE_CM;
	return cm;
}

/** With neither age nor position known, this length in cm and more is compared with heights. */
const HEIGHT_FROM_CM = 87;

/** Whether weight is compared with length or with height. */
export function lengthTable(
	cm: number,
	position: Position | undefined,
	age: Age | undefined
): 'wfl' | 'wfh' {
	if (age) return age.days < HEIGHT_FROM_DAYS ? 'wfl' : 'wfh';
	if (position) return position === 'lying' ? 'wfl' : 'wfh';
	return cm < HEIGHT_FROM_CM ? 'wfl' : 'wfh';
}

/** Body mass index in kg/m², unrounded. */
export function bodyMassIndex(kg: number, cm: number): number {
	const metres = cm / 100;
	return kg / (metres * metres);
}
