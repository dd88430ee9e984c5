import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dayFromNumber, type Day } from '../shared/day.ts';
import { acuteMalnutrition, type Oedema } from './acute.ts';
import { ageFromMonths } from './age.ts';
import { allTables } from './all-tables.ts';
import { assess, type Visit } from './assess.ts';
import type { Birth } from './birth.ts';
import { classOf } from './classes.ts';
import { INDICATORS, type Indicator } from './indicators.ts';
import { resultOf } from './result.ts';
import { schoolAge } from './school.ts';

// thousands of cases: slow on a busy machine
vi.setConfig({ testTimeout: 60_000 });

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const measure = (min: number, max: number) =>
	maybe(
		fc.oneof(
			{ weight: 9, arbitrary: fc.double({ min, max, noNaN: true }) },
			{ weight: 1, arbitrary: fc.constantFrom(0, -1, NaN, Infinity, -Infinity, 1e300) }
		)
	);
const TODAY = 20_781;
const today = dayFromNumber(TODAY);
const born = (age: number): Day => dayFromNumber(TODAY - age);
const birth: fc.Arbitrary<Birth> = fc.oneof(
	fc.integer({ min: -10, max: 1900 }).map((age): Birth => ({ kind: 'exact', day: born(age) })),
	fc
		.tuple(fc.integer({ min: -10, max: 1900 }), fc.integer({ min: 1, max: 40 }))
		.map(([age, width]): Birth => ({ kind: 'between', first: born(age + width), last: born(age) })),
	fc.constant<Birth>({ kind: 'unknown' })
);
const visit: fc.Arbitrary<Visit> = fc.record({
	sex: maybe(fc.constantFrom('m' as const, 'f' as const)),
	birth,
	day: fc.constant(today),
	weight: measure(2, 25),
	length: measure(45, 120),
	position: maybe(fc.constantFrom('lying' as const, 'standing' as const)),
	headMm: measure(300, 550),
	armMm: measure(90, 200),
	oedema: fc.constantFrom<Oedema>('none', 'none', 'present', 'not-seen')
});

const good = (value: number | undefined) => value !== undefined && value > 0 && value < Infinity;

/** What a z needs, said once more and otherwise than in the engine. */
function mayExist(one: Visit, indicator: Indicator): boolean {
	const weighs = good(one.weight);
	const long = good(one.length);
	const read: Record<Indicator, boolean> = {
		lfa: long,
		wfa: weighs,
		wfl: weighs && long,
		bfa: weighs && long,
		hcfa: good(one.headMm),
		acfa: good(one.armMm),
		tsfa: false,
		ssfa: false
	};
	const oedema = one.oedema === 'present' && ['wfa', 'wfl', 'bfa'].includes(indicator);
	const aged = one.birth.kind !== 'unknown' || indicator === 'wfl';
	return !!one.sex && read[indicator] && !oedema && aged;
}

describe('5,000 partial visits', () => {
	it('give no number, class or "grows well" out of what is missing', () => {
		fc.assert(
			fc.property(visit, (one) => {
				const { age, z } = assess(one, allTables);
				for (const indicator of INDICATORS) {
					const result = z[indicator];
					if (result.kind === 'unknown') continue;
					expect({ indicator, exists: mayExist(one, indicator) }).toEqual({
						indicator,
						exists: true
					});
					const numbers = result.kind === 'z' ? [result.z] : [result.low, result.high];
					expect(numbers.every(Number.isFinite)).toBe(true);
				}
				if (!mayExist(one, 'wfl')) {
					expect(classOf(z.wfl, 'weight-for-length').kind).toBe('unknown');
				}
				const findings = { age, lfa: z.lfa, wfl: z.wfl, armMm: one.armMm, oedema: one.oedema };
				const acute = acuteMalnutrition(findings);
				if (acute.kind === 'acute' && acute.severity === 'none') {
					expect(one.oedema).toBe('none');
					expect(mayExist(one, 'wfl')).toBe(true);
				}
				const trend = { kind: 'unknown', reason: 'no-comparison' } as const;
				const result = resultOf({ ...findings, trend });
				expect(Number.isFinite(result.days)).toBe(true);
				if (result.class === 'grows-well') {
					expect(one.oedema).toBe('none');
					expect(one.birth.kind).not.toBe('unknown');
					expect(mayExist(one, 'wfl') && mayExist(one, 'lfa')).toBe(true);
					expect(good(one.armMm) || age!.youngest < 183).toBe(true);
					expect(age!.youngest).toBeGreaterThanOrEqual(0);
				}
			}),
			{ numRuns: 5000 }
		);
	});

	it('and of 5 to 19 years neither', () => {
		const pupil = fc.record({
			sex: maybe(fc.constantFrom('m' as const, 'f' as const)),
			age: maybe(fc.double({ min: -5, max: 240, noNaN: true }).map(ageFromMonths)),
			height: measure(80, 200),
			weight: measure(10, 100),
			oedema: maybe(fc.boolean())
		});
		fc.assert(
			fc.property(pupil, (one) => {
				const got = schoolAge(one, allTables);
				const able = !!one.sex && !!one.age && one.age.months >= 60 && one.age.months <= 228;
				const [tall, weighs] = [good(one.height), good(one.weight)];
				if (!able || !tall) expect(got.hfa.kind).toBe('unknown');
				if (!able || !weighs || one.oedema) expect(got.wfa.kind).toBe('unknown');
				if (!able || !weighs || !tall || one.oedema) expect(got.bfa.kind).toBe('unknown');
				for (const result of [got.hfa, got.wfa, got.bfa]) {
					if (result.kind === 'z') expect(Number.isFinite(result.z)).toBe(true);
				}
			}),
			{ numRuns: 1000 }
		);
	});
});
