import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { newScores } from '../columns.ts';
import { designOf } from './design.ts';
import { meanOf, shareOf, sizeOf } from './estimate.ts';
import { standardGroups, valueGroups } from './groups.ts';
import { student975 } from './student.ts';
import { groupTable, surveyScores } from './survey.ts';

// thousands of cases: slow on a busy machine
vi.setConfig({ testTimeout: 60_000 });

describe('Student’s t, 97.5 %', () => {
	it.each([
		// printed tables
		[1, 12.7062047362],
		[2, 4.3026527297],
		[3, 3.1824463053],
		[10, 2.228138852],
		[27, 2.0518305165],
		[100, 1.9839715185],
		[1000, 1.9623390808],
		[10000, 1.9602012399]
	])('%d degrees: %d', (df, t) => {
		expect(student975(df)).toBeCloseTo(t, 9);
	});

	it('joins smoothly where the expansion takes over, and needs a degree', () => {
		expect(student975(1000) - student975(1001)).toBeGreaterThan(0);
		expect(student975(1000) - student975(1001)).toBeLessThan(1e-5);
		expect(student975(0)).toBeNaN();
		expect(student975(NaN)).toBeNaN();
	});
});

const rows = (n: number) => Int32Array.from({ length: n }, (_, row) => row);

describe('a simple sample', () => {
	const values = Float64Array.of(-2.5, -1, 0, 1.5, -3);
	const design = designOf({ size: 5 });

	it('has the textbook mean and standard error', () => {
		const got = meanOf(design, rows(5), values);
		expect(got.r).toBeCloseTo(-1, 12);
		// Σ(z − mean)² = 2.25 + 0 + 1 + 6.25 + 4 = 13.5
		expect(got.sd).toBeCloseTo(Math.sqrt(13.5 / 4), 12);
		expect(got.se).toBeCloseTo(Math.sqrt(13.5 / 4) / Math.sqrt(5), 12);
		expect(got.high - got.r).toBeCloseTo(2.7764451052 * got.se, 8);
	});

	it('counts shares in percent, with limits that stay inside 0 and 100', () => {
		const got = shareOf(design, rows(5), (row) => values[row]! < -2);
		expect(got.r).toBeCloseTo(40, 12);
		expect(got.se).toBeCloseTo(100 * Math.sqrt((0.4 * 0.6) / 4), 10);
		expect(got.low).toBeGreaterThan(0);
		expect(got.high).toBeLessThan(100);
		expect(shareOf(design, rows(5), () => false)).toMatchObject({ r: 0, low: 0, high: 0 });
		expect(shareOf(design, rows(5), () => true)).toMatchObject({ r: 100, low: 100, high: 100 });
	});

	it('of one child has no spread; of none has nothing', () => {
		expect(meanOf(design, Int32Array.of(2), values)).toMatchObject({ r: 0, se: 0, sd: NaN });
		expect(meanOf(design, new Int32Array(0), values).r).toBeNaN();
		expect(shareOf(design, new Int32Array(0), () => true).r).toBeNaN();
	});
});

describe('a designed sample', () => {
	it('adds up clusters inside their strata: by hand', () => {
		const design = designOf({
			size: 6,
			clusters: ['1', '1', '2', '1', '2', '2'],
			strata: ['a', 'a', 'a', 'b', 'b', 'b']
		});
		expect(design.degrees).toBe(2);
		const y = Float64Array.of(1, 0, 1, 0, 0, 1);
		const got = shareOf(design, rows(6), (row) => y[row] === 1);
		// r = 1/2, u = ±1/12; totals a: 0 and 1/12, b: −1/12 and 0; each stratum 2·(1/24)²·2
		expect(got.r).toBeCloseTo(50, 12);
		expect(got.se).toBeCloseTo(100 * Math.sqrt(2 * (2 * 2 * (1 / 24) ** 2)), 10);
	});

	it('centres a stratum of one cluster on the mean of all clusters', () => {
		const design = designOf({
			size: 6,
			clusters: ['1', '1', '2', '3', '3', '3'],
			strata: ['a', 'a', 'a', 'b', 'b', 'b']
		});
		const y = [1, 0, 1, 0, 1, 1];
		const r = 4 / 6;
		const u = y.map((value) => (value - r) / 6);
		const [one, two, three] = [u[0]! + u[1]!, u[2]!, u[3]! + u[4]! + u[5]!];
		const mean = (one + two) / 2;
		const grand = (one + two + three) / 3;
		const variance = 2 * ((one - mean) ** 2 + (two - mean) ** 2) + (three - grand) ** 2;
		expect(shareOf(design, rows(6), (row) => y[row] === 1).se).toBeCloseTo(
			100 * Math.sqrt(variance),
			10
		);
	});

	it('counts every kept unit, also those outside the group', () => {
		const group = Int32Array.of(0, 1, 2);
		const values = Float64Array.of(1, 2, 4, 9, 9, 9, 9, 9);
		const { se } = meanOf(designOf({ size: 8 }), group, values);
		const squares = (1 - 7 / 3) ** 2 + (2 - 7 / 3) ** 2 + (4 - 7 / 3) ** 2;
		expect(se).toBeCloseTo(Math.sqrt((8 / 7) * squares) / 3, 12);
	});

	it('takes a single cluster for none, and a missing weight for 0', () => {
		const one = designOf({ size: 3, clusters: ['x', 'x', 'x'] });
		expect(one.degrees).toBe(2);
		const weighted = designOf({ size: 3, weights: Float64Array.of(2, NaN, 1) });
		expect(sizeOf(weighted, rows(3))).toEqual({ weighted: 3, rows: 3 });
		expect(meanOf(weighted, rows(3), Float64Array.of(3, 100, 6)).r).toBeCloseTo(4, 12);
	});

	it('is the same whatever the order of the rows', () => {
		const row = fc.record({
			weight: fc.integer({ min: 0, max: 5 }),
			cluster: fc.constantFrom('1', '2', '3'),
			stratum: fc.constantFrom('a', 'b'),
			y: fc.integer({ min: -40, max: 40 }).map((n) => n / 10)
		});
		fc.assert(
			fc.property(fc.array(row, { minLength: 2, maxLength: 30 }), (sample) => {
				const estimate = (list: typeof sample) => {
					const design = designOf({
						size: list.length,
						weights: Float64Array.from(list, ({ weight }) => weight),
						clusters: list.map(({ cluster }) => cluster),
						strata: list.map(({ stratum }) => stratum)
					});
					return meanOf(
						design,
						rows(list.length),
						Float64Array.from(list, ({ y }) => y)
					);
				};
				const [there, back] = [estimate(sample), estimate([...sample].reverse())];
				for (const key of ['r', 'se', 'low', 'high', 'sd'] as const) {
					if (Number.isNaN(there[key])) expect(back[key]).toBeNaN();
					else expect(back[key]).toBeCloseTo(there[key], 9);
				}
			})
		);
	});
});

