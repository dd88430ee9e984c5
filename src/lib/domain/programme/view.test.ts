import { describe, expect, it } from 'vitest';
import { beginOf, monthsUpTo, type Sums } from './sums.ts';
import { View } from './view.ts';
import type { Day } from '../shared/day.ts';

/** Numbers of some of 24 months, the oldest first. */
const months = (some: Record<number, number>) => Array.from({ length: 24 }, (_, i) => some[i] ?? 0);
const sums: Sums = {
	today: '2026-11-24',
	summed: 0,
	places: [
		['a', 'Huarina'],
		['b', 'Batallas']
	],
	groups: [],
	members: [
		['a', 30],
		['b', 12]
	],
	people: [
		['*', 'all', '', 9, 20, 30, 38, 40],
		['*', 'sex', 'f', 6, 15, 24, 30, 31],
		['*', 'sex', 'm', null, 5, 6, 8, 9],
		['a', 'all', '', 6, 14, 20, 27, 28]
	],
	practising: [['*', 'all', '', 11]],
	firsts: [
		['a', '2025-01', 20],
		['b', '2026-10', 7],
		['a', '2026-11', 5]
	],
	lessons: [
		['a', '2026-08', 50, 30],
		['a', '2026-09', 40, 25],
		['b', '2026-11', 8, 6]
	],
	sessions: [
		['a', '2026-11', 2, 21, 30],
		['b', '2026-11', 1, 9, 12]
	],
	practices: [
		['a', 'clean-milking', 'l', 3, 10, 6, 1, 120],
		['b', 'clean-milking', '', 2, 0, 0, 0, 0]
	],
	practiceMonths: [
		// 24 months up to 2026-11
		['a', 'clean-milking', 5, ...months({ 2: 7, 22: 3 })],
		['b', 'compost', 0, ...months({ 23: 4 })]
	],
	amounts: [['*', 'clean-milking', '2026-11', 8, 50]],
	promised: [],
	growth: [['a', '2026-11', 20, 18, 6, null, 12, 5, null, 0, 0]],
	latest: [['a', '3', 40, 38, 11, 0, 20, 10, 8, null, null]],
	referrals: [['a', '3', 9, 7, 6, 5, 0, 0]],
	late: [],
	children: [['a', 45]]
};
const view = (place = '*', months: 3 | 6 | 12 | 24 | 0 = 3) => new View(sums, { place, months });

describe('a period', () => {
	it('is the running month and those before it', () => {
		expect(monthsUpTo('2026-02-10' as Day, 3)).toEqual(['2025-12', '2026-01', '2026-02']);
		expect(beginOf(3, '2026-02-10' as Day)).toBe('2025-12-01');
		expect(beginOf(0, '2026-02-10' as Day)).toBe('');
	});
});

describe('the programme cut to a place and a period', () => {
	it('counts lessons of the period alone', () => {
		expect(view().lessons).toEqual({ heard: 48, understood: 31 });
		expect(view('*', 0).lessons.heard).toBe(98);
		expect(view('b').lessons.heard).toBe(8);
	});

	it('adds places up, and takes people as the server counted them: one may be in two periods', () => {
		expect(view().members).toBe(42);
		expect(view('b').members).toBe(12);
		expect(view().people('all')).toEqual([{ name: '', n: 9 }]);
		expect(view('*', 12).people('sex')).toEqual([
			{ name: 'f', n: 24 },
			{ name: 'm', n: 6 }
		]);
		expect(view('a', 0).people('all')[0]?.n).toBe(28);
	});

	it('does not tell one to four people', () => {
		expect(view().people('sex')[1]).toEqual({ name: 'm', n: null });
		expect(view('a').growth.at(-1)?.figures).toMatchObject({ n: 20, acute: null, flagged: 0 });
	});

	it('rises to what stood before the period', () => {
		expect(view().reached.map(({ values }) => values[0])).toEqual([20, 27, 32]);
		expect(
			view('a')
				.adoption('clean-milking')
				.map(({ values }) => values[0])
		).toEqual([12, 15, 15]);
		expect(view().adoption('').at(-1)?.values).toEqual([19]);
	});

	it('puts the practices of all places together', () => {
		expect(view().practices).toEqual([
			{ practice: 'clean-milking', unit: 'l', counts: [5, 10, 6, 1], amount: 120 }
		]);
	});

	it('means an amount over who said one', () => {
		expect(view().amounts('clean-milking').at(-1)?.values).toEqual([8, 6.25]);
		expect(view().amounts('clean-milking')[0]?.values).toEqual([0, null]);
	});

	it('leaves a month without any measuring empty', () => {
		expect(view('a').growth.map(({ figures }) => figures?.['n'])).toEqual([
			undefined,
			undefined,
			20
		]);
	});

	it('follows a period’s referrals on their way', () => {
		expect(view('a').referrals).toMatchObject({ sent: 9, arrived: 7, recovered: 5 });
		expect(view('b').referrals).toMatchObject({ sent: 0, arrived: 0 });
	});
});
