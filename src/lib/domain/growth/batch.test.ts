import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ageFromDays, ageFromMonths } from './age.ts';
import { allTables } from './all-tables.ts';
import { underFiveBatch } from './batch.ts';
import { newColumns, newScores, resultAt, type Columns } from './columns.ts';
import { INDICATORS, type Tables } from './indicators.ts';
import { underFive, type Reading } from './under-five.ts';
import { visitTables } from './visit-tables.ts';

// thousands of cases: slow on a busy machine
vi.setConfig({ testTimeout: 60_000 });

const odd = fc.constantFrom(undefined, NaN, 0, -1, Infinity, 0.3, 1e9);
const measure = (min: number, max: number) =>
	fc.oneof(
		{ weight: 8, arbitrary: fc.double({ min, max, noNaN: true }) },
		{ weight: 4, arbitrary: fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10) },
		{ weight: 1, arbitrary: odd }
	);
const days = fc.oneof(
	{ weight: 8, arbitrary: fc.integer({ min: 0, max: 1900 }) },
	{ weight: 4, arbitrary: fc.double({ min: 0, max: 1900, noNaN: true }) },
	{ weight: 2, arbitrary: fc.constantFrom(90, 91, 273, 274, 730, 730.5, 731, 1826, 1826.25, 1827) },
	{ weight: 1, arbitrary: fc.constantFrom(undefined, -1, -0.4, Infinity) }
);
const reading: fc.Arbitrary<Reading> = fc.record({
	sex: fc.constantFrom('m', 'f', 'm', 'f', undefined),
	weight: measure(1, 30),
	length: measure(40, 125),
	position: fc.constantFrom('lying', 'standing', undefined),
	head: measure(30, 60),
	arm: measure(8, 25),
	triceps: measure(2, 20),
	subscapular: measure(2, 20),
	oedema: fc.constantFrom(true, false, false, false, undefined)
});

function columnsOf(
	readings: readonly Reading[],
	exact: (row: number) => number | undefined
): Columns {
	const columns = newColumns(readings.length);
	readings.forEach((one, i) => {
		columns.sex[i] = one.sex === 'm' ? 1 : one.sex === 'f' ? 2 : 0;
		columns.days[i] = exact(i) ?? NaN;
		columns.position[i] = one.position === 'lying' ? 1 : one.position === 'standing' ? 2 : 0;
		columns.oedema[i] = one.oedema ? 1 : 0;
		for (const name of ['weight', 'length', 'head', 'arm', 'triceps', 'subscapular'] as const) {
			columns[name][i] = one[name] ?? NaN;
		}
	});
	return columns;
}

function expectSame(readings: readonly Reading[], columns: Columns, tables: Tables): void {
	const scores = underFiveBatch(columns, tables);
	readings.forEach((one, i) => {
		const alone = underFive(one, tables);
		for (const indicator of INDICATORS) {
			expect({ [indicator]: resultAt(scores, indicator, i), one }).toEqual({
				[indicator]: alone[indicator],
				one
			});
		}
		const plain = (value: unknown) => (typeof value === 'number' ? value : NaN);
		expect(scores.usedLength[i]).toBe(plain(alone.usedLength));
		expect(scores.bmi[i]).toBe(plain(alone.bmi));
		expect(scores.standingIgnored[i]).toBe(alone.cleaned.standingIgnored ? 1 : 0);
		expect(scores.position[i]).toBe(
			{ lying: 1, standing: 2, none: 0 }[alone.cleaned.position ?? 'none']
		);
	});
}

describe('a batch', () => {
	it('answers what the scalar path answers, to the last bit and with the same reasons', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(reading, days), { minLength: 1, maxLength: 40 }), (pairs) => {
				const readings = pairs.map(([one, age]) =>
					age === undefined ? one : { ...one, age: ageFromDays(age) }
				);
				expectSame(
					readings,
					columnsOf(readings, (i) => pairs[i]![1]),
					allTables
				);
			}),
			{ numRuns: 400 }
		);
	});

	it('keeps the months of ages given in months', () => {
		const months = fc.oneof(
			fc.double({ min: 0, max: 62, noNaN: true }),
			fc.constantFrom(8.99, 9, 24, 59.99, 60, 60.01)
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(reading, months), { minLength: 1, maxLength: 40 }), (pairs) => {
				const readings = pairs.map(([one, age]) => ({ ...one, age: ageFromMonths(age) }));
				const columns = {
					...columnsOf(readings, (i) => pairs[i]![1] * 30.4375),
					months: Float64Array.from(pairs, ([, age]) => age)
				};
				expectSame(readings, columns, allTables);
			})
		);
	});

	it('says which table it lacks', () => {
		const one: Reading = { sex: 'f', age: ageFromDays(500), triceps: 8, weight: 9, length: 75 };
		const columns = columnsOf([one], () => 500);
		expect(resultAt(underFiveBatch(columns, visitTables), 'tsfa', 0)).toEqual({
			kind: 'unknown',
			reason: 'table-missing'
		});
		expect(resultAt(underFiveBatch(columns, {}), 'wfl', 0)).toEqual({
			kind: 'unknown',
			reason: 'table-missing'
		});
	});

	it('computes what is asked for, into room that can be used again', () => {
		const out = newScores(2);
		const readings: Reading[] = [
			{ sex: 'm', age: ageFromDays(400), weight: 9, length: 75 },
			{ sex: 'f', age: ageFromDays(800) }
		];
		const columns = columnsOf(readings, (i) => readings[i]!.age!.days);
		underFiveBatch({ ...columns, weight: Float64Array.of(2, 30) }, allTables, { out });
		expect([...out.status.wfa]).toEqual([1, 1]);
		expect(underFiveBatch(columns, allTables, { indicators: ['wfa'], out })).toBe(out);
		expect(resultAt(out, 'wfa', 0)).toEqual(underFive(readings[0]!, allTables).wfa);
		expect(resultAt(out, 'wfa', 1)).toEqual({ kind: 'unknown', reason: 'weight-missing' });
	});
});
