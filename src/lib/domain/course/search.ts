import { LANGUAGES, type GlossaryTerm, type Language, type Lesson, type Text } from './lesson.ts';

/** A text of a lesson in one language, as it is read and as it is compared. */
interface Line {
	readonly block: string | null;
	readonly lang: Language;
	readonly text: string;
	readonly plain: string;
}

export interface Hit {
	readonly lesson: string;
	/** The block in which it stands; null: the title. */
	readonly block: string | null;
	readonly lang: Language;
	readonly text: string;
	/** The word that was found, as it is written there. */
	readonly word: string;
}

const APOSTROPHES = /['’‘ʼʻ´`′]/g;
const WORD = /[\p{L}\p{M}\p{N}'’‘ʼʻ´`′]+/gu;
const SHOWN = 30;

/** As it is compared: small letters, without accents and lengths, without any form of apostrophe. */
export const plainText = (text: string): string =>
	text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(APOSTROPHES, '');

const words = (text: string): string[] => (text.match(WORD) ?? []).map(plainText).filter(Boolean);
/** Words side by side, each after a blank: a word is found by its beginning, Aymara grows at the end. */
const spaced = (text: string): string => ` ${words(text).join(' ')}`;

/** Every text of a block, wherever it stands; reasons and spoken forms are not read, so not found. */
function textsOf(value: unknown): Text[] {
	if (typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) return value.flatMap(textsOf);
	const own = isText(value) ? [{ es: value.es, ay: value.ay }] : [];
	const inner = Object.entries(value).filter(([name]) => name !== 'why' && name !== 'say');
	return [...own, ...inner.flatMap(([, part]) => textsOf(part))];
}
const isText = (value: object): value is Text =>
	'es' in value && 'ay' in value && typeof value.es === 'string' && typeof value.ay === 'string';

/** Lessons by their words, in both languages at once. Built on the phone from what is on the phone. */
export class SearchIndex {
	readonly #lessons = new Map<string, Line[]>();
	readonly #terms: { readonly plain: string; readonly term: GlossaryTerm }[] = [];

	get size(): number {
		return this.#lessons.size;
	}

	/** The title alone: the lesson itself is not on this phone. */
	addTitle(lesson: string, title: Text): void {
		this.#lessons.set(lesson, lines(null, [title]));
	}

	add(lesson: Lesson): void {
		const blocks = lesson.blocks.flatMap((block) => lines(block.id, textsOf(block)));
		this.#lessons.set(lesson.id, [...lines(null, [lesson.title]), ...blocks]);
	}

	addTerms(terms: readonly GlossaryTerm[]): void {
		for (const term of terms)
			this.#terms.push({ plain: `${spaced(term.es)} ${spaced(term.ay)}`, term });
	}

	/** The agreed word that begins so, if there is one. */
	term(query: string): GlossaryTerm | undefined {
		const asked = words(query);
		if (!asked.length) return undefined;
		return this.#terms.find(({ plain }) => asked.every((word) => plain.includes(` ${word}`)))?.term;
	}

	/** Lessons in which every word occurs, those that say it in the title first. */
	find(query: string): Hit[] {
		const asked = words(query);
		if (!asked.length) return [];
		const found = [...this.#lessons].flatMap(([lesson, all]) => {
			const hit = best(all, asked);
			return hit ? [{ ...hit, lesson }] : [];
		});
		return found
			.sort((a, b) => b.weight - a.weight)
			.slice(0, SHOWN)
			.map(({ lesson, line, word }) => ({ ...line, lesson, word }));
	}
}

const lines = (block: string | null, texts: readonly Text[]): Line[] =>
	texts.flatMap((text) =>
		LANGUAGES.map((lang) => ({ block, lang, text: text[lang], plain: spaced(text[lang]) }))
	);

/** The line that says most of what was asked; undefined where a word is nowhere in the lesson. */
function best(all: readonly Line[], asked: readonly string[]) {
	const missing = asked.filter((word) => !all.some(({ plain }) => plain.includes(` ${word}`)));
	if (missing.length) return undefined;
	let top: { line: Line; count: number } | undefined;
	let lines = 0;
	for (const line of all) {
		const count = asked.filter((word) => line.plain.includes(` ${word}`)).length;
		if (count) lines++;
		if (count > (top?.count ?? 0)) top = { line, count };
	}
	if (!top) return undefined;
	const { line, count } = top;
	return {
		line,
		weight: count * 100 + (line.block === null ? 50 : 0) + lines,
		word: seen(line, asked)
	};
}

/** The first of the asked words as it is written in the line. */
const seen = ({ text }: Line, asked: readonly string[]): string =>
	text.match(WORD)?.find((word) => asked.some((one) => plainText(word).startsWith(one))) ?? '';
