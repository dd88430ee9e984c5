// How hard a Spanish text is to read: Szigriszt's perspicuity on the INFLESZ scale (over 65 easy, over 80 very easy).
import { sentencesOf, wordsOf } from '../../src/lib/domain/course/gate/words.ts';

/** Syllables of a Spanish word: groups of vowels, parted where a strong vowel meets another or an accented weak one. */
function syllables(word: string): number {
	const groups = word.toLowerCase().match(/[aeiouáéíóúü]+/g) ?? [];
	const parted = groups.map((group) => 1 + (group.match(/[aeoáéó](?=[aeoáéóíú])|[íú](?=[aeoáéó])/g) ?? []).length);
	return Math.max(1, parted.reduce((sum, count) => sum + count, 0));
}

/** @returns 0–100 and above, higher is easier; undefined without a word */
export function perspicuity(texts: string[]): number | undefined {
	const sentences = texts.flatMap(sentencesOf);
	const words = sentences.flatMap(wordsOf).filter((word) => /\p{L}/u.test(word));
	if (!words.length) return undefined;
	const sounds = words.reduce((sum, word) => sum + syllables(word), 0);
	return Math.round(206.835 - (62.3 * sounds) / words.length - words.length / sentences.length);
}
