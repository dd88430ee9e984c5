import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { altitudeAdjustment, haemoglobin, type HaemoglobinRule } from './haemoglobin.ts';
import { valueAt } from './lms.ts';
import { digitPreference, spreadOfZ, technicalError } from './quality.ts';
import { velocityTables } from './tables/velocity.ts';
import { velocityZ } from './velocity.ts';

describe('quality of readings', () => {
	const pairs = (n: number) =>
		Array.from({ length: n }, (_, i): [number, number] => [70, i % 2 ? 70.2 : 69.8]);

	it('technical error: the root of half the mean square of the differences', () => {
		expect(technicalError(pairs(20))).toBeCloseTo(Math.sqrt(0.04 / 2), 12);
		expect(technicalError(pairs(19))).toEqual({ kind: 'unknown', reason: 'too-few' });
	});

	it('digit preference: 0 when all digits are as frequent, 100 when one is always read', () => {
		const even = Array.from({ length: 50 }, (_, i) => 60 + i / 10);
		expect(digitPreference(even)).toBe(0);
		expect(digitPreference(Array(50).fill(70))).toBeCloseTo(100, 12);
		expect(digitPreference(even.slice(1))).toEqual({ kind: 'unknown', reason: 'too-few' });
		// half end in 0, half in 5: χ² = 2·(25−5)²/5 + 8·5 = 200
		const halves = Array.from({ length: 50 }, (_, i) => (i % 2 ? 70 : 70.5));
		expect(digitPreference(halves)).toBeCloseTo(100 * Math.sqrt(200 / 450), 12);
	});

	it('digits of millimetres, and of values whose doubles lie beside the grid', () => {
		const mm = Array.from({ length: 50 }, (_, i) => 120 + (i % 10));
		expect(digitPreference(mm, 0)).toBe(0);
		const tricky = Array.from({ length: 50 }, (_, i) => (i % 10) * 0.1 + 8);
		expect(digitPreference(tricky)).toBe(0);
	});

	it('spread of z', () => {
		const z = Array.from({ length: 50 }, (_, i) => (i % 2 ? 1 : -1));
		expect(spreadOfZ(z)).toBeCloseTo(Math.sqrt(50 / 49), 12);
		expect(spreadOfZ(z.slice(1))).toEqual({ kind: 'unknown', reason: 'too-few' });
		expect(spreadOfZ(Array(50).fill(0.5))).toEqual({ kind: 'unknown', reason: 'no-spread' });
	});
});

describe('velocity', () => {
	const files = { weight: 'weight', length: 'length', head: 'headc' } as const;
	it.each(['weight', 'length', 'head'] as const)(
		'tables of %s give every published standard deviation to its last digit',
		(measure) => {
			const csv = readFileSync(`tests/fixtures/who/velocity_${files[measure]}.csv`, 'utf8');
			const rows = csv.trimEnd().split('\n').slice(1);
			expect(velocityTables[measure]).toHaveLength(rows.length);
			rows.forEach((row, i) => {
				const cells = row.split(',');
				const [sex, months, from, to, l, m, s, delta] = velocityTables[measure][i]!;
				expect([sex, months, from, to, l, m, s, delta].map(String)).toEqual(cells.slice(0, 8));
				cells.slice(8).forEach((published, k) => {
					// lines of −3 end at nothing: WHO prints 0 or 0.1 there
					const ends = 1 + l * s * (k - 3) <= 0;
					const value = ends
						? Math.min(Number(published), 0.1)
						: valueAt(k - 3, Float64Array.of(l, m, s), 0) - delta;
					const decimals = measure === 'weight' ? 0 : 1;
					expect(Math.abs(value - Number(published))).toBeLessThanOrEqual(
						0.5 * 10 ** -decimals + 1e-9
					);
				});
			});
		}
	);

	it('puts a published value where it was published', () => {
		const gain = { measure: 'weight', sex: 'm', from: '4wk', to: '2mo' } as const;
		expect(velocityZ({ ...gain, gained: 1196.347 }, velocityTables)).toEqual({
			kind: 'z',
			z: 0,
			unconfirmed: true
		});
		expect(velocityZ({ ...gain, gained: 615 }, velocityTables)).toMatchObject({ z: -2 });
	});

	it('says why there is none', () => {
		const gain = { measure: 'weight', sex: 'm', from: '4wk', to: '2mo', gained: 900 } as const;
		const why = (change: object) => velocityZ({ ...gain, ...change }, velocityTables);
		const unknown = (reason: string) => ({ kind: 'unknown', reason });
		expect(why({ sex: undefined })).toEqual(unknown('sex-missing'));
		expect(why({ gained: undefined })).toEqual(unknown('measure-missing'));
		expect(why({ gained: NaN })).toEqual(unknown('measure-missing'));
		expect(why({ to: '3mo' })).toEqual(unknown('interval-not-in-tables'));
		expect(why({ gained: -400 })).toEqual(unknown('loss-beyond-table'));
		expect(why({ gained: -399 })).toMatchObject({ kind: 'z' });
	});
});

