import { ARM_CUT_OFFS, type FalteringSign, type ResultClass } from '../growth/index.ts';

/**
 * The closed list of what is said to a family: one sentence each, without a number, without a z and
 * without the word malnourished. Stable codes: a clip is recorded for each in both languages.
 */
export const SENTENCES = [
	'today-feet',
	'today-arm',
	'today-weight',
	'week-arm',
	'week-weight',
	'week-suckles-little',
	'week-lost-weight',
	'again-odd',
	'week-odd',
	'week-length',
	'week-length-falls',
	'no-gain',
	'gains-less',
	'grows-less',
	'short',
	'heavy',
	'missing-feet',
	'missing-measure',
	'missing-age',
	'past-five',
	'grows-well',
	'better'
] as const;
export type Sentence = (typeof SENTENCES)[number];

/** What of a visit chooses among the sentences of one class. */
export interface Told {
	readonly class: ResultClass;
	/** As it is stored: none, 1, 2, 3, unseen. */
	readonly oedema: string;
	readonly armMm: number | null;
	readonly poorFeeding: boolean;
	readonly lostWeight: boolean;
	readonly faltering: readonly FalteringSign[];
	/** Only the age is missing. */
	readonly ageUnknown: boolean;
	/** The result before was to be referred. */
	readonly wasReferred: boolean;
}

const swollen = ({ oedema }: Told): boolean => oedema === '1' || oedema === '2' || oedema === '3';
const armBelow = ({ armMm }: Told, cut: number): boolean => armMm !== null && armMm < cut;

function falteringSentence({ faltering }: Told): Sentence {
	if (faltering.includes('little-gain')) return 'no-gain';
	return faltering.includes('weight-for-age-fell') ? 'gains-less' : 'grows-less';
}

function infantSentence({ poorFeeding, lostWeight }: Told): Sentence {
	if (poorFeeding) return 'week-suckles-little';
	return lostWeight ? 'week-lost-weight' : 'week-weight';
}

const missingSentence = ({ ageUnknown, oedema }: Told): Sentence =>
	oedema === 'unseen' ? 'missing-feet' : ageUnknown ? 'missing-age' : 'missing-measure';

/** The one sentence of a result. */
export function sentenceOf(told: Told): Sentence {
	switch (told.class) {
		case 'sam':
			if (swollen(told)) return 'today-feet';
			return armBelow(told, ARM_CUT_OFFS.sam) ? 'today-arm' : 'today-weight';
		case 'mam':
			return armBelow(told, ARM_CUT_OFFS.mam) ? 'week-arm' : 'week-weight';
		case 'young-infant':
			return infantSentence(told);
		case 'faltering':
			return falteringSentence(told);
		case 'incomplete':
			return missingSentence(told);
		case 'grows-well':
			return told.wasReferred ? 'better' : 'grows-well';
		case 'implausible':
			return 'again-odd';
		case 'implausible-stands':
			return 'week-odd';
		case 'severely-stunted':
			return 'week-length';
		case 'stunted-and-falling':
			return 'week-length-falls';
		case 'stunted':
			return 'short';
		case 'overweight':
			return 'heavy';
		case 'not-under-five':
			return 'past-five';
	}
}
