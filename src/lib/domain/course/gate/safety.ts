/** Rules that keep people and animals safe: claims never made, no doses, no prices and dates. */
import { forbiddenClaim } from './forbidden.ts';
import type { Fault, Rule } from './fault.ts';
import { isTaught, phrasesOf } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { sentencesOf } from './words.ts';

const perSentence =
	(
		code: string,
		counts: (phrase: Phrase) => boolean,
		find: (sentence: string) => string | undefined
	): Rule =>
	(lesson) =>
		phrasesOf(lesson)
			.filter(counts)
			.flatMap((phrase) =>
				sentencesOf(phrase.text.es).flatMap((sentence): Fault[] => {
					const text = find(sentence);
					return text ? [{ code, where: phrase.where, language: 'es', text }] : [];
				})
			);

/** Appendix B of the fact base. Stories, cases and wrong options may say what people say. */
export const claimsAreAllowed = perSentence('forbidden-claim', isTaught, (sentence) => {
	const claim = forbiddenClaim(sentence);
	return claim && `never say “${claim}”: ${sentence}`;
});

const DOSE_UNIT =
	/\d\s*(mg(?!\s*\/\s*L)|mcg|µg|UI|cc)(?!\p{L})|\d\s*m[lL]\s*(\/|por)\s*(kg|kilo|animal|cabeza|vaca|oveja)/u;
const MEDICINE =
	/antibiótic|penicilin|oxitetraciclin|ivermectin|albendazol|fenbendazol|closantel|nitroxinil|triclabendazol|desparasitant|antiparasitari|paracetamol|ibuprofeno|aspirina|jarabe|sulfato ferroso|tableta|comprimido|pastilla|inyec|vacuna|zinc|vitamina a|yodo|calcio|suero casero|aceite.*(timpan|tome|beba)/iu;
const AMOUNT =
	/\d\s*(mg|m[lL]|cc|g|gramos?|gotas?|%|UI|cucharad(it)?as?|tabletas?|comprimidos?|pastillas?)(?!\p{L})/u;
const WHO_DOSES =
	/veterinari|centro de salud|posta|promotor|técnic|etiqueta|médic|enfermer|personal/iu;

function dose(sentence: string): string | undefined {
	if (DOSE_UNIT.test(sentence)) return `a dose: ${sentence}`;
	if (MEDICINE.test(sentence) && AMOUNT.test(sentence)) {
		return `an amount or strength of a medicine: ${sentence}`;
	}
	return /(?<!\p{L})dosis(?!\p{L})/iu.test(sentence) && !WHO_DOSES.test(sentence)
		? `say who gives the dose, not the dose: ${sentence}`
		: undefined;
}

/** No dose, strength or amount of a medicine, for people or animals, wherever it stands. */
export const dosesAreAbsent = perSentence('dose', () => true, dose);

const CHANGES =
	/(?<!\p{L})Bs\.?\s*\d|\d\s*(Bs|bolivianos?|dólares)(?!\p{L})|(?<!\p{L})Ley (N°? ?)?\d|(?<![\d.,])(19|20)\d\d(?![\d.,]|\s*(m|mm|g|kg|L|mL)(?!\p{L}))|\d{1,2}\/\d{1,2}\/\d{2,4}/u;

/** Prices, laws and dates change; they live in a data file with month and year. */
export const pricesAreElsewhere = perSentence(
	'price-or-date',
	() => true,
	(sentence) => {
		const found = CHANGES.exec(sentence)?.[0];
		return found && `“${found}”: a price, law or date does not stand in a lesson: ${sentence}`;
	}
);
