import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ageFromDays, ageFromMonths } from './age.ts';
import { allTables } from './all-tables.ts';
import { INDICATORS, type Indicator } from './indicators.ts';
import { underFive, type Reading } from './under-five.ts';
import { visitTables } from './visit-tables.ts';

// thousands of cases: slow on a busy machine
vi.setConfig({ testTimeout: 60_000 });

const girl: Reading = {
	sex: 'f',
	age: ageFromDays(400),
	weight: 8.5,
	length: 74.93,
	position: 'lying',
	head: 45,
	arm: 14,
	triceps: 8,
	subscapular: 7,
	oedema: false
};
const z = (reading: Reading, indicator: Indicator) => {
	const result = underFive(reading, allTables)[indicator];
	return result.kind === 'z' ? [result.z, result.flagged] : result.reason;
};

describe('the worked examples of the standards', () => {
	it.each([
		['f', 400, 8.5, 74.93, 'lying', -0.17, -0.65, -0.81, -0.79],
		['m', 730, 11.2, 85.6, 'standing', -0.49, -0.71, -0.67, -0.59],
		['m', 731, 11.2, 86.3, 'lying', -0.5, -0.72, -0.67, -0.61],
		['f', 400, 5, 74.9, 'lying', -0.18, -4.85, -6.38, -6.5]
	] as const)('%s of %d days', (sex, days, weight, length, position, lfa, wfa, wfl, bfa) => {
		const reading = { sex, age: ageFromDays(days), weight, length, position };
		expect(z(reading, 'lfa')).toEqual([lfa, false]);
		expect(z(reading, 'wfa')).toEqual([wfa, false]);
		expect(z(reading, 'wfl')).toEqual([wfl, wfl < -5]);
		expect(z(reading, 'bfa')).toEqual([bfa, bfa < -5]);
	});

	it('a boy of 987 days, 72.86 cm lying: implausibly short', () => {
		const reading: Reading = { sex: 'm', age: ageFromDays(987), length: 72.86, position: 'lying' };
		expect(z(reading, 'lfa')).toEqual([-6.09, true]);
		expect(underFive(reading, allTables).usedLength).toBe(72.86 - 0.7);
	});
});

describe('position', () => {
	const at = (days: number, position: Reading['position'], length = 80) =>
		underFive({ sex: 'm', age: ageFromDays(days), length, position }, visitTables);

	it.each([
		[730, 'standing', 80.7],
		[731, 'standing', 80],
		[730, 'lying', 80],
		[731, 'lying', 79.3],
		[730, undefined, 80],
		[731, undefined, 80]
	] as const)('at %d days measured %s uses %d cm', (days, position, used) => {
		expect(at(days, position).usedLength).toBe(used);
	});

	it('"standing" before 9 months is set aside: 273 days yes, 274 days no', () => {
		expect(at(273, 'standing')).toMatchObject({
			cleaned: { position: undefined, standingIgnored: true },
			usedLength: 80
		});
		expect(at(274, 'standing')).toMatchObject({
			cleaned: { position: 'standing', standingIgnored: false },
			usedLength: 80.7
		});
		expect(underFive({ sex: 'm', length: 60, position: 'standing' }, visitTables).cleaned).toEqual({
			position: 'standing',
			standingIgnored: false
		});
	});
});

describe('weight for length without an age', () => {
	const at = (length: number, position?: Reading['position']) =>
		z({ sex: 'm', weight: 12, length, position }, 'wfl');

	it('takes the table of the position, and without one that of the length', () => {
		expect(at(90, 'lying')).not.toEqual(at(90, 'standing'));
		expect(at(86.99)).toEqual(at(86.99, 'lying'));
		expect(at(87)).toEqual(at(87, 'standing'));
	});

	it.each([
		[44.99, 'lying', false],
		[45, 'lying', true],
		[110, 'lying', true],
		[110.01, 'lying', false],
		[64.99, 'standing', false],
		[65, 'standing', true],
		[120, 'standing', true],
		[120.01, 'standing', false]
	] as const)('%d cm %s is in the table: %s', (length, position, inside) => {
		expect(at(length, position) !== 'length-outside-table').toBe(inside);
	});
});

