import { DAYS_PER_MONTH, SCHOOL_FROM_MONTHS } from './age.ts';
import type { AgeWindow } from './birth.ts';
import { classOf, type ClassReason } from './classes.ts';
import { positive } from './measure.ts';
import { unknown, type Unknown, type ZRange, type ZResult } from './reason.ts';

/** Arm circumference in mm, strictly below; from 6 months to below 60 months (WHO/UNICEF 2009). */
export const ARM_CUT_OFFS = { sam: 115, mam: 125, fromMonths: 6, toMonths: SCHOOL_FROM_MONTHS };

/** What was seen at both feet. Not seen is not the same as none. */
export type Oedema = 'none' | 'present' | 'not-seen';
export type Criterion = 'oedema' | 'weight-for-length' | 'arm';
/** Below 6 months wasting is no MAM by definition, but an infant at risk all the same. */
export type Severity = 'sam' | 'mam' | 'infant-at-risk' | 'none';

/** What one criterion says. `not-applicable`: the arm below 6 months. */
type Judgement = Severity | 'not-applicable' | Unknown<ClassReason>;

/** Acute malnutrition: the worse of the criteria, each enough alone. */
export interface Acute {
	readonly kind: 'acute';
	readonly severity: Severity;
	/** Criteria that say so. */
	readonly signs: readonly Criterion[];
	/** Criteria that could not be judged; with severity `mam` a worse one may hide there. */
	readonly open: readonly Criterion[];
}

export interface AcuteReading {
	/** z of weight for length. */
	readonly wfl: ZResult | ZRange;
	/** Arm circumference in mm. */
	readonly armMm?: number | undefined;
	readonly oedema: Oedema;
	/** Ages the child can have; undefined when unknown. */
	readonly age: AgeWindow | undefined;
}

const WORST_FIRST = ['sam', 'mam', 'infant-at-risk'] as const;

const monthsOf = (days: number) => days / DAYS_PER_MONTH;

function byArm({ armMm, age }: AcuteReading): Judgement {
	const { sam, mam, fromMonths, toMonths } = ARM_CUT_OFFS;
	if (!age) return unknown('age-missing');
	if (age.youngest < 0) return unknown('age-invalid');
	if (monthsOf(age.oldest) < fromMonths) return 'not-applicable';
	if (monthsOf(age.youngest) >= toMonths) return unknown('age-above-table');
	const mm = positive(armMm, 'measure');
	if (typeof mm !== 'number') return unknown(mm);
	if (mm >= mam) return 'none';
	if (monthsOf(age.youngest) < fromMonths || monthsOf(age.oldest) >= toMonths) {
		return unknown('age-uncertain');
	}
	return mm < sam ? 'sam' : 'mam';
}

function byWeightForLength({ wfl, age }: AcuteReading): Judgement {
	const classified = classOf(wfl, 'weight-for-length');
	if (classified.kind === 'unknown') return classified;
	if (classified.class === 'severely-wasted') return 'sam';
	if (classified.class !== 'wasted') return 'none';
	return age && monthsOf(age.youngest) < ARM_CUT_OFFS.fromMonths ? 'infant-at-risk' : 'mam';
}

function byOedema({ oedema }: AcuteReading): Judgement {
	if (oedema === 'not-seen') return unknown('measure-missing');
	return oedema === 'present' ? 'sam' : 'none';
}

/**
 * Severe or moderate acute malnutrition, or none. "None" needs every criterion that applies; a sign is
 * told even when others are missing.
 */
export function acuteMalnutrition(reading: AcuteReading): Acute | Unknown<ClassReason> {
	const judged: readonly (readonly [Criterion, Judgement])[] = [
		['oedema', byOedema(reading)],
		['weight-for-length', byWeightForLength(reading)],
		['arm', byArm(reading)]
	];
	const open = judged.flatMap(([criterion, judgement]) =>
		typeof judgement === 'object' ? [{ criterion, judgement }] : []
	);
	for (const severity of WORST_FIRST) {
		const signs = judged.flatMap(([criterion, judgement]) =>
			judgement === severity ? [criterion] : []
		);
		if (signs.length) {
			return { kind: 'acute', severity, signs, open: open.map(({ criterion }) => criterion) };
		}
	}
	return open[0]?.judgement ?? { kind: 'acute', severity: 'none', signs: [], open: [] };
}
