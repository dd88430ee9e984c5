import { describe, expect, it } from 'vitest';
import type { ZResult } from './reason.ts';
import { repeatsFor, settle, type Measured } from './repeat.ts';

const z = (value: number, flagged = false): ZResult => ({ kind: 'z', z: value, flagged });
const now: Measured = {
	ageDays: 400,
	day: 1000,
	weight: 8.5,
	length: 74.9,
	arm: 135,
	position: 'lying',
	z: { lfa: z(0.5), wfa: z(-0.65), wfl: z(-0.81), acfa: z(-0.4) }
};
const before: Measured = { ...now, day: 940, weight: 8.2, length: 72.9, ageDays: 340 };
const NOT_DRAWN = 0.5;

const asked = (
	change: Partial<Measured>,
	earlier: Measured | undefined = before,
	draw = NOT_DRAWN
) =>
	repeatsFor({ ...now, ...change }, earlier, draw)
		.map(({ measure, why }) => `${measure}: ${why}`)
		.join(', ');
const withZ = (change: Measured['z']): Partial<Measured> => ({ z: { ...now.z, ...change } });

describe('a second reading is asked', () => {
	it.each<[string, string, Partial<Measured>]>([
		['not of a plain visit', '', {}],
		['when z is flagged', 'length: implausible', withZ({ lfa: z(-6.2, true) })],
		[
			'when weight for length is flagged, of both',
			'weight: implausible, length: implausible',
			withZ({ wfl: z(5.3, true) })
		],
		['above 4', 'length: extreme', withZ({ lfa: z(4.01) })],
		['not at 4', '', withZ({ lfa: z(4) })],
		['below −4', 'weight: extreme', withZ({ wfa: z(-4.01) })],
		['of the arm below −4', 'arm: extreme', withZ({ acfa: z(-4.2) })],
		[
			'when a range reaches beyond 4',
			'length: extreme',
			withZ({ lfa: { kind: 'range', low: -4.1, high: -3.5, flagged: false } })
		],
		['when the class is new: below −2', 'length: new-class', withZ({ lfa: z(-2.5) })],
		[
			'when weight for length is now below −3',
			'weight: new-class, length: new-class',
			withZ({ wfl: z(-3.5) })
		],
		['within 0.10 of −2', 'weight: near-cut-off', withZ({ wfa: z(-1.9) })],
		['not 0.11 away', '', withZ({ wfa: z(-1.89) })],
		[
			'near +2 of weight for length',
			'weight: near-cut-off, length: near-cut-off',
			withZ({ wfl: z(2.1) })
		],
		['not near +2 of length for age', '', withZ({ lfa: z(2) })],
		['when shorter by more than 0.5 cm', 'length: shorter', { length: 72.3 }],
		['not when shorter by 0.5 cm', '', { length: 72.4 }],
		['standing is 0.7 cm shorter by itself', '', { length: 71.8, position: 'standing' }],
		['when longer by more than 3 cm per 30 days', 'length: grew-fast', { length: 79 }],
		['not at 3 cm per 30 days', '', { length: 78.9 }],
		['below 6 months only above 5 cm per 30 days', '', { length: 79, ageDays: 182 }],
		['below 6 months above 5 cm per 30 days', 'length: grew-fast', { length: 83, ageDays: 182 }],
		['at 6 months above 3 cm', 'length: grew-fast', { length: 79, ageDays: 183 }]
	])('%s', (_, expected, change) => {
		expect(asked(change)).toBe(expected);
	});

	it('when −3 is crossed alone, and not at −3.00 or −2.00', () => {
		const from = (value: number): Measured => ({ ...before, z: { wfa: z(value) } });
		const say = (was: number, is: number) => asked(withZ({ wfa: z(is) }), from(was));
		expect(say(-2.5, -3.5)).toBe('weight: new-class');
		expect(say(-3.5, -2.5)).toBe('weight: new-class');
		expect(say(-2.5, -3)).toBe('weight: near-cut-off');
		expect(say(-2, -1.5)).toBe('');
		expect(say(-2.01, -1.5)).toBe('weight: new-class');
	});

	it('at −4.01 and 4.01, not at −4 and 4', () => {
		expect(asked(withZ({ acfa: z(-4) }))).toBe('');
		expect(asked(withZ({ acfa: z(4.01) }))).toBe('arm: extreme');
	});

	it('of both for the body mass index, of the head for the head', () => {
		expect(asked(withZ({ bfa: z(4.5) }))).toBe('weight: extreme, length: extreme');
		expect(asked({ ...withZ({ hcfa: z(4.5) }), head: 52 })).toBe('head: extreme');
	});

	it('a child of unknown age grows as an older one', () => {
		expect(asked({ length: 79, ageDays: undefined })).toBe('length: grew-fast');
	});

	it('when the class is new in the other direction', () => {
		const short = { ...before, z: { ...before.z, lfa: z(-2.5) } };
		expect(asked(withZ({ lfa: z(-1.5) }), short)).toBe('length: new-class');
	});

	it('not for a class that an implausible or ranged z had', () => {
		const odd = { ...before, z: { lfa: z(-6.1, true) } };
		expect(asked(withZ({ lfa: z(-2.5) }), odd)).toBe('');
		const wide: Measured = {
			...before,
			z: { lfa: { kind: 'range', low: -1.5, high: -1.2, flagged: false } }
		};
		expect(asked(withZ({ lfa: z(-2.5) }), wide)).toBe('');
	});

	it.each([
		[59, 9.5, 'weight: weight-changed'],
		[59, 9.4, ''],
		[60, 9.5, ''],
		[10, 6.9, 'weight: weight-changed'],
		[10, 7, ''],
		[10, 9.43, ''],
		[10, 9.431, 'weight: weight-changed']
	])('%d days after 8.2 kg a weight of %d kg: %s', (days, weight, expected) => {
		expect(asked({ weight }, { ...before, length: undefined, day: 1000 - days })).toBe(expected);
	});

	it('two lengths of one day may differ by the error of the board', () => {
		const today = { ...before, day: 1000, weight: 8.5 };
		expect(asked({ length: 73.6 }, today)).toBe('');
		expect(asked({ length: 73.7 }, today)).toBe('length: grew-fast');
	});

	it('at the first visit only for what it shows by itself', () => {
		expect(repeatsFor({ ...now, length: 40 }, undefined, NOT_DRAWN)).toEqual([]);
		const near = { ...now, z: { ...now.z, lfa: z(-2.05) } };
		expect(repeatsFor(near, undefined, NOT_DRAWN)).toEqual([
			{ measure: 'length', why: 'near-cut-off' }
		]);
	});

	it('one visit in ten, of all that was read', () => {
		expect(asked({}, before, 0.0999)).toBe('weight: random, length: random, arm: random');
		expect(asked({ arm: undefined, head: 45 }, before, 0)).toBe(
			'weight: random, length: random, head: random'
		);
		expect(asked({}, before, 0.1)).toBe('');
	});

	it('once per measure, for the weightiest reason', () => {
		expect(asked({ ...withZ({ lfa: z(-4.5) }), length: 60 }, before, 0)).toBe(
			'length: extreme, weight: random, arm: random'
		);
	});

	it('never of what was not read, nor from what is unknown', () => {
		const blank: Measured = {
			ageDays: undefined,
			day: 1000,
			z: { lfa: { kind: 'unknown', reason: 'length-missing' }, wfa: z(-5, true) }
		};
		expect(repeatsFor(blank, before, 0)).toEqual([]);
		expect(asked({ length: undefined, weight: undefined })).toBe('');
	});
});

