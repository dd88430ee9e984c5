import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RESULT_CLASSES } from '../growth/index.ts';
import { courses } from '../../library/generated/index.ts';
import { LESSON_RULES, lessonRuleFor } from './lesson-rules.ts';
import { SENTENCES, sentenceOf, type Told } from './sentence.ts';

const told = (more: Partial<Told>): Told => ({
	class: 'grows-well',
	oedema: 'none',
	armMm: 140,
	poorFeeding: false,
	lostWeight: false,
	faltering: [],
	ageUnknown: false,
	wasReferred: false,
	...more
});
const messages = (lang: string): Record<string, string> =>
	JSON.parse(readFileSync(`messages/children/${lang}.json`, 'utf8'));

describe('the one sentence of a result', () => {
	it.each<[Partial<Told>, string]>([
		[{ class: 'sam', oedema: '1', armMm: 112 }, 'today-feet'],
		[{ class: 'sam', armMm: 112 }, 'today-arm'],
		[{ class: 'sam' }, 'today-weight'],
		[{ class: 'sam', armMm: null }, 'today-weight'],
		[{ class: 'mam', armMm: 124 }, 'week-arm'],
		[{ class: 'mam' }, 'week-weight'],
		[{ class: 'young-infant', poorFeeding: true }, 'week-suckles-little'],
		[{ class: 'young-infant', lostWeight: true }, 'week-lost-weight'],
		[{ class: 'young-infant' }, 'week-weight'],
		[{ class: 'implausible' }, 'again-odd'],
		[{ class: 'implausible-stands' }, 'week-odd'],
		[{ class: 'severely-stunted' }, 'week-length'],
		[{ class: 'stunted-and-falling' }, 'week-length-falls'],
		[{ class: 'faltering', faltering: ['little-gain', 'weight-for-age-fell'] }, 'no-gain'],
		[{ class: 'faltering', faltering: ['weight-for-age-fell'] }, 'gains-less'],
		[{ class: 'faltering', faltering: ['length-for-age-fell'] }, 'grows-less'],
		[{ class: 'stunted' }, 'short'],
		[{ class: 'overweight' }, 'heavy'],
		[{ class: 'incomplete', oedema: 'unseen' }, 'missing-feet'],
		[{ class: 'incomplete', ageUnknown: true }, 'missing-age'],
		[{ class: 'incomplete' }, 'missing-measure'],
		[{ class: 'not-under-five' }, 'past-five'],
		[{}, 'grows-well'],
		[{ wasReferred: true }, 'better']
	])('%o is %s', (more, sentence) => {
		expect(sentenceOf(told(more))).toBe(sentence);
	});

	it.each(['es', 'ay'])('says in %s no number, no z and nobody is malnourished', (lang) => {
		const texts = messages(lang);
		for (const sentence of SENTENCES) {
			const text = texts[`children_say_${sentence.replaceAll('-', '_')}`];
			expect(text, sentence).toBeTruthy();
			expect(text, sentence).not.toMatch(/\d|desnutri|jan suma manq|puntaje|z-/i);
		}
	});
});

describe('the lesson that fits', () => {
	const age = (months: number) => {
		const days = Math.round(months * 30.4375);
		return { youngest: days, oldest: days };
	};

	it('is there, in the course the rule names', () => {
		for (const { course, lesson } of LESSON_RULES) {
			const found = courses
				.find(({ id }) => id === course)
				?.lessons.some(({ id }) => id === lesson);
			expect(found, lesson).toBe(true);
		}
	});

	it.each([
		['faltering', 3, 'only-breast'],
		['faltering', 5.9, 'only-breast'],
		['faltering', 6, 'feeding-6-8-months'],
		['mam', 8.9, 'feeding-6-8-months'],
		['stunted', 9.1, 'feeding-9-23-months'],
		['stunted', 23.9, 'feeding-9-23-months'],
		['stunted', 25, 'eight-groups-iron'],
		['overweight', 7, 'eight-groups-iron'],
		['overweight', 4, 'only-breast']
	] as const)('%s at %d months: %s', (name, months, lesson) => {
		expect(lessonRuleFor(name, age(months))?.lesson).toBe(lesson);
	});

	it('is chosen by the youngest age she can have, and there is one without any age', () => {
		expect(lessonRuleFor('stunted', { youngest: 150, oldest: 300 })?.lesson).toBe('only-breast');
		expect(lessonRuleFor('mam', undefined)?.lesson).toBe('eight-groups-iron');
	});

	it('is none where the result says nothing about the child, and one for every other class', () => {
		const silent = RESULT_CLASSES.filter((name) => !lessonRuleFor(name, age(12)));
		expect(silent).toEqual(['implausible', 'incomplete', 'not-under-five']);
	});
});
