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

/** For a ≥ 0: the nearer of two hundredths by their real distance, the even one on a tie. */
function nearerHundredth(a: number): number {
	const i = Math.floor(100 * a);
	const down = i / 100;
	const up = Math.ceil(100 * a) / 100;
	const near = a - down;
	const far = up - a;
	return near < far || (near === far && i % 2 === 0) ? down : up;
}

/** Rounds to 2 decimals as R ≥ 4.0 does, the same on both sides of 0; never −0. */
export function round2(z: number): number {
	const t = 100 * z;
	const offTie = t - Math.floor(t) - 0.5;
	// away from a tie every way of rounding agrees, and this one is short
	if ((offTie > 1e-6 || offTie < -1e-6) && t < 1e6 && t > -1e6)
		return Math.floor(t + 0.5) / 100 + 0;
	return z < 0 ? 0 - nearerHundredth(-z) : nearerHundredth(z);
}
