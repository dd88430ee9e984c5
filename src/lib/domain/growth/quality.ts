import { unknown, type Unknown } from './reason.ts';

/** How well a promoter measures. Private to her; no ranking. Limits marked unconfirmed in growth-engine.md. */
export type QualityReason = 'too-few' | 'no-spread';
export type Quality = number | Unknown<QualityReason>;

/** Fewest pairs and readings that are worth a figure. */
export const FEWEST = { pairs: 20, readings: 50 } as const;
/** Technical error of measurement above which coaching helps: kg, cm, mm. Unconfirmed. */
export const COACHING_ABOVE = { weight: 0.1, length: 0.6, arm: 2.7 } as const;
/** Digit preference score: below 8 excellent, 12 good, 20 acceptable, else a problem. */
export const DIGIT_PREFERENCE_BANDS = [8, 12, 20] as const;

/** Technical error of measurement of repeated readings, in their unit: √(Σd²/2n). */
export function technicalError(pairs: readonly (readonly [number, number])[]): Quality {
	if (pairs.length < FEWEST.pairs) return unknown('too-few');
	const squares = pairs.reduce((sum, [first, second]) => sum + (first - second) ** 2, 0);
	return Math.sqrt(squares / (2 * pairs.length));
}

/** Last digit of a value read to one decimal (or whole, with `decimals` 0). */
const lastDigit = (value: number, decimals: number) =>
	Math.abs(Math.round(value * 10 ** decimals)) % 10;

/** Digit preference score, 0 (none) to 100: 100·√(χ²/(n·9)) of the ten last digits. */
export function digitPreference(values: readonly number[], decimals = 1): Quality {
	const n = values.length;
	if (n < FEWEST.readings) return unknown('too-few');
	const counts = new Array<number>(10).fill(0);
	for (const value of values) {
		const digit = lastDigit(value, decimals);
		counts[digit] = (counts[digit] ?? 0) + 1;
	}
	const expected = n / 10;
	const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
	return 100 * Math.sqrt(chi / (n * 9));
}

/** Standard deviation of unflagged z-scores: about 1 when measured well. */
export function spreadOfZ(scores: readonly number[]): Quality {
	const n = scores.length;
	if (n < FEWEST.readings) return unknown('too-few');
	const mean = scores.reduce((sum, z) => sum + z, 0) / n;
	const squares = scores.reduce((sum, z) => sum + (z - mean) ** 2, 0);
	return squares > 0 ? Math.sqrt(squares / (n - 1)) : unknown('no-spread');
}
