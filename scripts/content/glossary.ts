// The words of a course: those its lessons name, and agreed terms that stand in its texts in both languages.
import { phrasesOf } from '../../src/lib/domain/course/gate/phrases.ts';
import type { LessonDraft } from '../../src/lib/domain/course/lesson-draft.ts';
import type { GlossaryTerm } from '../../src/lib/domain/course/lesson.ts';

/** terms of the interface and of counting explain nothing about a course */
const OTHER = new Set(['ui', 'greet', 'time', 'num']);

const fold = (text: string) => text.toLowerCase().normalize('NFC');

/** "carpa solar / invernadero" and "pesar (en balanza)" are looked for by their first words. */
const head = (es: string) => fold(es.replace(/\(.*?\)/g, '').split(/[/,;]/)[0] ?? '').trim();

/** Aymara drops and changes last vowels, so a term is looked for without its own. */
const stem = (ay: string) => fold(ay).replace(/ña$/, '').replace(/[aiu]$/, '');

function standsIn(term: GlossaryTerm, texts: { es: string; ay: string }): boolean {
	if (OTHER.has(term.domain) || head(term.es).length < 3 || stem(term.ay).length < 3) return false;
	const spanish = new RegExp(`(?<!\\p{L})${head(term.es)}(e?s)?(?!\\p{L})`, 'u');
	const aymara = new RegExp(`(?<![\\p{L}’])${stem(term.ay)}`, 'u');
	return spanish.test(texts.es) && aymara.test(texts.ay);
}

/** @returns terms sorted by their Spanish, each with its slug */
export function glossaryOf(
	drafts: LessonDraft[],
	glossary: Record<string, GlossaryTerm>
): (GlossaryTerm & { id: string })[] {
	const phrases = drafts.flatMap(phrasesOf);
	const texts = {
		es: fold(phrases.map(({ text }) => text.es).join('\n')),
		ay: fold(phrases.map(({ text }) => text.ay).join('\n'))
	};
	const named = new Set(drafts.flatMap((draft) => draft.glossary ?? []));
	return Object.entries(glossary)
		.filter(([id, term]) => named.has(id) || standsIn(term, texts))
		.map(([id, term]) => ({ id, ...term }))
		.sort((a, b) => a.es.localeCompare(b.es, 'es'));
}
