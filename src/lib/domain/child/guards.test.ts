import { describe, expect, it } from 'vitest';
import { guardOf, type Read } from './guards.ts';

describe('a value is asked about before it is taken', () => {
	it.each<[Read, number, string, number?]>([
		['weight', 8.1, 'fine'],
		['weight', 0.9, 'fine'],
		['weight', 58, 'fine'],
		// 8100 on the keypad is 810,0: grams
		['weight', 810, 'meant', 8.1],
		['weight', 0.8, 'meant', 8],
		['weight', 70, 'impossible'],
		// 900 on the keypad: 90,0 kg or 900 g of a child born early
		['weight', 90, 'meant', 0.9],
		['length', 68, 'fine'],
		['length', 38, 'fine'],
		['length', 150, 'fine'],
		// 68 on the keypad is 6,8: whole centimetres without their decimal
		['length', 6.8, 'meant', 68],
		['length', 10.5, 'meant', 105],
		// 0,68 m
		['length', 0.6, 'meant', 60],
		['length', 2, 'impossible'],
		['length', 160, 'impossible'],
		['arm', 112, 'fine'],
		['arm', 60, 'fine'],
		['arm', 300, 'fine'],
		['arm', 11, 'meant', 110],
		['arm', 13, 'meant', 130],
		['arm', 5, 'impossible'],
		['arm', 400, 'impossible']
	])('%s %d: %s', (measure, value, kind, meant) => {
		expect(guardOf(measure, value)).toMatchObject(meant === undefined ? { kind } : { kind, meant });
	});

	it('keeps as read what a scale can show, and not what nobody can have read', () => {
		expect(guardOf('weight', 70)).toMatchObject({ kept: true, least: 0.9, most: 58 });
		expect(guardOf('weight', 300)).toMatchObject({ kept: false });
		expect(guardOf('length', 2)).toMatchObject({ kept: false });
		expect(guardOf('arm', 400)).toMatchObject({ kept: true });
	});
});
