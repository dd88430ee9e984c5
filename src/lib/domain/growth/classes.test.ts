import { describe, expect, it } from 'vitest';
import { acuteMalnutrition, type AcuteReading } from './acute.ts';
import { ageFromDays } from './age.ts';
import { classOf, type Classing } from './classes.ts';
import { isFlagged, RULES, type Indicator } from './indicators.ts';
import type { ZRange, ZResult } from './reason.ts';
import { SCHOOL_RULES } from './school.ts';
import { underFive } from './under-five.ts';
import { visitTables } from './visit-tables.ts';

const z = (value: number, flagged = false): ZResult => ({ kind: 'z', z: value, flagged });
const range = (low: number, high: number, flagged = false): ZRange => ({
	kind: 'range',
	low,
	high,
	flagged
});
const said = (result: ZResult | ZRange, classing: Classing) => {
	const classified = classOf(result, classing);
	return classified.kind === 'class' ? classified.class : `? ${classified.reason}`;
};

describe('classes begin strictly below and above their cut-offs', () => {
	it.each<[Classing, readonly (readonly [number, string])[]]>([
		[
			'length-for-age',
			[
				[-3.01, 'severely-stunted'],
				[-3, 'stunted'],
				[-2.01, 'stunted'],
				[-2, 'normal'],
				[0, 'normal'],
				[3, 'normal'],
				[3.01, 'very-tall']
			]
		],
		[
			'weight-for-age',
			[
				[-3.01, 'severely-underweight'],
				[-3, 'underweight'],
				[-2.01, 'underweight'],
				[-2, 'normal'],
				[1, 'normal'],
				[1.01, '? look-at-weight-for-length']
			]
		],
		[
			'weight-for-length',
			[
				[-3.01, 'severely-wasted'],
				[-3, 'wasted'],
				[-2.01, 'wasted'],
				[-2, 'normal'],
				[1, 'normal'],
				[1.01, 'possible-risk-of-overweight'],
				[2, 'possible-risk-of-overweight'],
				[2.01, 'overweight'],
				[3, 'overweight'],
				[3.01, 'obese']
			]
		],
		[
			'head',
			[
				[-3.01, 'very-small-head'],
				[-3, 'small-head'],
				[-2, 'normal'],
				[2, 'normal'],
				[2.01, 'large-head'],
				[3.01, 'very-large-head']
			]
		],
		[
			'school-height',
			[
				[-3.01, 'severely-stunted'],
				[-2.01, 'stunted'],
				[-2, 'normal'],
				[5, 'normal']
			]
		],
		[
			'school-weight',
			[
				[-3.01, 'severely-underweight'],
				[-2.01, 'underweight'],
				[-2, 'normal'],
				[4, 'normal']
			]
		],
		[
			'school-bmi',
			[
				[-3.01, 'severe-thinness'],
				[-3, 'thinness'],
				[-2, 'normal'],
				[1, 'normal'],
				[1.01, 'overweight'],
				[2, 'overweight'],
				[2.01, 'obese']
			]
		]
	])('%s', (classing, table) => {
		expect(table.map(([value]) => [value, said(z(value), classing)])).toEqual(table);
	});

	it('on the rounded z: −2.004 is not stunted', () => {
		// median 80, SD 2.5 at this age would give the raw value; here the engine does it
		const reading = { sex: 'm', age: ageFromDays(400), position: 'lying' } as const;
		const at = (length: number) => underFive({ ...reading, length }, visitTables).lfa;
		let length = 70;
		while (true) {
			const result = at(length);
			if (result.kind === 'z' && result.z === -2) break;
			length += 0.0005;
		}
		// the smallest length that still rounds to −2.00 lies below −2 by up to 0.005
		expect(said(at(length), 'length-for-age')).toBe('normal');
		expect(said(at(length - 0.001), 'length-for-age')).toBe('stunted');
	});
});

describe('no class', () => {
	it('for a flagged z: check the measurement', () => {
		expect(said(z(-6.5, true), 'length-for-age')).toBe('? implausible');
		expect(said(range(-5.5, -4.5, true), 'weight-for-length')).toBe('? implausible');
	});

	it('for what is not known, with its reason', () => {
		expect(said({ kind: 'unknown', reason: 'oedema' }, 'weight-for-length')).toBe('? oedema');
	});

	it('for a range that crosses a cut-off; one that does not has its class', () => {
		expect(said(range(-2.3, -1.9), 'length-for-age')).toBe('? age-uncertain');
		expect(said(range(-2.3, -2.01), 'length-for-age')).toBe('stunted');
		expect(said(range(-3, -2.01), 'length-for-age')).toBe('stunted');
		expect(said(range(-3.2, -2), 'length-for-age')).toBe('? age-uncertain');
		expect(said(range(1.01, 2.5), 'weight-for-age')).toBe('? look-at-weight-for-length');
	});

	it('of a head is more than a referral aid', () => {
		expect(classOf(z(0), 'head')).toMatchObject({ unconfirmed: true });
		expect(classOf(z(0), 'length-for-age')).toMatchObject({ unconfirmed: false });
	});
});

