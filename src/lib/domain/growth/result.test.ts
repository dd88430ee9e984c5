import { describe, expect, it } from 'vitest';
import type { Reason, ZRange, ZResult } from './reason.ts';
import { followUpDays, resultOf, routineDays, type Findings } from './result.ts';
import { RESULT_CLASSES, type ResultClass } from './results.ts';

const z = (value: number, flagged = false): ZResult => ({ kind: 'z', z: value, flagged });
const open = (reason: Reason): ZResult => ({
	kind: 'unknown',
	reason
});
const range = (low: number, high: number): ZRange => ({ kind: 'range', low, high, flagged: false });
const age = (youngest: number, oldest = youngest) => ({ age: { youngest, oldest } });
const fell = (...signs: ('little-gain' | 'weight-for-age-fell' | 'length-for-age-fell')[]) => ({
	trend: { kind: 'faltering', signs } as const
});

const well: Findings = {
	...age(400),
	lfa: z(-0.5),
	wfl: z(0.2),
	armMm: 140,
	oedema: 'none',
	trend: { kind: 'steady' }
};
const of = (change: Partial<Findings>) => resultOf({ ...well, ...change });

describe('what a visit comes to', () => {
	// signal, findings, class, face, action, days to the next contact
	it.each<[string, Partial<Findings>, ResultClass, string, string, number]>([
		['nothing found, 13 months', {}, 'grows-well', 'ok', 'next-control', 60],
		[
			'nothing found, 3 months',
			{ ...age(100), armMm: undefined },
			'grows-well',
			'ok',
			'next-control',
			30
		],
		['nothing found, 3 years', age(1100), 'grows-well', 'ok', 'next-control', 90],
		[
			'first visit: no trend needed',
			{ trend: { kind: 'unknown', reason: 'no-comparison' } },
			'grows-well',
			'ok',
			'next-control',
			60
		],
		['oedema of both feet', { oedema: 'present' }, 'sam', 'refer', 'refer-today', 2],
		['weight for length below −3', { wfl: z(-3.2) }, 'sam', 'refer', 'refer-today', 2],
		['arm below 115 mm', { armMm: 112 }, 'sam', 'refer', 'refer-today', 2],
		['weight for length −3 to −2', { wfl: z(-2.4) }, 'mam', 'refer', 'refer-within-7-days', 14],
		['arm 115 to 124 mm', { armMm: 120 }, 'mam', 'refer', 'refer-within-7-days', 14],
		[
			'under 6 months, weight for length below −2',
			{ ...age(90), wfl: z(-2.4) },
			'young-infant',
			'refer',
			'refer-within-7-days',
			7
		],
		[
			'under 6 months, feeds poorly',
			{ ...age(90), poorFeeding: true },
			'young-infant',
			'refer',
			'refer-within-7-days',
			7
		],
		[
			'under 6 months, lost weight',
			{ ...age(90), lostWeight: true },
			'young-infant',
			'refer',
			'refer-within-7-days',
			7
		],
		[
			'over 6 months, feeds poorly',
			{ poorFeeding: true, lostWeight: true },
			'grows-well',
			'ok',
			'next-control',
			60
		],
		[
			'length for age below −3',
			{ lfa: z(-3.1) },
			'severely-stunted',
			'refer',
			'refer-within-7-days',
			30
		],
		['stunted, 13 months', { lfa: z(-2.5) }, 'stunted', 'watch', 'open-lesson', 30],
		['stunted, 3 years', { lfa: z(-2.5), ...age(1100) }, 'stunted', 'watch', 'open-lesson', 90],
		[
			'stunted and falling',
			{ lfa: z(-2.5), ...fell('length-for-age-fell') },
			'stunted-and-falling',
			'refer',
			'refer-within-7-days',
			30
		],
		[
			'stunted, little weight gained',
			{ lfa: z(-2.5), ...fell('little-gain') },
			'faltering',
			'watch',
			'open-lesson',
			30
		],
		['faltering', fell('weight-for-age-fell'), 'faltering', 'watch', 'open-lesson', 30],
		[
			'faltering, 3 years',
			{ ...fell('weight-for-age-fell'), ...age(1100) },
			'faltering',
			'watch',
			'open-lesson',
			30
		],
		['weight for length above +2', { wfl: z(2.3) }, 'overweight', 'watch', 'open-lesson', 60],
		['weight for length above +3', { wfl: z(3.3) }, 'overweight', 'watch', 'open-lesson', 60],
		['weight for length at +2', { wfl: z(2) }, 'grows-well', 'ok', 'next-control', 60],
		['an implausible length', { lfa: z(-6.5, true) }, 'implausible', 'again', 'measure-again', 30],
		[
			'an implausible weight for length',
			{ wfl: z(5.5, true) },
			'implausible',
			'again',
			'measure-again',
			30
		],
		[
			'implausible, also when read again',
			{ wfl: z(-5.5, true), repeated: true },
			'implausible-stands',
			'refer',
			'refer-within-7-days',
			7
		],
		[
			'implausible, but the arm is clear',
			{ wfl: z(-5.5, true), armMm: 105 },
			'sam',
			'refer',
			'refer-today',
			2
		],
		['feet not looked at', { oedema: 'not-seen' }, 'incomplete', 'again', 'complete-measuring', 30],
		['no arm', { armMm: undefined }, 'incomplete', 'again', 'complete-measuring', 30],
		[
			'no length',
			{ lfa: open('length-missing'), wfl: open('length-missing') },
			'incomplete',
			'again',
			'complete-measuring',
			30
		],
		[
			'no sex',
			{ lfa: open('sex-missing'), wfl: open('sex-missing') },
			'incomplete',
			'again',
			'complete-measuring',
			30
		],
		[
			'no birth date',
			{ age: undefined, lfa: open('age-missing') },
			'incomplete',
			'again',
			'complete-measuring',
			30
		],
		[
			'no birth date, wasted',
			{ age: undefined, lfa: open('age-missing'), wfl: z(-3.4) },
			'sam',
			'refer',
			'refer-today',
			2
		],
		[
			'five years',
			{
				...age(1827),
				lfa: { kind: 'unknown', reason: 'age-above-table' },
				wfl: { kind: 'unknown', reason: 'age-above-table' }
			},
			'not-under-five',
			'again',
			'other-reference',
			30
		]
	])('%s', (_, findings, name, face, action, days) => {
		expect(of(findings)).toMatchObject({ class: name, face, action, days });
	});

	it('not stunted, length falling: faltering, no referral', () => {
		expect(of(fell('length-for-age-fell')).signs).toEqual(['faltering']);
	});

	it.each<[string, Partial<Findings>, string[]]>([
		[
			'a length of 0',
			{ wfl: open('length-invalid'), lfa: open('length-invalid') },
			['weight-for-length', 'length-for-age']
		],
		['a length outside the table', { wfl: open('length-outside-table') }, ['weight-for-length']],
		['an arm of 0', { armMm: 0 }, ['arm']],
		['an arm that is no number', { armMm: NaN }, ['arm']],
		['an endless arm', { armMm: Infinity }, ['arm']],
		['an arm of 125 mm at perhaps 6 months', { ...age(170, 200), armMm: 125 }, []]
	])('%s is missing', (_, change, missing) => {
		expect(of(change).missing).toEqual(missing);
		expect(of(change).class === 'incomplete').toBe(missing.length > 0);
	});

	it('severe malnutrition goes to the supervisor after 5 days without an answer', () => {
		expect(of({ oedema: 'present' })).toMatchObject({ escalateDays: 5, lesson: false });
		expect(of({ wfl: z(-2.4) }).escalateDays).toBeUndefined();
	});

	it('a lesson is offered with what a family can change', () => {
		const lesson = (change: Partial<Findings>) => of(change).lesson;
		expect([lesson({ lfa: z(-2.5) }), lesson({ wfl: z(-2.4) }), lesson({ wfl: z(2.5) })]).toEqual([
			true,
			true,
			true
		]);
		expect([lesson({}), lesson({ armMm: undefined })]).toEqual([false, false]);
	});

	it('all signs are told, the gravest decides, the soonest contact counts', () => {
		const result = of({ lfa: z(-3.2), wfl: z(-2.2), ...fell('little-gain') });
		expect(result.signs).toEqual(['mam', 'severely-stunted', 'faltering']);
		expect([result.class, result.days]).toEqual(['mam', 14]);
		const ranks = result.signs.map((sign) => RESULT_CLASSES.indexOf(sign));
		expect([...ranks].sort((a, b) => a - b)).toEqual(ranks);
	});

	it('what is missing never hides a sign, and is told beside it', () => {
		expect(of({ lfa: z(-2.5), armMm: undefined, oedema: 'not-seen' })).toMatchObject({
			class: 'stunted',
			missing: ['oedema', 'arm']
		});
		expect(
			of({ armMm: 120, wfl: open('length-missing'), lfa: open('length-missing') })
		).toMatchObject({
			class: 'mam',
			missing: ['weight-for-length', 'length-for-age']
		});
		expect(of({ age: undefined, lfa: open('age-missing') }).missing).toEqual(['age']);
	});
});

