import type { Unknown, ZRange, ZResult } from './reason.ts';
import { unknown, type Reason } from './reason.ts';

/** Classes of one indicator. Stable codes: they are stored and translated. */
export type IndexClass =
	| 'severely-stunted'
	| 'stunted'
	| 'very-tall'
	| 'severely-underweight'
	| 'underweight'
	| 'severely-wasted'
	| 'wasted'
	| 'severe-thinness'
	| 'thinness'
	| 'possible-risk-of-overweight'
	| 'overweight'
	| 'obese'
	| 'very-small-head'
	| 'small-head'
	| 'large-head'
	| 'very-large-head'
	| 'normal';

export type ClassReason =
	| Reason
	/** The z is flagged: check the measurement. */
	| 'implausible'
	/** WHO does not classify weight-for-age above +1. */
	| 'look-at-weight-for-length';

export interface Classified {
	readonly kind: 'class';
	readonly class: IndexClass;
	/** Not a class that WHO's standards define or a person has confirmed: a referral aid. */
	readonly unconfirmed: boolean;
}

interface Step {
	/** The step holds below this rounded z … */
	readonly below: number;
	/** … or at it too (upper limits: "z > 3" begins above 3). */
	readonly included: boolean;
	readonly class: IndexClass | 'not-classified';
}

const below = (z: number, name: IndexClass): Step => ({ below: z, included: false, class: name });
const upTo = (z: number, name: IndexClass): Step => ({ below: z, included: true, class: name });
const beyond = (name: Step['class']): Step => ({ below: Infinity, included: true, class: name });

/** Which steps an index is judged by. */
export type Classing =
	| 'length-for-age'
	| 'weight-for-age'
	| 'weight-for-length'
	| 'head'
	| 'school-height'
	| 'school-weight'
	| 'school-bmi';

/** SPEC §6, from low to high; always on the rounded z. */
export const STEPS: Readonly<Record<Classing, readonly Step[]>> = {
	'length-for-age': [
		below(-3, 'severely-stunted'),
		below(-2, 'stunted'),
		upTo(3, 'normal'),
		beyond('very-tall')
	],
	'weight-for-age': [
		below(-3, 'severely-underweight'),
		below(-2, 'underweight'),
		upTo(1, 'normal'),
		beyond('not-classified')
	],
	'weight-for-length': [
		below(-3, 'severely-wasted'),
		below(-2, 'wasted'),
		upTo(1, 'normal'),
		upTo(2, 'possible-risk-of-overweight'),
		upTo(3, 'overweight'),
		beyond('obese')
	],
	head: [
		below(-3, 'very-small-head'),
		below(-2, 'small-head'),
		upTo(2, 'normal'),
		upTo(3, 'large-head'),
		beyond('very-large-head')
	],
	'school-height': [below(-3, 'severely-stunted'), below(-2, 'stunted'), beyond('normal')],
	'school-weight': [below(-3, 'severely-underweight'), below(-2, 'underweight'), beyond('normal')],
	'school-bmi': [
		below(-3, 'severe-thinness'),
		below(-2, 'thinness'),
		upTo(1, 'normal'),
		upTo(2, 'overweight'),
		beyond('obese')
	]
};

function stepOf(z: number, classing: Classing): Step['class'] {
	const step = STEPS[classing].find(({ below: limit, included }) =>
		included ? z <= limit : z < limit
	);
	return step?.class ?? 'not-classified';
}

/**
 * The class of a z, or why there is none. A range has a class only when both its ends, and so
 * everything between them, have the same.
 */
export function classOf(
	result: ZResult | ZRange,
	classing: Classing
): Classified | Unknown<ClassReason> {
	if (result.kind === 'unknown') return result;
	if (result.flagged) return unknown('implausible');
	const [low, high] = result.kind === 'z' ? [result.z, result.z] : [result.low, result.high];
	const name = stepOf(low, classing);
	if (name !== stepOf(high, classing)) return unknown('age-uncertain');
	if (name === 'not-classified') return unknown('look-at-weight-for-length');
	return { kind: 'class', class: name, unconfirmed: classing === 'head' };
}
