import {
	COACHING_ABOVE,
	DIGIT_PREFERENCE_BANDS,
	digitPreference,
	technicalError
} from '../growth/index.ts';
import { FEWEST } from '../growth/quality.ts';

/** The readings of one measuring, as they were read. */
export interface ReadingsOf {
	readonly weightsKg?: readonly number[] | undefined;
	readonly lengthsCm?: readonly number[] | undefined;
	readonly muacsMm?: readonly number[] | undefined;
	readonly oedema: string;
}

export const QUALITY_MEASURES = ['weight', 'length', 'arm'] as const;
export type QualityMeasure = (typeof QUALITY_MEASURES)[number];

export interface DigitView {
	/** How often each last digit, 0 to 9. */
	readonly counts: readonly number[];
	readonly read: number;
	/** Readings that are still missing before anything can be said. */
	readonly needed: number;
	/** The digit that comes too often, when the preference is no longer acceptable. */
	readonly often: number | undefined;
}

export interface RepeatView {
	readonly pairs: number;
	readonly needed: number;
	/** Technical error in kg, cm or mm; undefined while there are too few pairs. */
	readonly error: number | undefined;
	readonly coach: boolean;
}

export interface OwnQuality {
	readonly visits: number;
	readonly oedemaUnseen: number;
	readonly digits: Readonly<Record<QualityMeasure, DigitView>>;
	readonly repeats: Readonly<Record<QualityMeasure, RepeatView>>;
}

const readingsOf = (one: ReadingsOf, measure: QualityMeasure): readonly number[] =>
	({ weight: one.weightsKg, length: one.lengthsCm, arm: one.muacsMm })[measure] ?? [];

const decimalsOf = (measure: QualityMeasure): number => (measure === 'arm' ? 0 : 1);
/** Above the last band the digits are a problem. */
const ACCEPTABLE = DIGIT_PREFERENCE_BANDS[2];

/** First readings only: a second one is taken because the first was doubtful. */
function digitsOf(visits: readonly ReadingsOf[], measure: QualityMeasure): DigitView {
	const values = visits.flatMap((one) => readingsOf(one, measure).slice(0, 1));
	const counts = new Array<number>(10).fill(0);
	for (const value of values) {
		const digit = Math.round(value * 10 ** decimalsOf(measure)) % 10;
		counts[digit] = (counts[digit] ?? 0) + 1;
	}
	const score = digitPreference(values, decimalsOf(measure));
	const preferred = typeof score === 'number' && score >= ACCEPTABLE;
	return {
		counts,
		read: values.length,
		needed: Math.max(0, FEWEST.readings - values.length),
		often: preferred ? counts.indexOf(Math.max(...counts)) : undefined
	};
}

function repeatsOf(visits: readonly ReadingsOf[], measure: QualityMeasure): RepeatView {
	const pairs = visits.flatMap((one) => {
		const [first, second] = readingsOf(one, measure);
		return first === undefined || second === undefined ? [] : [[first, second] as const];
	});
	const error = technicalError(pairs);
	const known = typeof error === 'number' ? error : undefined;
	return {
		pairs: pairs.length,
		needed: FEWEST.pairs,
		error: known,
		coach: known !== undefined && known > COACHING_ABOVE[measure]
	};
}

const eachMeasure = <V>(of: (measure: QualityMeasure) => V): Record<QualityMeasure, V> => ({
	weight: of('weight'),
	length: of('length'),
	arm: of('arm')
});

/** How well somebody measures, from her own readings; for herself alone, no ranking. */
export const ownQuality = (visits: readonly ReadingsOf[]): OwnQuality => ({
	visits: visits.length,
	oedemaUnseen: visits.filter(({ oedema }) => oedema === 'unseen').length,
	digits: eachMeasure((measure) => digitsOf(visits, measure)),
	repeats: eachMeasure((measure) => repeatsOf(visits, measure))
});
