import { describe, expect, it } from 'vitest';
import type { Day } from '../shared/day.ts';
import { spokenAge } from './age.ts';
import { byNeed, faceOfClass, standingOf } from './due.ts';

const day = (text: string) => text as Day;
const today = day('2026-11-24');

describe('an age as people say it', () => {
	it.each([
		['2026-11-24', { kind: 'days', days: 0 }],
		['2026-10-30', { kind: 'days', days: 25 }],
		['2026-10-24', { kind: 'months', from: 1, to: 1 }],
		['2025-09-30', { kind: 'months', from: 13, to: 13 }],
		['2024-11-25', { kind: 'months', from: 23, to: 23 }],
		['2024-11-24', { kind: 'years', years: 2, months: 0 }],
		['2023-06-01', { kind: 'years', years: 3, months: 5 }],
		['2026-11-25', { kind: 'unborn' }]
	])('born %s', (born, age) => {
		expect(spokenAge({ kind: 'exact', day: day(born) }, today)).toEqual(age);
	});

	it('has two ends where the birth is not known to the day, and none where it is not known', () => {
		const birth = { kind: 'between', first: day('2025-12-01'), last: day('2026-03-31') } as const;
		expect(spokenAge(birth, today)).toEqual({ kind: 'months', from: 7, to: 11 });
		expect(spokenAge({ kind: 'unknown' }, today)).toEqual({ kind: 'unknown' });
	});
});

describe('the list', () => {
	it('knows who is due, late, or was never measured', () => {
		expect(standingOf(today, today)).toBe('today');
		expect(standingOf(day('2026-11-15'), today)).toBe('late');
		expect(standingOf(day('2026-12-01'), today)).toBe('later');
		expect(standingOf(null, today)).toBe('never');
	});

	it('puts first who needs it most, then who waits longest', () => {
		const one = (name: string, due: string | null) => ({
			class: name || undefined,
			due: due ? day(due) : null,
			name: `${name} ${due}`
		});
		const order = [
			one('sam', '2026-11-26'),
			one('faltering', '2026-11-10'),
			one('stunted', '2026-12-10'),
			one('', null),
			one('grows-well', '2026-10-01'),
			one('grows-well', '2026-12-24')
		];
		expect([...order].reverse().sort(byNeed)).toEqual(order);
	});

	it('a class of a later version asks to measure again', () => {
		expect(faceOfClass('sam')).toBe('refer');
		expect(faceOfClass('class-of-2030')).toBe('again');
	});
});
