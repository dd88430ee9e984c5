import { SCHOOL_FROM_MONTHS, type Age } from './age.ts';
import { isFlagged, RULES, type Indicator, type Tables } from './indicators.ts';
import { lmsAtLength } from './interpolate.ts';
import {
	bodyMassIndex,
	cleanPosition,
	lengthForAge,
	lengthTable,
	type CleanPosition,
	type Position
} from './length.ts';
import { lmsZ, restrictedZ, round2 } from './lms.ts';
import { positive } from './measure.ts';
import { unknown, type Reason, type Unknown, type ZResult } from './reason.ts';
import { tableOf, type Sex } from './unpack.ts';

type Maybe<T> = T | undefined;

/** One child on one day, as read. What is missing is undefined; NaN, 0 or less is no measure. */
export interface Reading {
	readonly sex?: Maybe<Sex>;
	readonly age?: Maybe<Age>;
	/** kg */
	readonly weight?: Maybe<number>;
	/** Length or height in cm, as read. */
	readonly length?: Maybe<number>;
	readonly position?: Maybe<Position>;
	/** Circumferences of head and arm in cm (a tape reads mm: divide by 10). */
	readonly head?: Maybe<number>;
	readonly arm?: Maybe<number>;
	/** Skinfolds in mm. */
	readonly triceps?: Maybe<number>;
	readonly subscapular?: Maybe<number>;
	/** Bilateral pitting oedema; undefined counts as no, as WHO has it: ask before you classify. */
	readonly oedema?: Maybe<boolean>;
}

export type UnderFive = Readonly<Record<Indicator, ZResult>> & {
	readonly cleaned: CleanPosition;
	/** The length in cm that was used. */
	readonly usedLength: number | Unknown;
	/** Body mass index in kg/m², also with oedema or without an age. */
	readonly bmi: number | Unknown;
};

function usedLength(reading: Reading, position: Maybe<Position>): number | Reason {
	const read = positive(reading.length, 'length');
	if (typeof read !== 'number') return read;
	return positive(lengthForAge(read, position, reading.age), 'length');
}

const invalidAge = (age: Maybe<Age>) => !!age && !(age.days >= 0 && age.months < Infinity);

/** What forbids every z of this indicator of a child whose sex is known, whatever was measured. */
function barred(reading: Reading, indicator: Indicator): Maybe<Reason> {
	if (invalidAge(reading.age)) return 'age-invalid';
	if (reading.oedema && RULES[indicator].notWithOedema) return 'oedema';
	return undefined;
}

function finish(raw: number, indicator: Indicator): ZResult {
	const z = round2(raw);
	return { kind: 'z', z, flagged: isFlagged(z, RULES[indicator]) };
}

/** z for age of a measure that is known, or of the reason why it is not. */
function forAge(
	reading: Reading,
	[indicator, y]: readonly [Exclude<Indicator, 'wfl'>, number | Reason],
	tables: Tables
): ZResult {
	const { sex, age } = reading;
	if (!sex) return unknown('sex-missing');
	const why = barred(reading, indicator);
	if (why) return unknown(why);
	if (typeof y !== 'number') return unknown(y);
	if (!age) return unknown('age-missing');
	const packed = tables[indicator];
	if (!packed) return unknown('table-missing');
	const table = tableOf(packed, sex);
	if (age.days < table.first) return unknown('age-below-table');
	if (age.months >= SCHOOL_FROM_MONTHS) return unknown('age-above-table');
	const at = table.at(age.days);
	const raw = RULES[indicator].restricted
		? restrictedZ(y, table.part, at)
		: lmsZ(y, table.part, at);
	return finish(raw, indicator);
}

const scratch = new Float64Array(3);

function forLength(
	reading: Reading,
	[kg, cm, position]: readonly [number | Reason, number | Reason, Maybe<Position>],
	tables: Tables
): ZResult {
	const { sex, age } = reading;
	if (!sex) return unknown('sex-missing');
	const why = barred(reading, 'wfl');
	if (why) return unknown(why);
	if (typeof kg !== 'number') return unknown(kg);
	if (typeof cm !== 'number') return unknown(cm);
	if (age && age.months >= SCHOOL_FROM_MONTHS) return unknown('age-above-table');
	const packed = tables[lengthTable(cm, position, age)];
	if (!packed) return unknown('table-missing');
	const table = tableOf(packed, sex);
	if (cm < table.first / 10 || cm > table.last / 10) return unknown('length-outside-table');
	return finish(restrictedZ(kg, lmsAtLength(scratch, table, cm), 0), 'wfl');
}

const told = (value: number | Reason) => (typeof value === 'number' ? value : unknown(value));

/** All z-scores of a child under five (WHO Child Growth Standards 2006/2007; docs/growth-engine.md). */
export function underFive(reading: Reading, tables: Tables): UnderFive {
	const cleaned = cleanPosition(reading.position, reading.age);
	const kg = positive(reading.weight, 'weight');
	const cm = usedLength(reading, cleaned.position);
	const bmi = typeof kg !== 'number' ? kg : typeof cm !== 'number' ? cm : bodyMassIndex(kg, cm);
	const z = (indicator: Exclude<Indicator, 'wfl'>, y: number | Reason) =>
		forAge(reading, [indicator, y], tables);
	return {
		cleaned,
		usedLength: told(cm),
		bmi: told(bmi),
		lfa: z('lfa', cm),
		wfa: z('wfa', kg),
		wfl: forLength(reading, [kg, cm, cleaned.position], tables),
		bfa: z('bfa', bmi),
		hcfa: z('hcfa', positive(reading.head, 'measure')),
		acfa: z('acfa', positive(reading.arm, 'measure')),
		tsfa: z('tsfa', positive(reading.triceps, 'measure')),
		ssfa: z('ssfa', positive(reading.subscapular, 'measure'))
	};
}
