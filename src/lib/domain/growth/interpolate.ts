import type { Table } from './unpack.ts';

/** Where between two rows: offsets into `lms` and the way from the one to the other. */
interface Place {
	readonly lo: number;
	readonly up: number;
	readonly d: number;
}

function mix(out: Float64Array, lms: Float64Array, { lo, up, d }: Place): Float64Array {
	for (let c = 0; c < 3; c++) {
		const low = lms[lo + c] ?? NaN;
		out[c] = d > 0 ? low + d * ((lms[up + c] ?? NaN) - low) : low;
	}
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
	return mix(out, table.lms, { lo: 3 * (lo - table.first), up: 3 * (up - table.first), d });
}

/** L, M and S at an age in months with decimals, linear between the whole months (5–19 y). */
export function lmsAtMonths(out: Float64Array, table: Table, months: number): Float64Array {
	const whole = Math.trunc(months);
	const lo = 3 * (whole - table.first);
	return mix(out, table.lms, { lo, up: lo + 3, d: months - whole });
}
