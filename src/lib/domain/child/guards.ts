import { plausibility } from '../growth/index.ts';

/** What is read at a visit; the head is not measured by promoters. */
export const MEASURES = ['weight', 'length', 'arm'] as const;
export type Read = (typeof MEASURES)[number];

/** Digits on the keypad: decimals are fixed, so the comma sets itself. */
export const TYPING = {
	weight: { decimals: 1, digits: 4 },
	length: { decimals: 1, digits: 4 },
	arm: { decimals: 0, digits: 3 }
} as const satisfies Record<Read, { readonly decimals: number; readonly digits: number }>;

/** What can be kept as read at all; kg, cm, mm. Outside of it nothing was read, something was mistyped. */
const KEPT = {
	weight: { least: 0.3, most: 250 },
	length: { least: 20, most: 250 },
	arm: { least: 20, most: 600 }
} as const;

export type Guard =
	| { readonly kind: 'fine' }
	/** Probably another unit, or a comma at another place: `meant` is the value in ours. */
	| { readonly kind: 'meant'; readonly meant: number; readonly kept: boolean }
	/** No living child: it may be kept as it was read, and is never used. */
	| {
			readonly kind: 'impossible';
			readonly least: number;
			readonly most: number;
			readonly kept: boolean;
	  };

const fits = (measure: Read, value: number): boolean =>
	plausibility(measure, value).kind === 'possible';

/** What else the digits may have meant: grams, whole kilos or centimetres, metres, centimetres of arm. */
function readings(measure: Read, value: number): number[] {
	const digits = Math.round(value * 10 ** TYPING[measure].decimals);
	if (measure === 'weight') return [digits / 1000, digits];
	return measure === 'length' ? [digits, value * 100] : [value * 10];
}

/** Asks about a typed value before it is taken (kg, cm, mm). */
export function guardOf(measure: Read, value: number): Guard {
	const found = plausibility(measure, value);
	if (found.kind === 'possible') return { kind: 'fine' };
	const kept = value >= KEPT[measure].least && value <= KEPT[measure].most;
	const meant = readings(measure, value).find((other) => fits(measure, other));
	if (meant !== undefined) return { kind: 'meant', meant: Math.round(meant * 10) / 10, kept };
	const { least, most } = found.kind === 'impossible' ? found : KEPT[measure];
	return { kind: 'impossible', least, most, kept };
}