describe('an approximate age', () => {
	it('with one class all through says it', () => {
		expect(of({ ...age(400, 430), lfa: range(-2.9, -2.1) })).toMatchObject({
			class: 'stunted',
			approximateAge: true
		});
	});

	it('with two says nothing of length, and goes by weight for length, arm and oedema', () => {
		expect(of({ ...age(400, 430), lfa: range(-2.3, -1.8) })).toMatchObject({
			class: 'grows-well',
			approximateAge: true,
			missing: []
		});
	});

	it('of more than 60 days allows no class of length at all', () => {
		expect(of({ ...age(400, 460), lfa: range(-2.9, -2.1) }).class).toBe('stunted');
		expect(of({ ...age(400, 461), lfa: range(-2.9, -2.1) }).class).toBe('grows-well');
	});

	it('that may be below 6 months leaves a thin arm open, and nobody is told all is well', () => {
		expect(of({ ...age(170, 200), armMm: 114 })).toMatchObject({
			class: 'incomplete',
			missing: ['age']
		});
		expect(of({ ...age(170, 200), armMm: 130 }).class).toBe('grows-well');
	});

	it('exact is exact', () => {
		expect(of({}).approximateAge).toBe(false);
		expect(of({ age: undefined }).approximateAge).toBe(true);
	});

	it('that leaves weight for length open is incomplete', () => {
		expect(
			of({ ...age(1800, 1830), wfl: open('age-uncertain'), lfa: open('age-uncertain') })
		).toMatchObject({
			class: 'incomplete',
			missing: ['weight-for-length']
		});
	});
});

