import { describe, expect, it } from 'vitest';
import type { Day } from '../shared/day.ts';
import { bornBeside, bornInMonth, bornInSeason, easter, eventDay, untilToday } from './events.ts';

describe('the calendar of births', () => {
	it.each([
		[2019, '2019-04-21'],
		[2024, '2024-03-31'],
		[2025, '2025-04-20'],
		[2026, '2026-04-05'],
		[2027, '2027-03-28'],
		[2038, '2038-04-25']
	])('Easter of %i is on %s', (year, day) => {
		expect(easter(year)).toBe(day);
	});

	it('knows carnival by Easter and the other feasts by their date', () => {
		expect(eventDay('carnival', 2025)).toBe('2025-03-02');
		expect(eventDay('aymara-new-year', 2026)).toBe('2026-06-21');
	});

	it.each([
		['before', '2025-10-03', '2025-11-01'],
		['about', '2025-10-26', '2025-11-09'],
		['after', '2025-11-03', '2025-12-02']
	] as const)('born %s All Saints', (beside, first, last) => {
		expect(bornBeside('all-saints', 2025, beside)).toEqual({ kind: 'between', first, last });
	});

	it.each([
		['rain', '2025-12-01', '2026-03-31'],
		['frost', '2025-05-01', '2025-08-31'],
		['dry', '2025-08-01', '2025-11-30']
	] as const)('born in the season of %s', (season, first, last) => {
		expect(bornInSeason(season, 2025)).toEqual({ kind: 'between', first, last });
	});

	it('a month has all its days', () => {
		expect(bornInMonth(2024, 2)).toEqual({
			kind: 'between',
			first: '2024-02-01',
			last: '2024-02-29'
		});
		expect(bornInMonth(2025, 12)).toMatchObject({ last: '2025-12-31' });
	});

	it('nobody is born after today', () => {
		const today = '2026-01-10' as Day;
		expect(untilToday(bornInSeason('rain', 2025), today)).toMatchObject({ last: today });
		expect(untilToday(bornInMonth(2026, 2), today)).toBeNull();
		expect(untilToday({ kind: 'between', first: today, last: '2026-02-01' as Day }, today)).toEqual(
			{
				kind: 'exact',
				day: today
			}
		);
	});
});
