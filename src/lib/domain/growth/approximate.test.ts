import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ageFromDays } from './age.ts';
import { underFiveWithin } from './approximate.ts';
import { classOf } from './classes.ts';
import { INDICATORS } from './indicators.ts';
import { underFive, type Reading } from './under-five.ts';
import { visitTables } from './visit-tables.ts';

// thousands of cases: slow on a busy machine
vi.setConfig({ testTimeout: 60_000 });

const reading: fc.Arbitrary<Reading> = fc.record({
	sex: fc.constantFrom('m', 'f'),
	weight: fc.double({ min: 2, max: 25, noNaN: true }),
	length: fc.double({ min: 45, max: 118, noNaN: true }),
	position: fc.constantFrom('lying', 'standing', undefined),
	head: fc.double({ min: 32, max: 55, noNaN: true }),
	arm: fc.double({ min: 9, max: 20, noNaN: true }),
	oedema: fc.constantFrom(false, false, false, true)
});

describe('an approximate age', () => {
	it('gives a range that contains the z of the true age, or says that the age leaves it open', () => {
		fc.assert(
			fc.property(
				reading,
				fc.integer({ min: 0, max: 1830 }),
				fc.integer({ min: 0, max: 90 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(one, youngest, width, part) => {
					const age = youngest + Math.round(part * width);
					const window = { youngest, oldest: youngest + width };
					const range = underFiveWithin(one, window, visitTables);
					const exact = underFive({ ...one, age: ageFromDays(age) }, visitTables);
					for (const indicator of INDICATORS) {
						const [wide, sharp] = [range[indicator], exact[indicator]];
						if (wide.kind === 'unknown') {
							const open = wide.reason === 'age-uncertain';
							expect(open || (sharp.kind === 'unknown' && sharp.reason === wide.reason)).toBe(true);
							continue;
						}
						if (sharp.kind === 'unknown') throw new Error('known for a window, not for its days');
						const [low, high] = wide.kind === 'z' ? [wide.z, wide.z] : [wide.low, wide.high];
						expect(low <= sharp.z && sharp.z <= high).toBe(true);
						expect(wide.flagged || !sharp.flagged).toBe(true);
					}
				}
			),
			{ numRuns: 400 }
		);
	});

	it('gives a class only when every day of it agrees', () => {
		const steps = ['length-for-age', 'weight-for-age', 'weight-for-length'] as const;
		fc.assert(
			fc.property(
				reading,
				fc.integer({ min: 0, max: 1800 }),
				fc.integer({ min: 1, max: 60 }),
				(one, youngest, width) => {
					const window = { youngest, oldest: youngest + width };
					const range = underFiveWithin(one, window, visitTables);
					(['lfa', 'wfa', 'wfl'] as const).forEach((indicator, i) => {
						const said = classOf(range[indicator], steps[i]!);
						if (said.kind === 'unknown') return;
						for (let age = youngest; age <= window.oldest; age++) {
							const exact = underFive({ ...one, age: ageFromDays(age) }, visitTables);
							expect(classOf(exact[indicator], steps[i]!)).toEqual(said);
						}
					});
				}
			),
			{ numRuns: 150 }
		);
	});

	it('of one day is that day', () => {
		fc.assert(
			fc.property(reading, fc.integer({ min: 0, max: 1830 }), (one, age) => {
				const range = underFiveWithin(one, { youngest: age, oldest: age }, visitTables);
				const exact = underFive({ ...one, age: ageFromDays(age) }, visitTables);
				for (const indicator of INDICATORS) expect(range[indicator]).toEqual(exact[indicator]);
			})
		);
	});

	it('that reaches over the fifth birthday leaves every z open', () => {
		const one: Reading = { sex: 'f', weight: 16, length: 105, position: 'standing' };
		const { lfa, wfl } = underFiveWithin(one, { youngest: 1800, oldest: 1830 }, visitTables);
		expect([lfa, wfl]).toEqual(Array(2).fill({ kind: 'unknown', reason: 'age-uncertain' }));
	});

	it('with other reasons at other ages is open, with the same one has it', () => {
		const tiny: Reading = { sex: 'm', weight: 2, length: 45, position: 'lying', arm: 9 };
		const { wfl, lfa } = underFiveWithin(tiny, { youngest: 1819, oldest: 1827 }, visitTables);
		expect([wfl, lfa]).toEqual(Array(2).fill({ kind: 'unknown', reason: 'age-uncertain' }));
		const { acfa } = underFiveWithin(tiny, { youngest: 30, oldest: 60 }, visitTables);
		expect(acfa).toEqual({ kind: 'unknown', reason: 'age-below-table' });
	});

	it('flags what is implausible at one of its ages', () => {
		const one: Reading = { sex: 'm', weight: 2.2, length: 47, position: 'lying' };
		const { wfa } = underFiveWithin(one, { youngest: 30, oldest: 90 }, visitTables);
		expect(wfa).toMatchObject({ kind: 'range', flagged: true });
		expect(classOf(wfa, 'weight-for-age')).toEqual({ kind: 'unknown', reason: 'implausible' });
	});
});
