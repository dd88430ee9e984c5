import { describe, expect, it } from 'vitest';
import { courses } from '#lib/library/courses.ts';
import { feedingOf, mealsNeeded, type FoodGroup } from './feeding.ts';

const milk: FoodGroup = 'breast-milk';
const five: readonly FoodGroup[] = [milk, 'grains-roots', 'eggs', 'vitamin-a', 'dairy'];

describe('how many meals a child needs', () => {
	it.each([
		[6, true, 2],
		[8, true, 2],
		[9, true, 3],
		[23, true, 3],
		[6, false, 4],
		[20, false, 4]
	])('%i months, breastfed %s: %i', (months, breastfed, meals) => {
		expect(mealsNeeded(months, breastfed)).toBe(meals);
	});
});

describe('the lesson that fits yesterday’s food', () => {
	it.each<
		[string, number | undefined, readonly FoodGroup[], number, string, string, boolean?, boolean?]
	>([
		['only breast at 3 months', 3, [milk], 0, 'only-breast', 'young'],
		['broth at 4 months', 4, [milk, 'grains-roots'], 2, 'only-breast', 'young'],
		['the last day before 6 months is below', 5, [milk], 0, 'only-breast', 'young'],
		['ill, took nothing', 14, [], 0, 'hands-pot-illness', 'ate-nothing'],
		['only breast at 7 months', 7, [milk], 0, 'hands-pot-illness', 'ate-nothing'],
		['one meal at 7 months', 7, five, 1, 'feeding-6-8-months', 'few-meals', true, false],
		['two meals at 8 months', 8, five, 2, 'hands-pot-illness', 'well', true, true],
		['two meals at 9 months', 9, five, 2, 'feeding-9-23-months', 'few-meals', true, false],
		['three meals at 9 months', 9, five, 3, 'hands-pot-illness', 'well', true, true],
		[
			'weaned, three meals',
			12,
			['grains-roots', 'eggs', 'vitamin-a', 'dairy', 'flesh'],
			3,
			'feeding-9-23-months',
			'few-meals',
			true,
			false
		],
		[
			'weaned, four meals',
			12,
			['grains-roots', 'eggs', 'vitamin-a', 'dairy', 'flesh'],
			4,
			'hands-pot-illness',
			'well',
			true,
			true
		],
		[
			'four groups',
			14,
			[milk, 'grains-roots', 'eggs', 'dairy'],
			3,
			'eight-groups-iron',
			'few-groups',
			false,
			true
		],
		[
			'few meals and few groups: first the meals',
			14,
			[milk, 'grains-roots'],
			1,
			'feeding-9-23-months',
			'few-meals',
			false,
			false
		],
		[
			'five groups, none with iron',
			14,
			[milk, 'grains-roots', 'dairy', 'vitamin-a', 'other-fruit'],
			3,
			'eight-groups-iron',
			'no-iron',
			true,
			true
		],
		[
			'beans bring iron',
			14,
			[milk, 'grains-roots', 'pulses', 'vitamin-a', 'other-fruit'],
			3,
			'hands-pot-illness',
			'well',
			true,
			true
		],
		[
			'three years old: not judged, few groups',
			36,
			['grains-roots', 'dairy'],
			2,
			'eight-groups-iron',
			'few-groups'
		],
		[
			'three years old, eats of all',
			36,
			['grains-roots', 'dairy', 'eggs', 'flesh', 'vitamin-a'],
			3,
			'hands-pot-illness',
			'well'
		],
		[
			'age unknown, few groups',
			undefined,
			[milk, 'grains-roots'],
			3,
			'eight-groups-iron',
			'few-groups'
		],
		['age unknown, eats of all', undefined, five, 1, 'hands-pot-illness', 'well']
	])('%s', (_, months, groups, meals, lesson, why, varied, often) => {
		expect(feedingOf({ months, groups, meals })).toEqual({ varied, often, lesson, why });
	});

	it('names lessons that exist', () => {
		const there = courses.find(({ id }) => id === 'child-feeding')?.lessons.map(({ id }) => id);
		for (const lesson of ['only-breast', 'feeding-6-8-months', 'feeding-9-23-months']) {
			expect(there).toContain(lesson);
		}
		for (const lesson of ['eight-groups-iron', 'hands-pot-illness']) {
			expect(there).toContain(lesson);
		}
	});
});
