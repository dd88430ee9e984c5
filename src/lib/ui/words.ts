export type Lang = 'es' | 'ay';

/** A short text in the leading language and, below it, the same in the other. */
export interface Words {
	readonly lang: Lang;
	readonly text: string;
	readonly second?: string | undefined;
}

/** What a component shows: a pair of languages, or one text in the language of the page. */
export type Said = string | Words;

export const otherLang = (lang: Lang): Lang => (lang === 'es' ? 'ay' : 'es');

/** The leading text alone, for an accessible name. */
export const plain = (said: Said): string => (typeof said === 'string' ? said : said.text);
