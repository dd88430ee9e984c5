import type { PackedTable } from './unpack.ts';

/** Tables of the under-five standards by WHO's short names. */
export type UnderFiveTable =
	'lfa' | 'wfa' | 'bfa' | 'hcfa' | 'acfa' | 'tsfa' | 'ssfa' | 'wfl' | 'wfh';
/** Tables of the reference for 5 to 19 years. */
export type SchoolTable = 'hfa5to19' | 'wfa5to10' | 'bfa5to19';
/** The tables at hand; an indicator without its table answers `table-missing`. */
export type Tables = { readonly [Name in UnderFiveTable | SchoolTable]?: PackedTable };

/**
 * Under-five indicators: length/height, weight, BMI, head, arm, triceps and subscapular skinfold for
 * age; `wfl` is weight for length or height.
 */
export type Indicator = 'lfa' | 'wfa' | 'wfl' | 'bfa' | 'hcfa' | 'acfa' | 'tsfa' | 'ssfa';
export const INDICATORS: readonly Indicator[] = [
	'lfa',
	'wfa',
	'wfl',
	'bfa',
	'hcfa',
	'acfa',
	'tsfa',
	'ssfa'
];

/** What WHO says of one indicator. */
export interface Rule {
	/** Equal steps beyond ±3 (skewed measures). */
	readonly restricted: boolean;
	/** No z while the child has oedema: its weight holds water. */
	readonly notWithOedema: boolean;
	/** Below or above (strictly, rounded z): biologically implausible, measure again. */
	readonly flagBelow: number;
	readonly flagAbove: number;
}

const rule = (restricted: boolean, notWithOedema: boolean, limits: [number, number]): Rule => ({
	restricted,
	notWithOedema,
	flagBelow: limits[0],
	flagAbove: limits[1]
});

/** SPEC §4, last column of the indicator table. */
export const RULES: Readonly<Record<Indicator, Rule>> = {
	lfa: rule(false, false, [-6, 6]),
	wfa: rule(true, true, [-6, 5]),
	wfl: rule(true, true, [-5, 5]),
	bfa: rule(true, true, [-5, 5]),
	hcfa: rule(false, false, [-5, 5]),
	acfa: rule(true, false, [-5, 5]),
	tsfa: rule(true, false, [-5, 5]),
	ssfa: rule(true, false, [-5, 5])
};

/** Whether a rounded z is beyond what a living child has. */
export const isFlagged = (z: number, { flagBelow, flagAbove }: Rule): boolean =>
	z < flagBelow || z > flagAbove;
