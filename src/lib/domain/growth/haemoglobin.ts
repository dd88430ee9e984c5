import { unknown, type Unknown } from './reason.ts';

/** Versions of the altitude rule. Which one the ministry uses, a clinician must confirm. */
export type HaemoglobinRule = 'who-2024-formula' | 'who-2024-bands' | 'who-2011-bands';

export interface Blood {
	/** g/L as the laboratory wrote it; always kept beside what follows from it. */
	readonly measured: number | undefined;
	/** Of the place where the child lives, m above sea level. */
	readonly altitude: number | undefined;
	readonly ageMonths: number | undefined;
}

export type AnaemiaClass = 'none' | 'mild' | 'moderate' | 'severe';

/** Unconfirmed by construction: no screen shows the class. */
export interface Haemoglobin {
	readonly kind: 'haemoglobin';
	readonly rule: HaemoglobinRule;
	/** g/L to subtract for altitude. */
	readonly adjustment: number;
	/** g/L as at sea level, one decimal. */
	readonly adjusted: number;
	readonly class: AnaemiaClass;
	readonly unconfirmed: true;
}

/** g/L by steps of 500 m. */
const BANDS_2024 = [0, 4, 8, 11, 14, 18, 21, 25, 29, 33];
const BANDS_2011 = [0, 0, 2, 5, 8, 13, 19, 27, 35, 45];
const banded = (bands: readonly number[], metres: number) =>
	bands[Math.min(Math.floor(metres / 500), bands.length - 1)] ?? 0;

/** g/L to subtract from a measured haemoglobin (SPEC §10). */
export function altitudeAdjustment(metres: number, rule: HaemoglobinRule): number {
	if (rule === 'who-2024-bands') return banded(BANDS_2024, metres);
	if (rule === 'who-2011-bands') return banded(BANDS_2011, metres);
	return 0.0056384 * metres + 0.0000003 * metres * metres;
}

interface CutOffs {
	readonly fromMonths: number;
	/** Below: severe, moderate, mild; g/L at sea level. */
	readonly below: readonly [number, number, number];
}
const CUT_OFFS: readonly CutOffs[] = [
	{ fromMonths: 144, below: [80, 110, 120] },
	{ fromMonths: 60, below: [80, 110, 115] },
	{ fromMonths: 24, below: [70, 100, 110] },
	{ fromMonths: 6, below: [70, 95, 105] }
];
const OLDEST_MONTHS = 180;

type Why =
	'measure-missing' | 'altitude-missing' | 'age-missing' | 'age-below-table' | 'age-above-table';

/** Haemoglobin of a child of 6 months to 14 years adjusted for altitude, by a named rule. */
export function haemoglobin(blood: Blood, rule: HaemoglobinRule): Haemoglobin | Unknown<Why> {
	const { measured, altitude, ageMonths } = blood;
	if (measured === undefined || !(measured > 0 && measured < 400))
		return unknown('measure-missing');
	if (altitude === undefined || !(altitude >= 0 && altitude < 9000)) {
		return unknown('altitude-missing');
	}
	if (ageMonths === undefined || !(ageMonths >= 0)) return unknown('age-missing');
	if (ageMonths >= OLDEST_MONTHS) return unknown('age-above-table');
	const row = CUT_OFFS.find(({ fromMonths }) => ageMonths >= fromMonths);
	if (!row) return unknown('age-below-table');
	const adjustment = altitudeAdjustment(altitude, rule);
	const adjusted = Math.round(10 * (measured - adjustment)) / 10;
	const [severe, moderate, mild] = row.below;
	const name =
		adjusted < severe
			? 'severe'
			: adjusted < moderate
				? 'moderate'
				: adjusted < mild
					? 'mild'
					: 'none';
	return { kind: 'haemoglobin', rule, adjustment, adjusted, class: name, unconfirmed: true };
}