describe('what cannot be computed says why', () => {
	it.each<[string, Partial<Reading>, Partial<Record<Indicator, string>>]>([
		['no sex', { sex: undefined }, { lfa: 'sex-missing', wfl: 'sex-missing', ssfa: 'sex-missing' }],
		['no age', { age: undefined }, { lfa: 'age-missing', wfa: 'age-missing', acfa: 'age-missing' }],
		[
			'a visit before birth',
			{ age: ageFromDays(-1) },
			{ lfa: 'age-invalid', wfl: 'age-invalid', hcfa: 'age-invalid' }
		],
		['no number for an age', { age: ageFromDays(NaN) }, { wfa: 'age-invalid', wfl: 'age-invalid' }],
		['an endless age', { age: ageFromDays(Infinity) }, { wfa: 'age-invalid' }],
		['oedema', { oedema: true }, { wfa: 'oedema', wfl: 'oedema', bfa: 'oedema' }],
		[
			'no weight',
			{ weight: undefined },
			{ wfa: 'weight-missing', wfl: 'weight-missing', bfa: 'weight-missing' }
		],
		['a weight of 0', { weight: 0 }, { wfa: 'weight-invalid', wfl: 'weight-invalid' }],
		['a weight below 0', { weight: -8 }, { wfa: 'weight-invalid', bfa: 'weight-invalid' }],
		['no length', { length: undefined }, { lfa: 'length-missing', bfa: 'length-missing' }],
		[
			'a length below 0, whose square would hide the sign',
			{ length: -75 },
			{ lfa: 'length-invalid', bfa: 'length-invalid', wfl: 'length-invalid' }
		],
		[
			'a length that the change of position uses up',
			{ length: 0.5, position: 'lying', age: ageFromDays(800) },
			{ lfa: 'length-invalid', bfa: 'length-invalid' }
		],
		['an endless length', { length: Infinity }, { lfa: 'length-invalid' }],
		['a weight that is no number', { weight: NaN }, { wfa: 'weight-missing' }],
		['no circumference', { head: undefined, arm: undefined }, { hcfa: 'measure-missing' }],
		[
			'a circumference of 0',
			{ arm: 0, triceps: -1 },
			{ acfa: 'measure-invalid', tsfa: 'measure-invalid' }
		],
		[
			'90 days for what begins at 91',
			{ age: ageFromDays(90) },
			{ acfa: 'age-below-table', tsfa: 'age-below-table', ssfa: 'age-below-table' }
		],
		[
			'60 months',
			{ age: ageFromMonths(60) },
			{ lfa: 'age-above-table', wfl: 'age-above-table', acfa: 'age-above-table' }
		]
	])('%s', (_, change, reasons) => {
		const reading = { ...girl, ...change };
		for (const indicator of INDICATORS) {
			const expected = reasons[indicator];
			if (expected)
				expect({ [indicator]: z(reading, indicator) }).toEqual({ [indicator]: expected });
		}
	});

	it('but the others are computed all the same', () => {
		expect(z({ ...girl, weight: undefined }, 'lfa')).toEqual([-0.17, false]);
		expect(z({ ...girl, oedema: true }, 'lfa')).toEqual([-0.17, false]);
		expect(z({ ...girl, head: 0 }, 'wfa')).toEqual([-0.65, false]);
		expect(z({ ...girl, age: undefined }, 'wfl')).toEqual([-0.81, false]);
		expect(z({ ...girl, age: ageFromDays(91) }, 'acfa')).toEqual([expect.any(Number), false]);
	});

	it('the body mass index is told with oedema and without an age', () => {
		const bmi = 8.5 / ((74.93 / 100) * (74.93 / 100));
		expect(underFive({ ...girl, oedema: true, age: undefined }, allTables).bmi).toBe(bmi);
		expect(underFive({ ...girl, weight: 0 }, allTables).bmi).toEqual({
			kind: 'unknown',
			reason: 'weight-invalid'
		});
		expect(underFive({ ...girl, length: undefined }, allTables).bmi).toEqual({
			kind: 'unknown',
			reason: 'length-missing'
		});
	});

	it('a table that was not loaded', () => {
		expect(underFive(girl, visitTables).tsfa).toEqual({ kind: 'unknown', reason: 'table-missing' });
		expect(underFive(girl, {}).wfl).toEqual({ kind: 'unknown', reason: 'table-missing' });
	});
});

it('there are eight indicators', () => {
	expect(INDICATORS).toEqual(['lfa', 'wfa', 'wfl', 'bfa', 'hcfa', 'acfa', 'tsfa', 'ssfa']);
	const all = underFive({ sex: 'f', age: ageFromDays(400) }, allTables);
	expect(INDICATORS.map((name) => all[name])).toEqual(
		['length', 'weight', 'weight', 'weight', 'measure', 'measure', 'measure', 'measure'].map(
			(what) => ({ kind: 'unknown', reason: `${what}-missing` })
		)
	);
});

describe('the last days under five', () => {
	it.each([
		[1826, true],
		[1826.2, true],
		[1826.25, false],
		[1827, false]
	])('%d days: %s', (days, known) => {
		expect(typeof z({ ...girl, age: ageFromDays(days) }, 'wfa') !== 'string').toBe(known);
	});
});

describe('laws', () => {
	const reading = fc.record({
		sex: fc.constantFrom('m' as const, 'f' as const),
		age: fc.integer({ min: 0, max: 1826 }).map(ageFromDays),
		position: fc.constantFrom('lying' as const, 'standing' as const, undefined),
		length: fc.double({ min: 50, max: 115, noNaN: true })
	});
	const kg = fc.double({ min: 1, max: 30, noNaN: true });
	const value = (one: Reading, indicator: Indicator) => {
		const result = underFive(one, allTables)[indicator];
		return result.kind === 'z' ? result.z : NaN;
	};

	it('z of weight never falls when the weight rises', () => {
		fc.assert(
			fc.property(reading, kg, kg, (one, a, b) => {
				const [light, heavy] = [Math.min(a, b), Math.max(a, b)];
				for (const indicator of ['wfa', 'wfl', 'bfa'] as const) {
					const low = value({ ...one, weight: light }, indicator);
					const high = value({ ...one, weight: heavy }, indicator);
					expect(low <= high || (Number.isNaN(low) && Number.isNaN(high))).toBe(true);
				}
			}),
			{ numRuns: 1000 }
		);
	});

	it('z of length rises with the length; between −3 and 3 it falls with age, but for the change at 24 months', () => {
		fc.assert(
			fc.property(reading, fc.double({ min: 0.1, max: 10, noNaN: true }), (one, more) => {
				const z0 = value(one, 'lfa');
				expect(value({ ...one, length: one.length + more }, 'lfa')).toBeGreaterThanOrEqual(z0);
				const { days } = one.age;
				if (days === 730 || days === 1826 || days === 273 || Math.abs(z0) > 3) return;
				expect(value({ ...one, age: ageFromDays(days + 1) }, 'lfa')).toBeLessThanOrEqual(z0);
			}),
			{ numRuns: 1000 }
		);
	});
});
