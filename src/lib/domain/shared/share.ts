/** A part of a whole with its 95 % interval; undefined without a whole. */
export interface Share {
	readonly n: number;
	readonly of: number;
	/** 0–1. */
	readonly share: number;
	readonly low: number;
	readonly high: number;
}

/** z of the two-sided 95 % interval. */
const Z = 1.959964;

/** Wilson's score interval (Wilson 1927, J Am Stat Assoc 22:209–212), which holds for small numbers and
 * at 0 and 1 too. */
export function shareOf(n: number, of: number): Share | undefined {
	if (of <= 0) return undefined;
	const p = n / of;
	const z2 = (Z * Z) / of;
	const middle = (p + z2 / 2) / (1 + z2);
	const half = (Z / (1 + z2)) * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of));
	return { n, of, share: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
