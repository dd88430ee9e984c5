import type { Design } from './design.ts';
import { student975 } from './student.ts';

/** A weighted mean or share of a group, with its Taylor-linearised standard error. */
export interface Estimate {
	readonly r: number;
	readonly se: number;
	readonly low: number;
	readonly high: number;
}

/** What a group can say of one indicator; NaN stands for "null" throughout. */
export interface Mean extends Estimate {
	readonly sd: number;
}

export interface Size {
	/** Sum of the weights. */
	readonly weighted: number;
	/** Rows. */
	readonly rows: number;
}

const NOTHING = { r: NaN, se: NaN, low: NaN, high: NaN };

/** Rows of a group whose value is known. */
export const known = (rows: Int32Array, values: Float64Array): Int32Array =>
	rows.filter((row) => !Number.isNaN(values[row] ?? NaN));

export function sizeOf({ weights }: Design, rows: Int32Array): Size {
	let weighted = 0;
	for (const row of rows) weighted += weights[row] ?? 0;
	return { weighted, rows: rows.length };
}

/** Totals per unit of a design, used again by every estimate of it: surveys ask for thousands. */
interface Ledger {
	readonly totals: Float64Array;
	readonly seen: Uint8Array;
	/** Units with a row in the group, the first `count` of them. */
	readonly touched: Int32Array;
	count: number;
}
const ledgers = new WeakMap<Design, Ledger>();

function ledgerOf(design: Design): Ledger {
	const size = design.stratumOf.length;
	let ledger = ledgers.get(design);
	if (!ledger) {
		ledger = {
			totals: new Float64Array(size),
			seen: new Uint8Array(size),
			touched: new Int32Array(size),
			count: 0
		};
		ledgers.set(design, ledger);
	}
	return ledger;
}

/** Empties the ledger and answers Σ over strata of n/(n−1) · Σ over units of (total − mean)². */
function varianceOf({ stratumOf, units }: Design, ledger: Ledger): number {
	const { totals, seen, touched, count } = ledger;
	const sums = new Float64Array(units.length);
	let all = 0;
	for (let i = 0; i < count; i++) {
		const unit = touched[i] ?? 0;
		const stratum = stratumOf[unit] ?? 0;
		sums[stratum] = (sums[stratum] ?? 0) + (totals[unit] ?? 0);
		all += totals[unit] ?? 0;
	}
	// a stratum of a single unit is centred on the mean of all units
	const grand = all / stratumOf.length;
	const means = sums.map((sum, h) => ((units[h] ?? 0) > 1 ? sum / (units[h] ?? 1) : grand));
	const squares = new Float64Array(units.length);
	// units without a row in the group count as 0
	const silent = Int32Array.from(units);
	for (let i = 0; i < count; i++) {
		const unit = touched[i] ?? 0;
		const h = stratumOf[unit] ?? 0;
		squares[h] = (squares[h] ?? 0) + ((totals[unit] ?? 0) - (means[h] ?? 0)) ** 2;
		silent[h] = (silent[h] ?? 0) - 1;
		totals[unit] = 0;
		seen[unit] = 0;
	}
	ledger.count = 0;
	return squares.reduce((sum, square, h) => {
		const n = units[h] ?? 0;
		const spread = square + (silent[h] ?? 0) * (means[h] ?? 0) ** 2;
		return sum + spread * (n > 1 ? n / (n - 1) : 1);
	}, 0);
}

interface Ratio {
	readonly r: number;
	readonly se: number;
}

function ratio(design: Design, rows: Int32Array, y: (row: number) => number): Ratio {
	const { weights, unitOf } = design;
	const { weighted } = sizeOf(design, rows);
	let sum = 0;
	for (const row of rows) sum += (weights[row] ?? 0) * y(row);
	const r = sum / weighted;
	const ledger = ledgerOf(design);
	const { totals, seen, touched } = ledger;
	for (const row of rows) {
		const unit = unitOf[row] ?? 0;
		totals[unit] = (totals[unit] ?? 0) + ((weights[row] ?? 0) * (y(row) - r)) / weighted;
		if (seen[unit] === 0) touched[ledger.count++] = unit;
		seen[unit] = 1;
	}
	return { r, se: Math.sqrt(varianceOf(design, ledger)) };
}

/** Mean z with 95 % limits on Student's t, and the standard deviation. */
export function meanOf(design: Design, rows: Int32Array, values: Float64Array): Mean {
	const { weighted } = sizeOf(design, rows);
	if (!(weighted > 0)) return { ...NOTHING, sd: NaN };
	const y = (row: number) => values[row] ?? NaN;
	const { r, se } = ratio(design, rows, y);
	const half = student975(design.degrees) * se;
	let squares = 0;
	for (const row of rows) squares += (design.weights[row] ?? 0) * (y(row) - r) ** 2;
	const n = rows.length;
	const sd = n > 1 ? Math.sqrt((squares / weighted) * (n / (n - 1))) : NaN;
	return { r, se, low: r - half, high: r + half, sd };
}

const logit = (p: number) => Math.log(p / (1 - p));
const share = (x: number) => 1 / (1 + Math.exp(-x));

/** Share of rows for which `is` holds, in percent; 95 % limits on the logit scale. */
export function shareOf(design: Design, rows: Int32Array, is: (row: number) => boolean): Estimate {
	const { weighted } = sizeOf(design, rows);
	if (!(weighted > 0)) return NOTHING;
	const { r, se } = ratio(design, rows, (row) => (is(row) ? 1 : 0));
	const percent = (p: number) => 100 * p;
	if (r <= 0) return { r: 0, se: percent(se), low: 0, high: 0 };
	if (r >= 1) return { r: 100, se: percent(se), low: 100, high: 100 };
	const half = (student975(design.degrees) * se) / (r * (1 - r));
	return {
		r: percent(r),
		se: percent(se),
		low: percent(share(logit(r) - half)),
		high: percent(share(logit(r) + half))
	};
}
