import { describe, expect, it } from 'vitest';
import { sampleContext, sampleLesson } from '../../tests/support/sample-lesson.ts';
import { compileLesson } from './compile.ts';
import { originOf } from './origin.ts';

const { facts } = sampleContext();
const base = { facts: new Map(facts), sources: { S10: 'IBNORCA' }, glossary: {}, released: {} };
const compile = (course: number) =>
	compileLesson(
		{ file: '01-sample.yaml', n: 1, draft: sampleLesson() },
		{
			course: { id: 'dairy', n: course },
			base,
			picture: (slug, alt) => ({ src: `/p/${slug}`, alt })
		}
	);

describe('a compiled lesson', () => {
	it('leaves facts and sources of blocks behind and names its sources once', () => {
		const lesson = compile(2);
		expect(lesson.blocks.filter((block) => 'facts' in block || 'sources' in block)).toEqual([]);
		expect(lesson.sources).toEqual([
			{ id: 'GK', title: '', evidence: 'general' },
			{ id: 'S10', title: 'IBNORCA', evidence: 'read' }
		]);
	});

	it('knows what must be heard, its practice and its pictures', () => {
		const lesson = compile(2);
		const required = ['s1', 'd1', 'b1', 'q1', 'q2', 'b2', 'q3', 'q4', 'q5', 'p1'];
		expect(lesson.blocksRequired).toEqual(required);
		expect(lesson.practice.id).toBe('clean-bucket');
		expect(lesson.practice.block).toBe('p1');
		expect(lesson.pictures['pic-b']).toEqual({ src: '/p/pic-b', alt: 'Un trapo.' });
	});

	it('keeps Spanish beside the Aymara in health courses, elsewhere only above a warning', () => {
		expect(compile(5).blocks.every(({ beside }) => beside)).toBe(true);
		expect(compile(2).blocks.some(({ beside }) => beside)).toBe(false);
	});
});

it('the origin of a lesson tells facts, evidence and who looked at it', () => {
	const signatures = [
		{ lesson: 'sample', language: 'es' as const, state: 'reviewed' as const, by: 'a vet' },
		{ lesson: 'other', language: 'es' as const, state: 'reviewed' as const, by: 'someone' }
	];
	const origin = originOf(sampleLesson(), { ...base, signatures });
	expect(origin.facts).toEqual([
		{ id: '2.1.1', es: 'Lavar 2 veces el balde.', evidence: 'general' },
		{ id: '2.1.7', es: 'La norma pide un lugar limpio.', evidence: 'read' }
	]);
	expect(origin.blocks['b2']).toEqual(['2.1.1', '2.1.7']);
	expect(origin.blocks['d1']).toBeUndefined();
	expect(origin.reviewers).toEqual([{ language: 'es', state: 'reviewed', by: 'a vet' }]);
});
