import { lmsZ, round2 } from './lms.ts';
import { unknown, type Unknown } from './reason.ts';
import type { Sex } from './unpack.ts';

/** Sex (1, 2), months of the interval, from, to, L, M, S, delta. */
export type VelocityRow = readonly [
	sex: 1 | 2,
	months: number,
	from: string,
	to: string,
	l: number,
	m: number,
	s: number,
	delta: number
];
export interface VelocityTables {
	/** Increments in g. */
	readonly weight: readonly VelocityRow[];
	/** Increments in cm. */
	readonly length: readonly VelocityRow[];
	readonly head: readonly VelocityRow[];
}

export interface Increment {
	readonly measure: keyof VelocityTables;
	readonly sex: Sex | undefined;
	/** Nominal ages as WHO's tables write them: 0mo, 4wk, 2mo … */
	readonly from: string;
	readonly to: string;
	/** g or cm gained between the two ages; may be negative. */
	readonly gained: number | undefined;
}

/** Unconfirmed: nobody has decided how far visits may lie from the nominal ages. No screen classes by it. */
export type VelocityZ =
	| { readonly kind: 'z'; readonly z: number; readonly unconfirmed: true }
	| Unknown<'sex-missing' | 'measure-missing' | 'interval-not-in-tables' | 'loss-beyond-table'>;

/** z of a gain between two of WHO's nominal ages (Growth Velocity Standards 2009); never interpolated. */
export function velocityZ(increment: Increment, tables: VelocityTables): VelocityZ {
	const { measure, sex, from, to, gained } = increment;
	if (!sex) return unknown('sex-missing');
	if (gained === undefined || !Number.isFinite(gained)) return unknown('measure-missing');
	const code = sex === 'm' ? 1 : 2;
	const row = tables[measure].find((one) => one[0] === code && one[2] === from && one[3] === to);
	if (!row) return unknown('interval-not-in-tables');
	const [, , , , l, m, s, delta] = row;
	const shifted = gained + delta;
	if (shifted <= 0) return unknown('loss-beyond-table');
	return { kind: 'z', z: round2(lmsZ(shifted, Float64Array.of(l, m, s), 0)), unconfirmed: true };
}
