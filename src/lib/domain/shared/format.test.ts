import { describe, expect, it } from 'vitest';
import type { Day } from './day.ts';
import { bytes, longDay, nearDay, number, shortDay, weekdayAndDay } from './format.ts';

const day = '2026-11-24' as Day;

describe('dates', () => {
	it('numeric form is the same in both languages', () => expect(shortDay(day)).toBe('24/11/2026'));
	it.each([
		['es', '24 de noviembre de 2026', 'martes, 24 de noviembre de 2026'],
		['ay', '24 nuwimri 2026', 'martisa, 24 nuwimri 2026']
	] as const)('%s', (locale, long, weekday) => {
		expect(longDay(day, locale)).toBe(long);
		expect(weekdayAndDay(day, locale)).toBe(weekday);
	});
	it.each([
		['1970-01-01', 'jueves, 1 de enero de 1970'],
		['1969-12-31', 'miércoles, 31 de diciembre de 1969'],
		['2024-02-29', 'jueves, 29 de febrero de 2024']
	])('%s', (d, text) => expect(weekdayAndDay(d as Day, 'es')).toBe(text));
	it.each([
		['2026-11-24', 'hoy', 'jichhüru'],
		['2026-11-23', 'ayer', 'wasüru'],
		['2026-11-22', '22/11/2026', '22/11/2026'],
		['2026-11-25', '25/11/2026', '25/11/2026']
	])('%s seen on 24 November', (d, es, ay) => {
		expect(nearDay(d as Day, day, 'es')).toBe(es);
		expect(nearDay(d as Day, day, 'ay')).toBe(ay);
	});
});

describe('numbers', () => {
	it.each([
		[8.5, 1, '8,5'],
		[8.1, 1, '8,1'],
		[-0.04, 1, '0,0'],
		[-2.5, 1, '−2,5'],
		[1234, 0, '1234'],
		[10_000, 0, '10\u202f000'],
		[1_234_567.8, 1, '1\u202f234\u202f567,8']
	])('%f with %i decimals', (value, decimals, text) => expect(number(value, decimals)).toBe(text));
	it.each([
		[20_000, '20 kB'],
		[700_000, '0,7 MB'],
		[2_240_000, '2,2 MB']
	])('%i bytes', (n, text) => expect(bytes(n)).toBe(text));
});
