import type { Indicator } from './indicators.ts';
import { REASONS, type ZResult } from './reason.ts';

/** Codes of a position in Columns and Scores; 0 = missing. */
export const LYING = 1;
export const STANDING = 2;

/** Children as columns; NaN (or 0 where codes stand) means missing. Units as in a Reading. */
export interface Columns {
	/** How many rows count; the arrays may be longer. */
	readonly size: number;
	/** 0 missing, 1 male, 2 female. */
	readonly sex: Uint8Array;
	/** Age in days, decimals allowed. */
	readonly days: Float64Array;
	/** Age in months where it was given in months: days / 30.4375 would lose a bit at the limits. */
	readonly months?: Float64Array;
	readonly weight: Float64Array;
	readonly length: Float64Array;
	/** 0 missing, 1 lying, 2 standing. */
	readonly position: Uint8Array;
	readonly head: Float64Array;
	readonly arm: Float64Array;
	readonly triceps: Float64Array;
	readonly subscapular: Float64Array;
	/** 1 = yes; anything else counts as no. */
	readonly oedema: Uint8Array;
}

/** What a batch answers, one array per indicator. */
export interface Scores {
	/** Rounded z, NaN where there is none. */
	readonly z: Readonly<Record<Indicator, Float64Array>>;
	/** 0 = z, 1 = z but flagged, 2 + i = no z because of REASONS[i]. */
	readonly status: Readonly<Record<Indicator, Uint8Array>>;
	readonly ageDays: Float64Array;
	readonly ageMonths: Float64Array;
	/** Position after cleaning, coded as in Columns. */
	readonly position: Uint8Array;
	readonly standingIgnored: Uint8Array;
	readonly usedLength: Float64Array;
	readonly bmi: Float64Array;
}

/** Empty columns for `size` children: everything missing. */
export function newColumns(size: number): Columns {
	const measures = () => new Float64Array(size).fill(NaN);
	return {
		size,
		sex: new Uint8Array(size),
		days: measures(),
		weight: measures(),
		length: measures(),
		position: new Uint8Array(size),
		head: measures(),
		arm: measures(),
		triceps: measures(),
		subscapular: measures(),
		oedema: new Uint8Array(size)
	};
}

function perIndicator<T>(make: () => T): Record<Indicator, T> {
	return {
		lfa: make(),
		wfa: make(),
		wfl: make(),
		bfa: make(),
		hcfa: make(),
		acfa: make(),
		tsfa: make(),
		ssfa: make()
	};
}

/** Room for the answers of `size` children. */
export function newScores(size: number): Scores {
	return {
		z: perIndicator(() => new Float64Array(size)),
		status: perIndicator(() => new Uint8Array(size)),
		ageDays: new Float64Array(size),
		ageMonths: new Float64Array(size),
		position: new Uint8Array(size),
		standingIgnored: new Uint8Array(size),
		usedLength: new Float64Array(size),
		bmi: new Float64Array(size)
	};
}

/** One answer of a batch in the words of the scalar path. */
export function resultAt(scores: Scores, indicator: Indicator, row: number): ZResult {
	const status = scores.status[indicator][row] ?? 0;
	const reason = REASONS[status - 2];
	if (reason) return { kind: 'unknown', reason };
	return { kind: 'z', z: scores.z[indicator][row] ?? NaN, flagged: status === 1 };
}
