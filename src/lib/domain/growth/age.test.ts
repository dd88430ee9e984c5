import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseDay, type Day } from '../shared/day.ts';
import { ageFromDays, ageFromMonths, ageOn, completedMonths } from './age.ts';
import { ageWindow, bornAround, bornInMonthOf } from './birth.ts';

// thousands of cases: slow on a busy machine
vi.setConfig({ testTimeout: 60_000 });

const day = (text: string): Day => parseDay(text)!;

describe('an age', () => {
	it.each([
		[730.49, 730],
		[730.5, 731],
		[730.51, 731],
		[0, 0],
		[0.5, 1],
		[1826.2, 1826]
	])('of %d days lies in row %d', (days, row) => {
		expect(ageFromDays(days).days).toBe(row);
	});

	it.each([
		[24, 731],
		[23.983, 730],
		[9, 274],
		[60, 1826],
		[0, 0]
	])('of %d months lies in row %d', (months, row) => {
		expect(ageFromMonths(months)).toEqual({ days: row, months });
	});

	it('keeps its months unrounded', () => {
		expect(ageFromDays(1826).months).toBe(1826 / 30.4375);
		expect(ageFromDays(1826.25).months).toBe(60);
		expect(ageFromDays(273).months).toBeLessThan(9);
		expect(ageFromDays(274).months).toBeGreaterThan(9);
	});
});

describe('an age from civil dates', () => {
	const zone = process.env.TZ;
	afterEach(() => {
		if (zone === undefined) delete process.env.TZ;
		else process.env.TZ = zone;
	});

	const DAYS = 24 * 3600 * 1000;
	const civil = (ms: number) => new Date(ms).toISOString().slice(0, 10);
	const some = fc.integer({ min: Date.UTC(1999, 0, 1) / DAYS, max: Date.UTC(2101, 0, 1) / DAYS });

	it.each(['America/La_Paz', 'UTC', 'Pacific/Kiritimati', 'America/Santiago'])(
		'is the same with the clock set to %s',
		(name) => {
			process.env.TZ = name;
			fc.assert(
				fc.property(some, fc.integer({ min: -400, max: 2000 }), (birth, age) => {
					const [born, seen] = [day(civil(birth * DAYS)), day(civil((birth + age) * DAYS))];
					expect(ageOn(born, seen).days).toBe(age);
				})
			);
		}
	);

	it.each([
		['2024-02-28', '2024-03-01', 2],
		['2023-02-28', '2023-03-01', 1],
		['2024-02-29', '2025-02-28', 365],
		['2024-02-29', '2028-02-29', 1461],
		['2099-12-31', '2100-03-01', 60],
		['2024-11-24', '2024-11-24', 0],
		['2024-11-25', '2024-11-24', -1]
	])('born %s, seen %s: %d days', (born, seen, days) => {
		expect(ageOn(day(born), day(seen)).days).toBe(days);
	});

	it.each([
		['2024-02-29', '2025-02-28', 11],
		['2024-02-29', '2025-03-01', 12],
		['2024-01-31', '2024-02-29', 0],
		['2024-01-15', '2026-01-15', 24],
		['2024-01-15', '2026-01-14', 23]
	])('born %s, seen %s: %d calendar months completed', (born, seen, months) => {
		expect(completedMonths(day(born), day(seen))).toBe(months);
	});
});

describe('a birth date that is only roughly known', () => {
	const visit = day('2026-11-24');

	it('gives a window of ages', () => {
		expect(ageWindow({ kind: 'exact', day: day('2026-11-20') }, visit)).toEqual({
			youngest: 4,
			oldest: 4
		});
		expect(ageWindow(bornInMonthOf(day('2026-02-15')), visit)).toEqual({
			youngest: 269,
			oldest: 296
		});
		expect(ageWindow(bornInMonthOf(day('2024-02-01')), day('2024-03-01'))).toEqual({
			youngest: 1,
			oldest: 29
		});
		expect(ageWindow(bornAround(day('2026-06-24'), 15), visit)).toEqual({
			youngest: 138,
			oldest: 168
		});
	});

	it('ends at the visit: nobody is measured before birth', () => {
		expect(ageWindow(bornInMonthOf(day('2026-11-01')), visit)).toEqual({ youngest: 0, oldest: 23 });
	});

	it('keeps a birth after the visit negative', () => {
		expect(ageWindow(bornInMonthOf(day('2026-12-01')), visit)).toEqual({
			youngest: -7,
			oldest: -7
		});
		expect(ageWindow({ kind: 'exact', day: day('2026-11-25') }, visit)).toEqual({
			youngest: -1,
			oldest: -1
		});
	});

	it('is told as a range of days, both included', () => {
		expect(bornInMonthOf(day('2024-02-15'))).toEqual({
			kind: 'between',
			first: '2024-02-01',
			last: '2024-02-29'
		});
		expect(bornInMonthOf(day('2026-12-31'))).toMatchObject({
			first: '2026-12-01',
			last: '2026-12-31'
		});
		expect(bornAround(day('2026-01-05'), 10)).toEqual({
			kind: 'between',
			first: '2025-12-26',
			last: '2026-01-15'
		});
	});

	it('is no less useful for an older child', () => {
		const { youngest, oldest } = ageWindow(bornAround(day('2022-11-24'), 10), visit)!;
		expect([youngest, oldest]).toEqual([1451, 1471]);
	});

	it('of up to five years is still a window', () => {
		const since = (first: string) =>
			ageWindow({ kind: 'between', first: day(first), last: visit }, visit);
		expect(since('2021-11-24')).toEqual({ youngest: 0, oldest: 1826 });
		expect(since('2021-11-23')).toBeUndefined();
	});

	it('says nothing when nothing is known, or next to nothing', () => {
		expect(ageWindow({ kind: 'unknown' }, visit)).toBeUndefined();
		expect(
			ageWindow({ kind: 'between', first: day('2020-01-01'), last: visit }, visit)
		).toBeUndefined();
	});
});
