import type { Day } from '../shared/day.ts';
import type { Oedema } from './acute.ts';
import { ageFromDays } from './age.ts';
import { underFiveWithin, type Approximate } from './approximate.ts';
import { ageWindow, type AgeWindow, type Birth } from './birth.ts';
import type { Tables } from './indicators.ts';
import type { Position } from './length.ts';
import { underFive, type Reading } from './under-five.ts';
import type { Sex } from './unpack.ts';

type Maybe<T> = T | undefined;

/** A visit as the promoter reads it: tape in mm, birth as far as it is known. */
export interface Visit {
	readonly sex?: Maybe<Sex>;
	readonly birth: Birth;
	readonly day: Day;
	/** kg */
	readonly weight?: Maybe<number>;
	/** cm */
	readonly length?: Maybe<number>;
	readonly position?: Maybe<Position>;
	readonly headMm?: Maybe<number>;
	readonly armMm?: Maybe<number>;
	readonly oedema: Oedema;
}

export interface Assessed {
	readonly age: AgeWindow | undefined;
	readonly z: Approximate;
}

const cm = (mm: Maybe<number>) => (mm === undefined ? undefined : mm / 10);

/** z-scores of a visit: exact, as ranges for an approximate birth date, or without an age. */
export function assess(visit: Visit, tables: Tables): Assessed {
	const { birth, day, headMm, armMm, oedema, ...rest } = visit;
	const reading: Reading = {
		...rest,
		head: cm(headMm),
		arm: cm(armMm),
		oedema: oedema === 'present'
	};
	const age = ageWindow(birth, day);
	if (!age) return { age, z: underFive(reading, tables) };
	if (age.youngest < age.oldest) return { age, z: underFiveWithin(reading, age, tables) };
	return { age, z: underFive({ ...reading, age: ageFromDays(age.oldest) }, tables) };
}