describe('haemoglobin', () => {
	it.each<[HaemoglobinRule, number, number]>([
		['who-2024-formula', 3640, 24.5],
		['who-2024-bands', 3640, 25],
		['who-2024-formula', 4150, 28.6],
		['who-2024-bands', 4150, 29],
		['who-2024-formula', 250, 1.4],
		['who-2024-bands', 250, 0],
		['who-2024-bands', 499, 0],
		['who-2024-bands', 500, 4],
		['who-2024-bands', 5200, 33],
		['who-2011-bands', 999, 0],
		['who-2011-bands', 1000, 2],
		['who-2011-bands', 3640, 27],
		['who-2011-bands', 5200, 45]
	])('%s at %d m: %d g/L less', (rule, metres, grams) => {
		expect(Math.round(10 * altitudeAdjustment(metres, rule)) / 10).toBe(grams);
	});

	const child = { measured: 130, altitude: 3800, ageMonths: 12 };
	const bands = 'who-2024-bands';

	it.each([
		// cut-offs at sea level: 6–23, 24–59, 60–143, 144–179 months
		[12, 105, 'none'],
		[12, 104, 'mild'],
		[12, 95, 'mild'],
		[12, 94, 'moderate'],
		[12, 70, 'moderate'],
		[12, 69, 'severe'],
		[6, 104, 'mild'],
		[23.9, 105, 'none'],
		[24, 109, 'mild'],
		[24, 99, 'moderate'],
		[59.9, 110, 'none'],
		[60, 114, 'mild'],
		[60, 109, 'moderate'],
		[60, 79, 'severe'],
		[144, 119, 'mild'],
		[144, 120, 'none']
	])('%d months, %d g/L at sea level: %s', (ageMonths, measured, name) => {
		expect(haemoglobin({ measured, altitude: 0, ageMonths }, bands)).toMatchObject({
			class: name,
			unconfirmed: true
		});
	});

	it('depends on the rule: the same child at 3,800 m', () => {
		expect(haemoglobin(child, bands)).toMatchObject({ adjusted: 105, class: 'none', rule: bands });
		expect(haemoglobin(child, 'who-2011-bands')).toMatchObject({ adjusted: 103, class: 'mild' });
	});

	it('says why there is none', () => {
		const why = (change: object) => haemoglobin({ ...child, ...change }, bands);
		const unknown = (reason: string) => ({ kind: 'unknown', reason });
		expect(why({ measured: undefined })).toEqual(unknown('measure-missing'));
		expect(why({ measured: 0 })).toEqual(unknown('measure-missing'));
		expect(why({ measured: 400 })).toEqual(unknown('measure-missing'));
		expect(why({ altitude: undefined })).toEqual(unknown('altitude-missing'));
		expect(why({ altitude: -1 })).toEqual(unknown('altitude-missing'));
		expect(why({ altitude: 9000 })).toEqual(unknown('altitude-missing'));
		expect(why({ ageMonths: undefined })).toEqual(unknown('age-missing'));
		expect(why({ ageMonths: 5.9 })).toEqual(unknown('age-below-table'));
		expect(why({ ageMonths: 180 })).toEqual(unknown('age-above-table'));
	});
});
