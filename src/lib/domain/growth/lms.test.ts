import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { lmsZ, restrictedValueAt, restrictedZ, round2, valueAt } from './lms.ts';

// thousands of cases: slow on a busy machine
vi.setConfig({ testTimeout: 60_000 });

/** Any row within what WHO's tables hold. */
const row = fc
	.record({
		l: fc.double({ min: -2.5, max: 2, noNaN: true }),
		m: fc.double({ min: 2, max: 180, noNaN: true }),
		s: fc.double({ min: 0.03, max: 0.25, noNaN: true })
	})
	.filter(({ l, s }) => Math.abs(3 * l * s) < 0.9 && Math.abs(l) > 1e-4)
	.map(({ l, m, s }) => Float64Array.of(l, m, s));
const score = fc.double({ min: -8, max: 8, noNaN: true });

describe('z by L, M and S', () => {
	it('is 0 at the median and k where the curve of k runs', () => {
		fc.assert(
			fc.property(row, fc.constantFrom(-3, -2, -1, 0, 1, 2, 3), (lms, k) => {
				expect(lmsZ(valueAt(k, lms, 0), lms, 0)).toBeCloseTo(k, 8);
			})
		);
	});

	it('is undone by its inverse, also beyond 3', () => {
		fc.assert(
			fc.property(row, score, (lms, k) => {
				const value = restrictedValueAt(k, lms, 0);
				fc.pre(value > 0);
				expect(restrictedZ(value, lms, 0)).toBeCloseTo(k, 7);
			})
		);
	});

	it('rises with the measure', () => {
		const measure = fc.double({ min: 0.1, max: 300, noNaN: true });
		fc.assert(
			fc.property(row, measure, fc.double({ min: 1.000001, max: 2, noNaN: true }), (lms, y, by) => {
				expect(restrictedZ(y * by, lms, 0)).toBeGreaterThan(restrictedZ(y, lms, 0));
			})
		);
	});

	it('takes the logarithm where L is 0, and comes close to it nearby', () => {
		const [zero, tiny] = [Float64Array.of(0, 10, 0.1), Float64Array.of(1e-9, 10, 0.1)];
		expect(lmsZ(11, zero, 0)).toBeCloseTo(Math.log(1.1) / 0.1, 12);
		expect(lmsZ(11, tiny, 0)).toBeCloseTo(Math.log(1.1) / 0.1, 8);
		expect(valueAt(2, zero, 0)).toBeCloseTo(10 * Math.exp(0.2), 12);
		expect(valueAt(2, tiny, 0)).toBeCloseTo(10 * Math.exp(0.2), 6);
	});

	it('goes on in equal steps beyond 3 SD', () => {
		const lms = Float64Array.of(-0.3521, 9.5, 0.085);
		const step = valueAt(3, lms, 0) - valueAt(2, lms, 0);
		expect(restrictedZ(valueAt(3, lms, 0) + 2 * step, lms, 0)).toBeCloseTo(5, 10);
		const low = valueAt(-2, lms, 0) - valueAt(-3, lms, 0);
		expect(restrictedZ(valueAt(-3, lms, 0) - 1.5 * low, lms, 0)).toBeCloseTo(-4.5, 10);
	});
});

describe('rounding to two decimals', () => {
	it.each([
		// by hand with the rule of docs/growth-engine.md
		[0.005, 0],
		[0.015, 0.01],
		[0.125, 0.12],
		[0.375, 0.38],
		[2.675, 2.67],
		[-2.675, -2.67],
		[-2.004, -2],
		[-2.005, -2],
		[5.004, 5],
		[1.005, 1],
		[-0.004, 0],
		[0, 0],
		[12.345, 12.35],
		[246.0449, 246.04]
	])('%d becomes %d', (z, expected) => {
		expect(round2(z)).toBe(expected);
	});

	it('is the same on both sides of 0, moves nothing by more than half a hundredth, never swaps', () => {
		const raw = fc.double({ min: -50, max: 50, noNaN: true });
		fc.assert(
			fc.property(raw, raw, (a, b) => {
				expect(round2(-a) + round2(a)).toBe(0);
				expect(Object.is(round2(a), -0)).toBe(false);
				expect(Math.abs(round2(a) - a)).toBeLessThanOrEqual(0.005 + 1e-12);
				expect(round2(Math.min(a, b))).toBeLessThanOrEqual(round2(Math.max(a, b)));
			})
		);
	});
});