describe('routine control', () => {
	it.each([
		[0, 30],
		[182, 30],
		[183, 60],
		[730, 60],
		[731, 90],
		[1826, 90]
	])('at %d days comes after %d days', (days, next) => {
		expect(routineDays({ youngest: days, oldest: days })).toBe(next);
	});

	it('of a child whose age is not known comes soon; a window counts as its youngest age', () => {
		expect(routineDays(undefined)).toBe(30);
		expect(routineDays({ youngest: 170, oldest: 200 })).toBe(30);
	});
});

describe('after acute malnutrition', () => {
	const fine = of({});
	it.each<[string, ResultClass[], number]>([
		['never', [], 60],
		['one result free of it', ['mam'], 14],
		['two in a row', ['grows-well', 'mam'], 60],
		['after severe too', ['sam'], 14],
		['stunted is free of it', ['stunted', 'mam'], 60],
		['incomplete says nothing', ['incomplete', 'mam'], 14],
		['implausible says nothing', ['implausible', 'implausible-stands', 'mam'], 14],
		['long ago', ['grows-well', 'grows-well', 'mam', 'grows-well'], 60]
	])('%s', (_, earlier, days) => {
		expect(followUpDays(fine, earlier)).toBe(days);
	});

	it('now is the plan of now; a sooner contact stays', () => {
		expect(followUpDays(of({ oedema: 'present' }), ['mam'])).toBe(2);
		expect(followUpDays(of({ wfl: z(-2.5) }), ['grows-well', 'sam'])).toBe(14);
		expect(followUpDays(of({ ...age(90), poorFeeding: true }), ['sam'])).toBe(7);
	});
});
