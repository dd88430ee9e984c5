import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	dayAt,
	dayFromNumber,
	dayNumber,
	daysBetween,
	parseDay,
	type Day
} from './day.ts';

describe('parseDay', () => {
	it.each([
		['2026-11-24', true],
		['2024-02-29', true],
		['2026-02-29', false],
		['1900-02-29', false],
		['2000-02-29', true],
		['2026-02-30', false],
		['2026-04-31', false],
		['2026-13-01', false],
		['2026-00-10', false],
		['2026-1-1', false],
		['24/11/2026', false],
		['', false]
	])('%s → %s', (text, good) => expect(parseDay(text) !== null).toBe(good));
});

describe('day numbers', () => {
	it.each([
		['1970-01-01', 0],
		['1969-12-31', -1],
		['2000-03-01', 11_017],
		['2024-02-29', 19_782],
		['2026-11-24', 20_781]
	])('%s is %i days after 1970', (day, n) => expect(dayNumber(day as Day)).toBe(n));

	it('agrees with the calendar of the platform over 600 years', () => {
		fc.assert(
			fc.property(fc.integer({ min: -140_000, max: 80_000 }), (n) => {
				const day = dayFromNumber(n);
				expect(day).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
				expect(dayNumber(day)).toBe(n);
			})
		);
	});
});

it('a day begins in La Paz at 04:00 UTC', () => {
	expect(dayAt(Date.UTC(2026, 10, 24, 3, 59))).toBe('2026-11-23');
	expect(dayAt(Date.UTC(2026, 10, 24, 4, 0))).toBe('2026-11-24');
});

it('counts days across a leap day', () => {
	const from = '2024-02-28' as Day;
	expect(daysBetween(from, '2024-03-01' as Day)).toBe(2);
	expect(addDays(from, 2)).toBe('2024-03-01');
});
