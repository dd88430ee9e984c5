import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ageFromDays, ageFromMonths } from './age.ts';
import { allTables } from './all-tables.ts';
import { centileOf, phi } from './centile.ts';
import { CHART_LINES, curve, type CurveOf } from './chart.ts';
import { schoolAge } from './school.ts';
import { underFive } from './under-five.ts';

// thousands of cases: slow on a busy machine
vi.setConfig({ testTimeout: 60_000 });

describe('centiles', () => {
	it.each([
		// WHO's own z of P3, P15, P50, P85, P97
		[-1.881, 3],
		[-1.036, 15],
		[0, 50],
		[1.036, 85],
		[1.881, 97],
		[-3, 0.1],
		[3, 99.9],
		[-2, 2.3]
	])('z %d is the %dth', (z, centile) => {
		expect(centileOf(z)).toEqual({ kind: 'centile', centile });
	});

	it('outside −3 … 3 tell the side only', () => {
		expect(centileOf(-3.01)).toEqual({ kind: 'below', limit: 0.1 });
		expect(centileOf(3.01)).toEqual({ kind: 'above', limit: 99.9 });
	});

	it.each([
		// tables of the normal distribution, 15 digits
		[1, 0.841344746068543],
		[-2.5, 0.00620966532577613],
		[4, 0.999968328758167],
		[-6, 9.86587645037698e-10]
	])('phi(%d)', (z, p) => {
		expect(Math.abs(phi(z) - p)).toBeLessThan(1e-14);
	});

	it('phi far outside is 0 and 1', () => {
		expect([phi(-8), phi(8)]).toEqual([0, 1]);
	});
});

const pointsOf = (of: CurveOf) => {
	const line = curve(of, allTables);
	if (line.kind === 'unknown') throw new Error(line.reason);
	return line.pieces;
};

describe('chart lines', () => {
	it('step honestly at 24 months: 87.80 → 87.13 cm in boys’ median', () => {
		const [lying = [], standing = []] = pointsOf({
			table: 'lfa',
			sex: 'm',
			z: 0,
			from: 0,
			to: 1826,
			points: 2000
		});
		expect(lying.at(-1)).toEqual({ x: 730, y: expect.closeTo(87.8, 2) });
		expect(standing[0]).toEqual({ x: 731, y: expect.closeTo(87.13, 2) });
	});

	it('are one piece where nothing changes', () => {
		expect(pointsOf({ table: 'lfa', sex: 'f', z: -2, from: 0, to: 700 })).toHaveLength(1);
		expect(pointsOf({ table: 'lfa', sex: 'f', z: -2, from: 731, to: 1826 })).toHaveLength(1);
		expect(pointsOf({ table: 'wfa', sex: 'f', z: -2, from: 0, to: 1826 })).toHaveLength(1);
	});

	it('are thinned to the points asked for, ends kept, rising in x', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('lfa', 'wfa', 'bfa', 'wfl', 'hfa5to19'),
				fc.integer({ min: 0, max: 100 }),
				fc.integer({ min: 110, max: 1826 }),
				fc.integer({ min: 4, max: 120 }),
				(table, from, to, points) => {
					const pieces = pointsOf({ table, sex: 'm', z: 2, from, to, points });
					const xs = pieces.flat().map(({ x }) => x);
					expect(xs.length).toBeLessThanOrEqual(points);
					expect([...xs].sort((a, b) => a - b)).toEqual(xs);
					expect(new Set(xs).size).toBe(xs.length);
				}
			)
		);
		const xs = pointsOf({ table: 'wfa', sex: 'm', z: 0, from: 0, to: 182 }).flat();
		expect([xs[0]?.x, xs.at(-1)?.x, xs.length]).toEqual([0, 182, 120]);
	});

	it('run where the engine puts their z', () => {
		for (const k of [-4, ...CHART_LINES, 4]) {
			for (const { x, y } of pointsOf({ table: 'wfa', sex: 'f', z: k, from: 0, to: 1826 }).flat()) {
				const { wfa } = underFive({ sex: 'f', age: ageFromDays(x), weight: y }, allTables);
				expect(wfa).toMatchObject({ z: k });
			}
			for (const { x, y } of pointsOf({ table: 'wfh', sex: 'm', z: k, from: 65, to: 120 }).flat()) {
				const { wfl } = underFive(
					{ sex: 'm', position: 'standing', length: x, weight: y },
					allTables
				);
				expect(wfl).toMatchObject({ z: k });
			}
			for (const { x, y } of pointsOf({
				table: 'hfa5to19',
				sex: 'm',
				z: k,
				from: 0,
				to: 999
			}).flat()) {
				const { hfa } = schoolAge({ sex: 'm', age: ageFromMonths(x), height: y }, allTables);
				expect(hfa).toMatchObject({ z: k });
			}
		}
	});

	it('end where the reference ends', () => {
		const ends = (table: CurveOf['table']) => {
			const xs = pointsOf({ table, sex: 'f', z: 0, from: 0, to: 9999 }).flat();
			return [xs[0]?.x, xs.at(-1)?.x];
		};
		expect(ends('wfa5to10')).toEqual([60, 120]);
		expect(ends('hfa5to19')).toEqual([60, 228]);
		expect(ends('acfa')).toEqual([91, 1826]);
		expect(ends('wfl')).toEqual([45, 110]);
		expect(ends('wfh')).toEqual([65, 120]);
	});

	it('say why there is none', () => {
		const of = { table: 'acfa', sex: 'f', z: 0, from: 0, to: 90 } as const;
		expect(curve(of, allTables)).toEqual({ kind: 'unknown', reason: 'age-below-table' });
		expect(curve({ ...of, from: 2000, to: 2100 }, allTables)).toEqual({
			kind: 'unknown',
			reason: 'age-above-table'
		});
		expect(curve(of, {})).toEqual({ kind: 'unknown', reason: 'table-missing' });
	});

	it('of a window of one day are one point', () => {
		expect(pointsOf({ table: 'wfa', sex: 'f', z: 0, from: 10, to: 10 }).flat()).toHaveLength(1);
	});
});
