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

/** Sums over the strata: units of a stratum spread around their mean, units outside the group at 0. */
class Variance {
	readonly #design: Design;
	readonly #totals = new Map<number, number>();

	constructor(design: Design) {
		this.#design = design;
	}

	add(row: number, u: number): void {
		const unit = this.#design.unitOf[row] ?? 0;
		this.#totals.set(unit, (this.#totals.get(unit) ?? 0) + u);
	}

	/** A stratum of a single unit is centred on the mean of all units. */
	value(): number {
		const { stratumOf, units } = this.#design;
		const sums = new Float64Array(units.length);
		let all = 0;
		for (const [unit, total] of this.#totals) {
			const stratum = stratumOf[unit] ?? 0;
			sums[stratum] = (sums[stratum] ?? 0) + total;
			all += total;
		}
		const grand = all / stratumOf.length;
		const means = sums.map((sum, h) => ((units[h] ?? 0) > 1 ? sum / (units[h] ?? 1) : grand));
		const squares = new Float64Array(units.length);
		const silent = Int32Array.from(units);
		for (const [unit, total] of this.#totals) {
			const h = stratumOf[unit] ?? 0;
			squares[h] = (squares[h] ?? 0) + (total - (means[h] ?? 0)) ** 2;
			silent[h] = (silent[h] ?? 0) - 1;
		}
		return squares.reduce((sum, square, h) => {
			const n = units[h] ?? 0;
			const spread = square + (silent[h] ?? 0) * (means[h] ?? 0) ** 2;
			return sum + spread * (n > 1 ? n / (n - 1) : 1);
		}, 0);
	}
}

interface Ratio {
	readonly r: number;
	readonly se: number;
}

function ratio(design: Design, rows: Int32Array, y: (row: number) => number): Ratio {
	const { weights } = design;
	const { weighted } = sizeOf(design, rows);
	let sum = 0;
	for (const row of rows) sum += (weights[row] ?? 0) * y(row);
	const r = sum / weighted;
	const variance = new Variance(design);
	for (const row of rows) variance.add(row, ((weights[row] ?? 0) * (y(row) - r)) / weighted);
	return { r, se: Math.sqrt(variance.value()) };
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