describe('flags begin strictly outside their limits', () => {
	it.each<[Indicator, number, number]>([
		['lfa', -6, 6],
		['wfa', -6, 5],
		['wfl', -5, 5],
		['bfa', -5, 5],
		['hcfa', -5, 5],
		['acfa', -5, 5],
		['tsfa', -5, 5],
		['ssfa', -5, 5]
	])('%s %d … %d', (indicator, low, high) => {
		const flags = [low - 0.01, low, 0, high, high + 0.01].map((value) =>
			isFlagged(value, RULES[indicator])
		);
		expect(flags).toEqual([true, false, false, false, true]);
	});

	it.each<[keyof typeof SCHOOL_RULES, number, number]>([
		['hfa', -6, 6],
		['wfa', -6, 5],
		['bfa', -5, 5]
	])('5–19 years, %s %d … %d', (indicator, low, high) => {
		const flags = [low - 0.01, low, high, high + 0.01].map((value) =>
			isFlagged(value, SCHOOL_RULES[indicator])
		);
		expect(flags).toEqual([true, false, false, true]);
	});
});

describe('acute malnutrition', () => {
	const year = { youngest: 365, oldest: 365 };
	const well: AcuteReading = { wfl: z(0), armMm: 140, oedema: 'none', age: year };
	const verdict = (change: Partial<AcuteReading>) => {
		const acute = acuteMalnutrition({ ...well, ...change });
		return acute.kind === 'unknown'
			? `? ${acute.reason}`
			: [acute.severity, acute.signs.join('+'), acute.open.join('+')].join(' ').trim();
	};
	const unknownZ = { kind: 'unknown', reason: 'length-missing' } as const;
	const days = (youngest: number, oldest = youngest) => ({ age: { youngest, oldest } });

	it.each<[string, Partial<AcuteReading>, string]>([
		['nothing found', {}, 'none'],
		['arm 114 mm', { armMm: 114 }, 'sam arm'],
		['arm 114.5 mm, the mean of two readings', { armMm: 114.5 }, 'sam arm'],
		['arm 115 mm', { armMm: 115 }, 'mam arm'],
		['arm 124 mm', { armMm: 124 }, 'mam arm'],
		['arm 125 mm', { armMm: 125 }, 'none'],
		['z −3.01', { wfl: z(-3.01) }, 'sam weight-for-length'],
		['z −3.00', { wfl: z(-3) }, 'mam weight-for-length'],
		['z −2.01', { wfl: z(-2.01) }, 'mam weight-for-length'],
		['z −2.00', { wfl: z(-2) }, 'none'],
		['the worse of two', { wfl: z(-2.5), armMm: 110 }, 'sam arm'],
		['both', { wfl: z(-3.5), armMm: 110 }, 'sam weight-for-length+arm'],
		['oedema', { oedema: 'present' }, 'sam oedema'],
		[
			'oedema, and nothing else known',
			{ oedema: 'present', wfl: unknownZ, armMm: undefined, age: undefined },
			'sam oedema weight-for-length+arm'
		],
		['a thin arm without a length', { wfl: unknownZ, armMm: 120 }, 'mam arm weight-for-length'],
		['a good arm without a length', { wfl: unknownZ }, '? length-missing'],
		['a good length without an arm', { armMm: undefined }, '? measure-missing'],
		['feet not looked at', { oedema: 'not-seen' }, '? measure-missing'],
		['feet not looked at, thin arm', { oedema: 'not-seen', armMm: 113 }, 'sam arm oedema'],
		['an implausible z', { wfl: z(-5.2, true) }, '? implausible'],
		['an arm of 0', { armMm: 0 }, '? measure-invalid'],
		['an arm that is no number', { armMm: NaN }, '? measure-missing'],
		['an endless arm', { armMm: Infinity }, '? measure-invalid']
	])('%s', (_, change, expected) => {
		expect(verdict(change)).toBe(expected);
	});

	it.each<[string, Partial<AcuteReading>, string]>([
		['182 days: below 6 months the arm is not judged', { ...days(182), armMm: 100 }, 'none'],
		['183 days: it is', { ...days(183), armMm: 100 }, 'sam arm'],
		['below 6 months, z −3.01', { ...days(100), wfl: z(-3.01) }, 'sam weight-for-length'],
		['below 6 months, z −2.50', { ...days(100), wfl: z(-2.5) }, 'infant-at-risk weight-for-length'],
		['at 6 months, z −2.50', { ...days(183), wfl: z(-2.5) }, 'mam weight-for-length'],
		['below 6 months, no arm needed', { ...days(100), armMm: undefined }, 'none'],
		['1826 days', { ...days(1826), armMm: 114 }, 'sam arm'],
		['1827 days', { ...days(1827), armMm: 114 }, '? age-above-table'],
		['perhaps below 6 months, thin arm', { ...days(170, 200), armMm: 114 }, '? age-uncertain'],
		['perhaps below 6 months, good arm', days(170, 200), 'none'],
		['perhaps 5 years, thin arm', { ...days(1800, 1830), armMm: 120 }, '? age-uncertain'],
		[
			'perhaps below 6 months, z −2.5',
			{ ...days(170, 200), wfl: z(-2.5) },
			'infant-at-risk weight-for-length'
		],
		['age unknown, thin arm', { age: undefined, armMm: 110 }, '? age-missing'],
		['age unknown, z −2.5', { age: undefined, wfl: z(-2.5) }, 'mam weight-for-length arm'],
		['a visit before birth', { ...days(-3), armMm: 110 }, '? age-invalid']
	])('%s', (_, change, expected) => {
		expect(verdict(change)).toBe(expected);
	});
});
