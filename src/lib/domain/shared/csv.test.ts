import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { csvOf, rowsOf } from './csv.ts';

describe('a table for a spreadsheet', () => {
	it.each([
		['Ñuñez', 'Ñuñez'],
		['a,b', '"a,b"'],
		['she said "yes"', '"she said ""yes"""'],
		['two\nlines', '"two\nlines"'],
		['=1+1', "'=1+1"],
		['@SUM(A1)', "'@SUM(A1)"],
		['-cmd', "'-cmd"],
		['-2.5', '-2.5'],
		['', '']
	])('writes %j as %j', (value, written) => {
		expect(csvOf([[value]])).toBe(`\uFEFF${written}\r\n`);
	});

	it('keeps numbers and the order of rows', () => {
		expect(
			csvOf([
				['n', 'of'],
				[3, 4.5]
			])
		).toBe('\uFEFFn,of\r\n3,4.5\r\n');
	});
});

describe('reading what was written', () => {
	it('changes nothing: no name, no accent, no formula, no quote', () => {
		const cell = fc.oneof(
			fc.string(),
			fc.constantFrom('Ñusta Núñez', '=1+1', "'=1", '-5', '+591', '@x', 'a,b;c', '"', '\r\n', '')
		);
		const rows = fc
			.integer({ min: 1, max: 5 })
			.chain((width) =>
				fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 })
			);
		fc.assert(fc.property(rows, (given) => void expect(rowsOf(csvOf(given))).toEqual(given)));
	});

	it('takes the semicolons of a Spanish spreadsheet', () => {
		expect(rowsOf('comunidad;grupo\r\nHuarina;Qhana\r\n')).toEqual([
			['comunidad', 'grupo'],
			['Huarina', 'Qhana']
		]);
	});

	it('of no text is no row', () => {
		expect(rowsOf('')).toEqual([]);
		expect(rowsOf('\uFEFF')).toEqual([]);
	});
});
