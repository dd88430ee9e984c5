import type { Table } from './unpack.ts';

/** Where between two rows: offsets into `lms` and the way from the one to the other. */
interface Place {
	readonly lo: number;
	readonly up: number;
	readonly d: number;
}

const way = (low: number, high: number, d: number) => (d > 0 ? low + d * (high - low) : low);

function mix(out: Float64Array, lms: Float64Array, { lo, up, d }: Place): Float64Array {
	out[0] = way(lms[lo] ?? NaN, lms[up] ?? NaN, d);
	out[1] = way(lms[lo + 1] ?? NaN, lms[up + 1] ?? NaN, d);
	out[2] = way(lms[lo + 2] ?? NaN, lms[up + 2] ?? NaN, d);
	return out;
}

/**
 * L, M and S at a length in cm, linear between rows 0.1 cm apart; the length itself is never rounded.
 * The order of the arithmetic is WHO's: it makes lengths a hair off the grid harmless.
 */
export function lmsAtLength(out: Float64Array, table: Table, cm: number): Float64Array {
	const lo = Math.trunc(cm * 10);
	const up = Math.trunc(cm * 10 + 1);
	const d = (cm - lo / 10) / 0.1;
	return mix(out, table.part, { lo: table.at(lo), up: table.at(up), d });
}

/** L, M and S at an age in months with decimals, linear between the whole months (5–19 y). */
export function lmsAtMonths(out: Float64Array, table: Table, months: number): Float64Array {
	const lo = Math.trunc(months);
	return mix(out, table.part, { lo: table.at(lo), up: table.at(lo + 1), d: months - lo });
}
