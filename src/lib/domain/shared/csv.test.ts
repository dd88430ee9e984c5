import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

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
