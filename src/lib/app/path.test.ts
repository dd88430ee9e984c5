import { describe, expect, it } from 'vitest';
import type { CourseEntry } from '#lib/library/courses.ts';
import type { Credits } from '#lib/domain/journal/levels.ts';
import { courseState, nextLesson, reachedLevels } from './path.ts';

const course = (id: string, n: number, lessons: string[]): CourseEntry => ({
	id,
	n,
	title: { es: id, ay: id },
	picture: '',
	glossary: '',
	packs: {
		es: { address: '', bytes: 0, lightBytes: 0 },
		ay: { address: '', bytes: 0, lightBytes: 0 }
	},
	lessons: lessons.map((lesson, i) => ({
		id: lesson,
		n: i + 1,
		title: { es: lesson, ay: lesson },
		minutes: 25,
		rev: 1,
		practice: '',
		review: { es: 'drafted', ay: 'drafted' },
		picture: '',
		address: '',
		origin: '',
		voice: {}
	}))
});
const courses = [course('dairy', 2, ['d1', 'd2']), course('feeding', 5, ['f1', 'f2'])];
const credits = (days: Partial<Credits>): Credits => ({
	...{ heard: '', understood: '', group: '', committed: '', doing: '', verified: '' },
	...{ revision: 1, ...days }
});
const heard = (...ids: string[]) =>
	new Map(ids.map((id) => [id, credits({ heard: '2026-11-24' })]));

describe('the one next step', () => {
	it.each([
		['nothing heard', [], null, 'd1'],
		['the first heard', ['d1'], null, 'd2'],
		['a course finished', ['d1', 'd2'], null, 'f1'],
		['last in feeding', [], 'feeding', 'f1'],
		['last in a finished course', ['f1', 'f2'], 'feeding', 'd1'],
		['everything heard', ['d1', 'd2', 'f1', 'f2'], null, undefined]
	])('%s', (_, ids, last, want) => {
		expect(nextLesson(courses, heard(...ids), last)?.lesson.id).toBe(want);
	});
});

it('a course is woven as far as it was heard', () => {
	expect(courseState(courses[0]!, heard('d2', 'f1'))).toEqual({ finished: 1, all: 2 });
});

it('shows exactly the levels that were reached', () => {
	expect(reachedLevels(undefined)).toEqual([]);
	const day = '2026-11-24';
	expect(reachedLevels(credits({ heard: day, group: day, doing: day, verified: day }))).toEqual([
		'heard',
		'group',
		'doing'
	]);
});
