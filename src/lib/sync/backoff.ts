const FIRST_MS = 2_000;
const LAST_MS = 15 * 60_000;

/**
 * How long to wait after a sync that failed: 2 s, then doubling up to 15 min, of which a random half is
 * left out so that phones that failed together do not come back together. Never sooner than the server
 * asked for (ms). `random` lies in [0, 1).
 */
export function backoff(failures: number, random: number, retryAfterMs = 0): number {
	const full = Math.min(LAST_MS, FIRST_MS * 2 ** Math.max(0, Math.min(failures, 20) - 1));
	const wait = full / 2 + (full / 2) * random;
	return Math.round(Math.max(wait, Math.min(retryAfterMs * (1 + random / 2), 2 * LAST_MS)));
}
