const DAY_MS = 86_400_000;
/** A phone's clock drifts, and a sync's offset is not exact. */
const SLACK_MS = 3_600_000;
const LONGEST_MS = 60 * DAY_MS;

interface Known {
	/** When this app was built (ms): today is not before. */
	readonly built: number;
	/** The stamp of the phone's own last entry (ms); 0 if it has none. */
	readonly last: number;
}

/** Whether a clock (ms) may be right: not before the app was built, not behind the phone's own last entry,
 * not more than 60 days after it. The date makes the age, and the age the z. */
export function isBelievable(now: number, { built, last }: Known): boolean {
	if (now < built - DAY_MS) return false;
	return last === 0 || (now >= last - SLACK_MS && now <= last + LONGEST_MS);
}
