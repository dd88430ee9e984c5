import { expect, it } from 'vitest';
import { sampleLesson } from '../../tests/support/sample-lesson.ts';
import type { GlossaryTerm } from '../../src/lib/domain/course/lesson.ts';
import { glossaryOf } from './glossary.ts';

const term = (es: string, ay: string, domain = 'dairy'): GlossaryTerm => {
	return { es, ay, domain, confidence: 'high' };
};

it('a course has the words that stand in its lessons in both languages, by Spanish', () => {
	const glossary = {
		rag: term('trapo', 'pañu'),
		bucket: term('balde', 'walti'),
		'to-wash': term('lavar', 'jariña'),
		cow: term('vaca', 'waka'),
		soap: term('jabón', 'qullqi')
	};
	const found = glossaryOf([sampleLesson()], glossary).map(({ id }) => id);
	expect(found).toEqual(['bucket', 'to-wash', 'rag']);
});

it('a word that a lesson names is there even if its texts do not hold it', () => {
	const lesson = { ...sampleLesson(), glossary: ['cow'] };
	expect(glossaryOf([lesson], { cow: term('vaca', 'waka') }).map(({ id }) => id)).toEqual(['cow']);
});

it('words of the interface explain nothing about a course', () => {
	expect(glossaryOf([{ ...sampleLesson(), glossary: [] }], { b: term('balde', 'walti', 'ui') })).toEqual([]);
});
