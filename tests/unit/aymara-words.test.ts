// At most one word in ten of a lesson's Aymara may be a word that no open text and no agreed term attests.
import { describe, expect, it } from 'vitest';
import { tokens, wordCheck } from '../../scripts/aymara/words.ts';
import { knownWords, openWorkshop, reportLesson } from '../../scripts/content/workshop.ts';

describe('the word check', () => {
	const known = wordCheck(["ch'awaña", 'lichi', 'waka', 'jariña']);

	it.each(['lichi', 'Lich', 'lichimpi', 'wakanaka', 'ch’awañani', 'jariñawa'])(
		'knows %s by its stem',
		(word) => {
			expect(known(word)).toBe(true);
		}
	);

	it.each(['balde', 'qhawiska', 'tractor'])('flags %s', (word) => {
		expect(known(word)).toBe(false);
	});

	it('takes every kind of apostrophe for one', () => {
		expect(tokens("Ch’awaña ch'awaña chʼawaña")).toEqual(["ch'awaña", "ch'awaña", "ch'awaña"]);
	});
});

describe('the Aymara of the lessons', () => {
	const shop = openWorkshop('content');
	const known = knownWords(shop.base);
	const lessons = shop.courses.flatMap((course) => course.lessons);

	it.each(lessons.map((lesson) => [lesson.draft.id, lesson] as const))('%s', (_, lesson) => {
		const { flagged } = reportLesson(shop, lesson, known);
		expect(flagged.share, flagged.words.join(' ')).toBeLessThanOrEqual(0.1);
	});
});
