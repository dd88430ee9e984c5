/** Why a z-score does not exist. Stable codes: they are stored and translated. */
export const REASONS = [
	'sex-missing',
	'age-invalid',
	'oedema',
	'weight-missing',
	'weight-invalid',
	'length-missing',
	'length-invalid',
	'measure-missing',
	'measure-invalid',
	'age-missing',
	'age-below-table',
	'age-above-table',
	'length-outside-table',
	'table-missing',
	'age-uncertain'
] as const;
export type Reason = (typeof REASONS)[number];

/** What cannot be said, and why. Never a number, a class or "normal". */
export interface Unknown<R extends string = Reason> {
	readonly kind: 'unknown';
	readonly reason: R;
}

/** A z-score of 2 decimals; flagged = biologically implausible: measure again, never classify. */
export interface ZScore {
	readonly kind: 'z';
	readonly z: number;
	readonly flagged: boolean;
}

export type ZResult = ZScore | Unknown;

/** z-scores between which the true one lies when the birth date is approximate. */
export interface ZRange {
	readonly kind: 'range';
	readonly low: number;
	readonly high: number;
	/** Implausible at some age of the window. */
	readonly flagged: boolean;
}

export const unknown = <R extends string>(reason: R): Unknown<R> => ({ kind: 'unknown', reason });
