/** Three numbers L, M, S at `at`, `at + 1`, `at + 2`: a row of a table or an interpolated one. */
type Lms = Float64Array;

/**
 * z of a positive measure by Box-Cox power, median and coefficient of variation: ((y/M)^L − 1)/(S·L).
 * Written with expm1, which is exact where L is near 0; L = 0 is the logarithm.
 */
export function lmsZ(y: number, lms: Lms, at: number): number {
	const l = lms[at] ?? NaN;
	const m = lms[at + 1] ?? NaN;
	const s = lms[at + 2] ?? NaN;
	if (l === 1) return (y / m - 1) / s;
	if (l === 0) return Math.log(y / m) / s;
	return Math.expm1(l * Math.log(y / m)) / (s * l);
}

/** The measure that lies at z = k, |k| ≤ 3: M·(1 + L·S·k)^(1/L). */
export function valueAt(k: number, lms: Lms, at: number): number {
	const l = lms[at] ?? NaN;
	const m = lms[at + 1] ?? NaN;
	const s = lms[at + 2] ?? NaN;
	if (l === 0) return m * Math.exp(s * k);
	return m * Math.pow(1 + l * s * k, 1 / l);
}

/** As lmsZ, but beyond ±3 in equal steps of the distance between 2 and 3 SD (WHO's restricted form). */
export function restrictedZ(y: number, lms: Lms, at: number): number {
	const z = lmsZ(y, lms, at);
	if (z > 3) {
		const sd3 = valueAt(3, lms, at);
		return 3 + (y - sd3) / (sd3 - valueAt(2, lms, at));
	}
	if (z < -3) {
		const sd3 = valueAt(-3, lms, at);
		return -3 + (y - sd3) / (valueAt(-2, lms, at) - sd3);
	}
	return z;
}

/** Inverse of restrictedZ for any k: beyond ±3 the line goes on in equal steps. */
export function restrictedValueAt(k: number, lms: Lms, at: number): number {
	if (k > 3) {
		const sd3 = valueAt(3, lms, at);
		return sd3 + (k - 3) * (sd3 - valueAt(2, lms, at));
	}
	if (k < -3) {
		const sd3 = valueAt(-3, lms, at);
		return sd3 + (k + 3) * (valueAt(-2, lms, at) - sd3);
	}
	return valueAt(k, lms, at);
}

/** Rounds to 2 decimals as R ≥ 4.0 does: the nearer of two hundredths, the even one on a tie; never −0. */
export function round2(z: number): number {
	const a = Math.abs(z);
	const t = 100 * a;
	const i = Math.floor(t);
	const down = i / 100;
	const up = Math.ceil(t) / 100;
	const near = a - down;
	const far = up - a;
	const rounded = near < far || (near === far && i % 2 === 0) ? down : up;
	return z < 0 && rounded > 0 ? -rounded : rounded;
}
