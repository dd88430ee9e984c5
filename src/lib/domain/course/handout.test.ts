import { expect, it } from 'vitest';
import { sampleLesson } from '../../../../tests/support/sample-lesson.ts';
import { handoutOf } from './handout.ts';
import type { Lesson } from './lesson.ts';

const draft = sampleLesson();
const practice = draft.blocks.find((block) => block.kind === 'practice');
const lesson: Lesson = {
	...draft,
	course: 'dairy',
	n: 1,
	glossary: [],
	blocksRequired: [],
	practice: { id: 'clean-bucket', block: 'p1', checks: practice?.checks ?? [] },
	pictures: {},
	sources: []
};

it('a lesson makes a page for the wall: its practice, its first steps, what a neighbour would see', () => {
	const page = handoutOf(lesson);
	expect(page.title.es).toBe('Balde limpio');
	expect(page.practice).toEqual({ es: 'Lave el balde.', ay: 'Walt jariñani.' });
	expect(page.picture).toBe('pic-a');
	expect(page.steps?.steps.map(({ es }) => es)).toEqual(['Enjuague.', 'Lave.', 'Seque.']);
	expect(page.checks.map(({ es }) => es)).toEqual(['El balde está seco.', 'Hay jabón.']);
	expect(page.sheet).toBeUndefined();
});