describe('readings come to a value', () => {
	it.each<[Parameters<typeof settle>[0], number[], number | string]>([
		['weight', [], 'nothing-read'],
		['weight', [8.1], 8.1],
		['weight', [8.1, 8.2], 8.15],
		['weight', [8.1, 8.1], 8.1],
		['weight', [8.1, 8.21], 'another-reading'],
		['weight', [8.3, 8.2, 8.2], 8.2],
		['weight', [8.1, 8.5, 8.45], 8.475],
		['weight', [8.1, 8.45, 8.15], 8.125],
		['weight', [8.1, 8.2, 8.3], 8.2],
		['weight', [8.0, 8.5, 9.0], '8.5 disagree'],
		['weight', [8.0, 8.3, 8.1, 50], 8.05],
		['weight', [8.5, 8.3, 8.1, 8.0], '8.3 disagree'],
		['length', [68.0, 68.7], 68.35],
		['length', [68.0, 68.8], 'another-reading'],
		['length', [68.0, 68.8, 68.9], 68.85],
		['length', [68.0, 70.0, 72.0], '70 disagree'],
		['head', [45.0, 45.5], 45.25],
		['head', [45.0, 45.6], 'another-reading'],
		['arm', [112, 117], 114.5],
		['arm', [112, 118], 'another-reading'],
		['arm', [112, 118, 117], 117.5]
	])('%s %j → %s', (measure, readings, expected) => {
		const settled = settle(measure, readings);
		const said =
			settled.kind === 'value'
				? settled.disagree
					? `${settled.value} disagree`
					: settled.value
				: settled.kind;
		expect(said).toBe(expected);
	});
});
