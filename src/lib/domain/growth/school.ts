import type { Age } from './age.ts';
import { isFlagged, type Rule, type SchoolTable, type Tables } from './indicators.ts';
import { lmsAtMonths } from './interpolate.ts';
import { bodyMassIndex } from './length.ts';
import { lmsZ, restrictedZ, round2 } from './lms.ts';
import { positive } from './measure.ts';
import { unknown, type Reason, type Unknown, type ZResult } from './reason.ts';
import { tableOf, type Sex } from './unpack.ts';

type Maybe<T> = T | undefined;

/** A child of 5 to 19 years: always measured standing. */
export interface SchoolReading {
	readonly sex?: Maybe<Sex>;
	readonly age?: Maybe<Age>;
	/** cm */
	readonly height?: Maybe<number>;
	/** kg */
	readonly weight?: Maybe<number>;
	readonly oedema?: Maybe<boolean>;
}

export interface SchoolAge {
	/** kg/m², unrounded; also with oedema or without an age. */
	readonly bmi: number | Unknown;
	readonly hfa: ZResult;
	readonly wfa: ZResult;
	readonly bfa: ZResult;
}

interface SchoolRule extends Rule {
	readonly table: SchoolTable;
	/** Last age in months, itself included; the row above it serves interpolation only. */
	readonly lastMonth: number;
}

const FIRST_MONTH = 60;
const limits = { flagBelow: -5, flagAbove: 5 };
/** SPEC §5. */
export const SCHOOL_RULES = {
	hfa: {
		table: 'hfa5to19',
		lastMonth: 228,
		restricted: false,
		notWithOedema: false,
		flagBelow: -6,
		flagAbove: 6
	},
	wfa: {
		...limits,
		table: 'wfa5to10',
		lastMonth: 120,
		restricted: true,
		notWithOedema: true,
		flagBelow: -6
	},
	bfa: { ...limits, table: 'bfa5to19', lastMonth: 228, restricted: true, notWithOedema: true }
} satisfies Record<string, SchoolRule>;

const scratch = new Float64Array(3);

function forAge(
	reading: SchoolReading,
	[rule, y]: readonly [SchoolRule, number | Reason],
	tables: Tables
): ZResult {
	const { sex, age } = reading;
	if (!sex) return unknown('sex-missing');
	if (age && !(age.months >= 0 && age.months < Infinity)) return unknown('age-invalid');
	if (reading.oedema && rule.notWithOedema) return unknown('oedema');
	if (typeof y !== 'number') return unknown(y);
	if (!age) return unknown('age-missing');
	if (age.months < FIRST_MONTH) return unknown('age-below-table');
	if (age.months > rule.lastMonth) return unknown('age-above-table');
	const packed = tables[rule.table];
	if (!packed) return unknown('table-missing');
	const lms = lmsAtMonths(scratch, tableOf(packed, sex), age.months);
	const z = round2(rule.restricted ? restrictedZ(y, lms, 0) : lmsZ(y, lms, 0));
	return { kind: 'z', z, flagged: isFlagged(z, rule) };
}

/** z-scores for the ages of 5 to 19 years (WHO Reference 2007), interpolated between whole months. */
export function schoolAge(reading: SchoolReading, tables: Tables): SchoolAge {
	const kg = positive(reading.weight, 'weight');
	const cm = positive(reading.height, 'length');
	const bmi = typeof kg !== 'number' ? kg : typeof cm !== 'number' ? cm : bodyMassIndex(kg, cm);
	return {
		bmi: typeof bmi === 'number' ? bmi : unknown(bmi),
		hfa: forAge(reading, [SCHOOL_RULES.hfa, cm], tables),
		wfa: forAge(reading, [SCHOOL_RULES.wfa, kg], tables),
		bfa: forAge(reading, [SCHOOL_RULES.bfa, bmi], tables)
	};
}
