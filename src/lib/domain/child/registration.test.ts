import { describe, expect, it } from 'vitest';
import type { Day } from '../shared/day.ts';
import { birthFields, birthFrom, isTooWide, type BirthForm } from './registration.ts';

const today = '2026-11-24' as Day;
const form = (more: Partial<BirthForm>): BirthForm => ({
	found: 'card',
	day: '',
	year: 2025,
	month: 10,
	season: null,
	event: null,
	beside: 'about',
	...more
});

describe('the birth of a child who is registered', () => {
	it.each<[string, Partial<BirthForm>, unknown]>([
		['nothing chosen', { found: null }, 'missing'],
		['a paper without a day', {}, 'missing'],
		['a day that is none', { day: '2025-02-30' }, 'no-date'],
		['tomorrow', { day: '2026-11-25' }, 'future'],
		['today', { day: '2026-11-24' }, { kind: 'exact', day: today }],
		['a year long ago', { day: '1925-10-02' }, 'too-old'],
		['a paper', { found: 'certificate', day: '2025-10-02' }, { kind: 'exact', day: '2025-10-02' }],
		['no season chosen', { found: 'season' }, 'missing'],
		['no feast chosen', { found: 'event' }, 'missing'],
		['a month', { found: 'month' }, { kind: 'between', first: '2025-10-01', last: '2025-10-31' }],
		['a month to come', { found: 'month', year: 2026, month: 12 }, 'future'],
		[
			'this month ends today',
			{ found: 'month', year: 2026, month: 11 },
			{ kind: 'between', first: '2026-11-01', last: today }
		],
		[
			'a feast',
			{ found: 'event', event: 'san-juan', beside: 'before' },
			{ kind: 'between', first: '2025-05-25', last: '2025-06-23' }
		],
		['nobody knows', { found: 'unknown' }, { kind: 'unknown' }]
	])('%s', (_name, more, birth) => {
		expect(birthFrom(form(more), today)).toEqual(birth);
	});

	it('of a season is too wide for a result of the length, of a month it is not', () => {
		const day = (text: string) => text as Day;
		const wide = { kind: 'between', first: day('2025-12-01'), last: day('2026-03-31') } as const;
		const month = { kind: 'between', first: day('2025-10-01'), last: day('2025-10-31') } as const;
		expect(isTooWide(wide, today)).toBe(true);
		expect(isTooWide(month, today)).toBe(false);
		expect(isTooWide({ kind: 'unknown' }, today)).toBe(true);
	});

	it('is written as a range, and how it was found', () => {
		const exact = { kind: 'exact', day: today } as const;
		expect(birthFields(exact, 'card')).toEqual({ bornFrom: today, bornTo: today, bornHow: 'card' });
		expect(birthFields({ kind: 'unknown' }, 'unknown')).toEqual({ bornHow: 'unknown' });
		expect(birthFields({ kind: 'between', first: today, last: today }, 'season')).toMatchObject({
			bornHow: 'calendar'
		});
	});
});
