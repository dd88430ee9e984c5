/** Rules about sentences: length, negation, apostrophes, Aymara letters. */
import type { Language } from '../lesson.ts';
import type { Fault, Rule } from './fault.ts';
import { phrasesOf } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { sentencesOf, wordsOf } from './words.ts';

const LANGUAGES: readonly Language[] = ['es', 'ay'];

type Finding = [language: Language, text: string];

/** A rule that looks at one text at a time. */
const perPhrase =
	(code: string, find: (phrase: Phrase) => Finding[]): Rule =>
	(lesson) =>
		phrasesOf(lesson).flatMap((phrase) =>
			find(phrase).map(([language, text]): Fault => {
				return { code, where: phrase.where, language, text };
			})
		);

const eachLanguage =
	(find: (text: string, language: Language) => string[]) =>
	({ text }: Phrase): Finding[] =>
		LANGUAGES.flatMap((language) =>
			find(text[language], language).map((told): Finding => [language, told])
		);

/** Twelve words are a breath. */
export const sentencesAreShort = perPhrase(
	'sentence-long',
	eachLanguage((text) =>
		sentencesOf(text)
			.map((sentence): [string, number] => [sentence, wordsOf(sentence).length])
			.filter(([, count]) => count > 12)
			.map(([sentence, count]) => `${count} words (at most 12): ${sentence}`)
	)
);

/** An option is heard once and chosen with eyes shut. */
export const optionsAreShort = perPhrase('option-long', ({ part, text, where }) => {
	const count = wordsOf(text.es).length;
	const isOption = /\.options\.[a-f]$/.test(where) && (part === 'right' || part === 'wrong');
	return isOption && count > 8 ? [['es', `${count} words (at most 8): ${text.es}`]] : [];
});

const STRAY = /['`´ʼʻ‘′"]/u;

/** One apostrophe, U+2019, so that searching finds it; speech stands in “ ”. */
export const apostropheIsOne = perPhrase(
	'apostrophe',
	eachLanguage((text) => {
		const stray = STRAY.exec(text)?.[0];
		return stray ? [`${stray} is not ’ (U+2019) or “ ”: ${text}`] : [];
	})
);

const LETTERS =
	/^(chh|ch’|ch|kh|k’|k|ph|p’|p|qh|q’|q|th|t’|t|ll|l|m|n|ñ|r|s|j|w|x|y|a|ä|i|ï|u|ü)+$/u;
/** Units and names that stay as they are everywhere; acronyms in capitals do too. */
const KEPT = new Set([
	'°c',
	'c',
	'mm',
	'cm',
	'ml',
	'l',
	'kg',
	'g',
	'm',
	'm2',
	'm²',
	'km',
	'ha',
	'pin',
	'muac',
	'pH'
]);

/** Letters of the unified alphabet outside «…»; what has others stays Spanish and stands inside. */
export const aymaraIsSpelled = perPhrase('alphabet', ({ text }) => {
	const open = text.ay.replace(/«[^«»]*»/gu, ' ');
	if (/[«»]/u.test(open)) return [['ay', `« and » do not pair: ${text.ay}`]];
	if (/[«»]/u.test(text.es)) return [['es', '« » mark Spanish words inside Aymara; use “ ” here']];
	const tokens = open.match(/[\p{L}°][\p{L}\d²’°]*/gu) ?? [];
	return tokens
		.filter((token) => !KEPT.has(token) && !KEPT.has(token.toLowerCase()))
		.filter((token) => !/^\p{Lu}{3,}$/u.test(token) && !LETTERS.test(token.toLowerCase()))
		.map((token): Finding => ['ay', `“${token}” has letters Aymara does not use; put it in « »`]);
});

const ES_NO = /(?<!\p{L})(no|nunca|jamás|ni|nada|nadie|sin|tampoco|ning[uú]n[oa]?)(?!\p{L})/iu;
/** Words that say no without a no; Aymara often says them with jan. */
const ES_LACK =
	/menos|fall|daña|daño|mal|grave|peligr|difícil|poc[oa]|sol[oa]|únic|antes|falta|evit|deje|dejar|prohib|distint|difieren|equivoc|débil|enferm|vací|crud|riesgo|suci/iu;
const AY_NO = /(?<![\p{L}’])(jani\p{L}*|jan(?! ukax?(?![\p{L}’])))(?![\p{L}’])/iu;
/** A whole clause denied; bare jan also makes plain words: jan walt’ayaña, to damage. */
const AY_CLAUSE_NO = /(?<![\p{L}’])janiw\p{L}*/iu;

/** A lost negation turns advice into its opposite. */
export const negationAgrees = perPhrase('negation-differs', ({ text }) => {
	const [es, ay] = [ES_NO.exec(text.es)?.[0], AY_CLAUSE_NO.exec(text.ay)?.[0]];
	if (es && !AY_NO.test(text.ay))
		return [['ay', `Spanish says “${es}”, Aymara has no jan…: ${text.ay}`]];
	if (ay && !es && !ES_LACK.test(text.es)) {
		return [['es', `Aymara says “${ay}”, Spanish denies nothing: ${text.es}`]];
	}
	return [];
});

/** janiw opens, -ti closes. */
export const negationIsClosed = perPhrase('negation-open', ({ text }) =>
	text.ay.split(/[.!?…:]/u).flatMap((sentence) =>
		sentence
			.split(/(?<![\p{L}’])(?=janiw(?:a|x|xa)?(?![\p{L}’]))/iu)
			.filter((piece) => /^janiwx?(?![\p{L}’])/iu.test(piece))
			.filter((piece) => !/ti(?![\p{L}’])/u.test(piece.replace(/«[^«»]*»/gu, '')))
			.map((piece): Finding => ['ay', `janiw is not closed by -ti: ${piece.trim()}`])
	)
);
