/** Wrong tries since the last right one. */
export interface Wrong {
	readonly count: number;
	readonly last: number;
}

const FREE = 5;
const FIRST_MS = 60_000;

/** When the next try is taken (ms): at once for the first five, then after 1 min, doubling to `longest`.
 * A clock that was set back gains nothing: the wait then begins anew. */
export function nextTryAfter({ count, last }: Wrong, now: number, longest: number): number {
	if (count < FREE) return now;
	const wait = Math.min(longest, FIRST_MS * 2 ** Math.min(count - FREE, 10));
	return Math.max(now, Math.min(last, now) + wait);
}