describe('what counts in a survey', () => {
	const scores = newScores(4);
	const set = (indicator: 'lfa' | 'wfa' | 'bfa' | 'wfl', z: number[], status: number[]) => {
		scores.z[indicator].set(z);
		scores.status[indicator].set(status);
	};
	const REASON = 2;
	set('lfa', [-2.5, -6.2, -1, NaN], [0, 1, 0, REASON]);
	set('wfa', [-1, -1, NaN, -1], [0, 0, REASON, 0]);
	set('bfa', [0, 0, NaN, 0], [0, 0, REASON, 0]);
	set('wfl', [2.5, 0, NaN, -2.5], [0, 0, REASON, 0]);
	const z = surveyScores(scores, Uint8Array.of(0, 0, 1, 0));

	it('a flagged z does not, for its indicator only', () => {
		expect([...z.lfa.counted]).toEqual([-2.5, NaN, -1, NaN]);
		expect([...z.wfa.counted]).toEqual([-1, -1, -3.1, -1]);
	});

	it('oedema counts as below −3 without any measure, not in means and never for length', () => {
		expect([...z.wfl.counted]).toEqual([2.5, 0, -3.1, -2.5]);
		expect([...z.wfl.averaged]).toEqual([2.5, 0, NaN, -2.5]);
		expect([...z.lfa.averaged]).toEqual([...z.lfa.counted]);
	});

	it('stunted with wasted or overweight are shares of those whose both z are known', () => {
		const { both, indicators } = groupTable(designOf({ size: 4 }), z, rows(4));
		expect(both.size.rows).toBe(2);
		expect([both.wasted.r, both.overweight.r]).toEqual([0, 50]);
		expect(indicators.wfl.size.rows).toBe(4);
		expect(indicators.wfl.mean.r).toBeCloseTo(0, 12);
		// below −3, −2, −1, above 1, 2, 3
		expect(indicators.wfl.shares.map(({ r }) => r)).toEqual([25, 50, 50, 25, 25, 0]);
	});
});

describe('groups', () => {
	it('by age end before their upper month; a row without age or sex is in All only', () => {
		const scores = newScores(6);
		scores.ageMonths.set([0, 5.99, 6, 59.99, 60, NaN]);
		const groups = standardGroups(scores, Uint8Array.of(1, 2, 0, 2, 1, 1), 6);
		const of = (name: string) => [...groups.find((group) => group.name === name)!.rows];
		expect(of('All')).toEqual([0, 1, 2, 3, 4, 5]);
		expect(of('Age group: 00-05 mo')).toEqual([0, 1]);
		expect(of('Age group: 06-11 mo')).toEqual([2]);
		expect(of('Age group: 48-59 mo')).toEqual([3]);
		expect(of('Sex: Female')).toEqual([1, 3]);
		expect(of('Sex: Male')).toEqual([0, 4, 5]);
		expect(of('Age + sex: 00-05 mo.Female')).toEqual([1]);
		expect(groups).toHaveLength(21);
	});

	it('by value leave out rows without one', () => {
		expect(valueGroups('Area', ['Rural', '', 'Urban', 'Rural'], ['Urban', 'Rural'])).toEqual([
			{ name: 'Area: Urban', rows: Int32Array.of(2) },
			{ name: 'Area: Rural', rows: Int32Array.of(0, 3) }
		]);
	});
});
