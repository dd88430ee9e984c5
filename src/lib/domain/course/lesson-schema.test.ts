import { describe, expect, it } from 'vitest';
import { sampleLesson } from '../../../../tests/support/sample-lesson.ts';
import type { LessonDraft } from './lesson-draft.ts';
import { lessonSchema } from './lesson-schema.ts';

/** Sets, or with undefined removes, what stands at a path. */
function put(lesson: LessonDraft, path: string, value: unknown): unknown {
	const keys = path.split('.');
	const last = keys.pop() ?? '';
	const at = keys.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), lesson);
	if (value === undefined) Reflect.deleteProperty(Object(at), last);
	else Reflect.set(Object(at), last, value);
	return lesson;
}

describe('the shape of a lesson', () => {
	it('fits the sample', () => {
		expect(lessonSchema.parse(sampleLesson())).toEqual(sampleLesson());
	});

	it.each([
		['a missing language', 'blocks.0.ay', undefined],
		['an empty language', 'title.ay', ' '],
		['an option without a reason', 'blocks.3.options.1.why', undefined],
		['a reason in one language', 'blocks.3.options.1.why', { es: 'Porque sí.' }],
		['an option without a picture', 'blocks.3.options.0.picture', undefined],
		['a key nobody asked for', 'blocks.0.note', 'x'],
		['a claim without facts', 'blocks.0.facts', []],
		['a fact of another shape', 'blocks.0.facts', ['lesson 5']],
		['a source of another shape', 'blocks.0.sources', ['WHO']],
		['a kind that does not exist', 'blocks.0.kind', 'video'],
		['four options', 'blocks.3.options', Array(4).fill({})],
		['a title too long for its tile', 'title.es', 'Un título que no cabe en su lugar'],
		['an unknown review state', 'review.ay', 'perfect'],
		['too few blocks', 'blocks', []]
	])('refuses %s', (_what, path, value) => {
		expect(lessonSchema.safeParse(put(sampleLesson(), path, value)).success).toBe(false);
	});
});
