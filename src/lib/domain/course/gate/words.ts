/** Sentences, words and numbers of Spanish and Aymara texts. */

/** Sentences and lines; a colon ends a breath as a full stop does. */
export function sentencesOf(text: string): string[] {
	return text
		.split(/\n|(?<=[.!?…:][”»)]?)\s+/)
		.map((sentence) => sentence.trim())
		.filter((sentence) => /[\p{L}\d]/u.test(sentence));
}

/** Words as a reader counts them: a number with its unit is one, a sign alone none. */
export function wordsOf(text: string): string[] {
	return text
		.replace(/(\d) (°C|mm|cm|mL|kg|m2|g|L|m|%)(?![\p{L}\d])/gu, '$1$2')
		.split(/\s+/)
		.filter((word) => /[\p{L}\d½¼¾]/u.test(word));
}

const FRACTIONS: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };
const NUMBER = /(?<![\p{L}\d])(\d{1,3}(?:\.\d{3})+(?!\d)|\d+)?(,\d+)?([½¼¾])?/gu;

/**
 * The numbers of a text in Spanish notation, as plain decimals: "1.820" → 1820, "6,5" → 6.5, "1½" → 1.5.
 * A digit inside a word (m2, Q3) is none. Minus signs are kept: −3.
 */
export function numbersIn(text: string): number[] {
	return [...text.matchAll(NUMBER)]
		.filter(([all]) => all.replace(',', '') !== '' && !all.startsWith(','))
		.map((found) => {
			const [, whole = '0', decimals = '', fraction = ''] = found;
			const value =
				Number(whole.replaceAll('.', '') + decimals.replace(',', '.')) + (FRACTIONS[fraction] ?? 0);
			return /(^|[\s(])[−-]$/u.test(text.slice(0, found.index)) ? -value : value;
		});
}

export const showNumber = (value: number): string => String(value).replace('.', ',');
