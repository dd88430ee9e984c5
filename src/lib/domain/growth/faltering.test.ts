import { describe, expect, it } from 'vitest';
import { trendOf, type Seen } from './faltering.ts';
import type { ZResult } from './reason.ts';

const z = (value: number, flagged = false): ZResult => ({ kind: 'z', z: value, flagged });
const seen = (day: number, change: Partial<Seen> = {}): Seen => ({
	day,
	ageDays: day,
	birthVersion: 'card',
	...change
});
const trend = (now: Seen, ...earlier: Seen[]) => {
	const said = trendOf(now, earlier);
	if (said.kind === 'faltering') return said.signs.join('+');
	return said.kind === 'unknown' ? said.reason : said.kind;
};

describe('(a) too little weight gained', () => {
	it.each<[string, Seen, Seen[], string]>([
		['100 g in 28 days', seen(228, { weight: 7.1 }), [seen(200, { weight: 7 })], 'steady'],
		['99 g in 28 days', seen(228, { weight: 7.099 }), [seen(200, { weight: 7 })], 'little-gain'],
		['a loss', seen(228, { weight: 6.5 }), [seen(200, { weight: 7 })], 'little-gain'],
		['27 days are too near', seen(227, { weight: 7 }), [seen(200, { weight: 7 })], 'no-comparison'],
		[
			'365 days: still under 12 months',
			seen(365, { weight: 8 }),
			[seen(337, { weight: 8 })],
			'little-gain'
		],
		[
			'366 days: 28 are too few',
			seen(366, { weight: 8 }),
			[seen(338, { weight: 8 })],
			'no-comparison'
		],
		[
			'from 12 months over 56 days',
			seen(400, { weight: 8.05 }),
			[seen(344, { weight: 8 })],
			'little-gain'
		],
		['from 12 months, 100 g', seen(400, { weight: 8.1 }), [seen(344, { weight: 8 })], 'steady'],
		['at 730 days', seen(730, { weight: 11 }), [seen(600, { weight: 11 })], 'little-gain'],
		[
			'at 24 months no more',
			seen(731, { weight: 11 }),
			[seen(600, { weight: 11 })],
			'no-comparison'
		],
		[
			'against the latest visit far enough back',
			seen(228, { weight: 7.2 }),
			[seen(150, { weight: 7.2 }), seen(190, { weight: 7 }), seen(210, { weight: 7.3 })],
			'steady'
		],
		[
			'past a visit without a weight',
			seen(228, { weight: 7.2 }),
			[seen(150, { weight: 7.2 }), seen(190)],
			'little-gain'
		],
		['not without a weight', seen(228), [seen(200, { weight: 7 })], 'no-comparison'],
		['not without an earlier weight', seen(228, { weight: 7 }), [seen(200)], 'no-comparison'],
		[
			'not against an implausible weight',
			seen(228, { weight: 7 }),
			[seen(200, { weight: 17, wfa: z(6, true) })],
			'no-comparison'
		],
		[
			'not with an implausible weight now',
			seen(228, { weight: 2, wfa: z(-6.5, true) }),
			[seen(200, { weight: 7 })],
			'no-comparison'
		],
		[
			'not of unknown age',
			seen(228, { weight: 7, ageDays: undefined }),
			[seen(200, { weight: 7 })],
			'no-comparison'
		]
	])('%s', (_, now, earlier, expected) => {
		expect(trend(now, ...earlier)).toBe(expected);
	});
});

describe('(b) weight for age fell', () => {
	const at = (day: number, value: number, change: Partial<Seen> = {}) =>
		seen(day, { wfa: z(value), ...change });

	it.each<[string, Seen, Seen[], string]>([
		['by 0.50 in 28 days', at(800, -1.5), [at(772, -1)], 'weight-for-age-fell'],
		['by 0.49', at(800, -1.49), [at(772, -1)], 'steady'],
		['in 27 days', at(800, -2), [at(773, -1)], 'no-comparison'],
		['in 120 days', at(800, -1.5), [at(680, -1)], 'weight-for-age-fell'],
		['in 121 days', at(800, -1.5), [at(679, -1)], 'no-comparison'],
		['little by little', at(800, -1.6), [at(770, -1.3), at(700, -1)], 'weight-for-age-fell'],
		['0.30 − 0.80, where doubles lie', at(800, -0.2), [at(770, 0.3)], 'weight-for-age-fell'],
		[
			'of another birth date',
			at(800, -2),
			[at(770, -1, { birthVersion: 'mother' })],
			'no-comparison'
		],
		['from an implausible value', at(800, -2), [seen(770, { wfa: z(5.5, true) })], 'no-comparison'],
		[
			'as a range',
			seen(800, { wfa: { kind: 'range', low: -2, high: -1.9, flagged: false } }),
			[at(770, -1)],
			'no-comparison'
		]
	])('%s', (_, now, earlier, expected) => {
		expect(trend(now, ...earlier)).toBe(expected);
	});
});

describe('(c) length for age fell', () => {
	const at = (day: number, value: number, change: Partial<Seen> = {}) =>
		seen(day, { lfa: z(value), position: 'standing', lengthRepeated: true, ...change });

	it.each<[string, Seen, Seen[], string]>([
		['by 0.50 in 84 days, read twice', at(900, -1.5), [at(816, -1)], 'length-for-age-fell'],
		['by 0.49', at(900, -1.49), [at(816, -1)], 'steady'],
		['in 83 days', at(900, -1.5), [at(817, -1)], 'no-comparison'],
		[
			'read once: read again first',
			at(900, -1.5, { lengthRepeated: false }),
			[at(816, -1)],
			'repeat-length'
		],
		[
			'the earlier one read once is enough',
			at(900, -1.5),
			[at(816, -1, { lengthRepeated: false })],
			'length-for-age-fell'
		],
		['not known now', seen(900, { position: 'standing' }), [at(816, -1)], 'no-comparison'],
		[
			'past a visit without a length',
			at(900, -1.5),
			[at(700, -1), seen(800, { position: 'standing' })],
			'length-for-age-fell'
		],
		[
			'measured the other way',
			at(900, -1.5),
			[at(816, -1, { position: 'lying' })],
			'no-comparison'
		],
		[
			'of unknown position',
			at(900, -1.5, { position: undefined }),
			[at(816, -1, { position: undefined })],
			'no-comparison'
		],
		['of another birth date', at(900, -1.5), [at(816, -1, { birthVersion: 'x' })], 'no-comparison'],
		[
			'against the latest visit far enough back',
			at(900, -1.5),
			[at(800, -1.2), at(700, -1)],
			'steady'
		],
		[
			'from an implausible value',
			at(900, -1.5),
			[seen(816, { lfa: z(6.5, true), position: 'standing' })],
			'no-comparison'
		]
	])('%s', (_, now, earlier, expected) => {
		expect(trend(now, ...earlier)).toBe(expected);
	});
});

it('all signs are told; a first visit has no trend', () => {
	const now = seen(300, {
		weight: 7,
		wfa: z(-2),
		lfa: z(-2),
		position: 'lying',
		lengthRepeated: true
	});
	const then = seen(210, { weight: 7, wfa: z(-1), lfa: z(-1), position: 'lying' });
	expect(trend(now, then)).toBe('little-gain+weight-for-age-fell+length-for-age-fell');
	expect(trend({ ...now, lengthRepeated: false, weight: 7.5, wfa: z(-1.2) }, then)).toBe(
		'repeat-length'
	);
	expect(trend(now)).toBe('no-comparison');
});
