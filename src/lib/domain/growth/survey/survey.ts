import type { Scores } from '../columns.ts';
import type { Indicator } from '../indicators.ts';
import type { Design } from './design.ts';
import { known, meanOf, shareOf, sizeOf, type Estimate, type Mean, type Size } from './estimate.ts';

/** The indicators of WHO's survey tables. */
export const SURVEYED = ['lfa', 'wfa', 'bfa', 'wfl'] as const;
export type Surveyed = (typeof SURVEYED)[number];
/** Children below −3, −2, −1 and above 1, 2, 3. */
export const CUT_OFFS = [-3, -2, -1, 1, 2, 3] as const;

/** z as prevalence and as means want it; NaN = not known. */
export interface SurveyZ {
	readonly counted: Float64Array;
	readonly averaged: Float64Array;
}
export type SurveyScores = Readonly<Record<Surveyed, SurveyZ>>;

/** A child with oedema counts as severe whatever else is known of it. */
const OEDEMA_COUNTS_AS = -3.1;

/** Leaves flagged z out, and lets oedema count in weight, BMI and weight-for-length but not in means. */
export function surveyScores(scores: Scores, oedema: Uint8Array): SurveyScores {
	const one = (indicator: Indicator): SurveyZ => {
		const status = scores.status[indicator];
		const averaged = scores.z[indicator].map((z, row) => (status[row] === 0 ? z : NaN));
		if (indicator === 'lfa') return { counted: averaged, averaged };
		const counted = averaged.map((z, row) => (oedema[row] === 1 ? OEDEMA_COUNTS_AS : z));
		return { counted, averaged };
	};
	return { lfa: one('lfa'), wfa: one('wfa'), bfa: one('bfa'), wfl: one('wfl') };
}

export interface IndicatorTable {
	readonly size: Size;
	/** In the order of CUT_OFFS. */
	readonly shares: readonly Estimate[];
	readonly mean: Mean;
}

/** All that WHO's tables say of one group. */
export interface GroupTable {
	readonly indicators: Readonly<Record<Surveyed, IndicatorTable>>;
	/** Of the children whose length and weight-for-length are both known. */
	readonly both: { readonly size: Size; readonly wasted: Estimate; readonly overweight: Estimate };
}

/** Estimates of one group, given by its rows, under a design that holds every kept row. */
export function groupTable(design: Design, scores: SurveyScores, rows: Int32Array): GroupTable {
	const one = ({ counted, averaged }: SurveyZ): IndicatorTable => {
		const denominator = known(rows, counted);
		const z = (row: number) => counted[row] ?? NaN;
		return {
			size: sizeOf(design, denominator),
			shares: CUT_OFFS.map((cut) =>
				shareOf(design, denominator, (row) => (cut < 0 ? z(row) < cut : z(row) > cut))
			),
			mean: meanOf(design, known(rows, averaged), averaged)
		};
	};
	const length = scores.lfa.counted;
	const weight = scores.wfl.counted;
	const pairs = known(known(rows, length), weight);
	const stuntedAnd = (is: (z: number) => boolean) =>
		shareOf(design, pairs, (row) => (length[row] ?? NaN) < -2 && is(weight[row] ?? NaN));
	return {
		indicators: {
			lfa: one(scores.lfa),
			wfa: one(scores.wfa),
			bfa: one(scores.bfa),
			wfl: one(scores.wfl)
		},
		both: {
			size: sizeOf(design, pairs),
			wasted: stuntedAnd((z) => z < -2),
			overweight: stuntedAnd((z) => z > 2)
		}
	};
}
