import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { allTables } from '../src/lib/domain/growth/all-tables.ts';
import { restrictedValueAt } from '../src/lib/domain/growth/lms.ts';
import { tableOf, type PackedTable } from '../src/lib/domain/growth/unpack.ts';
import { packedModule, rowsOf, sha256 } from './growth-tables/pack.ts';

const SOURCES = 'tests/fixtures/who';
const MODULES = 'src/lib/domain/growth/tables';
const read = (file: string) => readFileSync(file, 'utf8');

const files: Record<string, [file: string, perUnit: number]> = {
	wfa: ['wfa', 1],
	lfa: ['lfa', 1],
	bfa: ['bfa', 1],
	hcfa: ['hcfa', 1],
	acfa: ['acfa', 1],
	tsfa: ['tsfa', 1],
	ssfa: ['ssfa', 1],
	wfl: ['wfl', 10],
	wfh: ['wfh', 10],
	wfa5to10: ['wfa_5_10', 1],
	hfa5to19: ['hfa_5_19', 1],
	bfa5to19: ['bfa_5_19', 1]
};
const named = Object.entries(allTables) as [string, PackedTable][];
const sexes = ['m', 'f'] as const;

it('the sources are the ones their checksums name', () => {
	const listed = read(`${SOURCES}/SHA256SUMS`).trimEnd().split('\n');
	expect(listed).toHaveLength(19);
	for (const line of listed) {
		const [sum, file] = line.split('  ');
		expect(`${file} ${sha256(read(`${SOURCES}/${file}`))}`).toBe(`${file} ${sum}`);
	}
});

describe.each(named)('table %s', (name, packed) => {
	const [file, perUnit] = files[name]!;
	const source = rowsOf(read(`${SOURCES}/${file}.csv`)).map((cells) => cells.map(Number));

	it('is what the generator makes of its source', () => {
		const module = `${MODULES}/${file.replaceAll('_', '-')}.ts`;
		expect(read(module)).toBe(packedModule(file, read(`${SOURCES}/${file}.csv`), perUnit));
	});

	it('gives back every number of its source, bit for bit', () => {
		const wrong: string[] = [];
		for (const [sex, x, ...lms] of source) {
			const table = tableOf(packed, sex === 1 ? 'm' : 'f');
			const at = 3 * (Math.round(x! * perUnit) - table.first);
			lms.forEach((value, c) => {
				if (table.lms[at + c] !== value) wrong.push(`${sex} ${x}`);
			});
		}
		expect(wrong).toEqual([]);
		expect(source).toHaveLength(2 * packed.rows);
	});

	it('has curves that never cross, in every row', () => {
		const wrong: string[] = [];
		for (const sex of sexes) {
			const { lms } = tableOf(packed, sex);
			for (let at = 0; at < lms.length; at += 3) {
				let below = 0;
				for (const k of [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]) {
					const value = restrictedValueAt(k, lms, at);
					// a lower line may fall to nothing far outside, never back
					if (k >= -3 ? value <= Math.max(below, 0) : value <= below && below > 0) {
						wrong.push(`${sex} ${at / 3} at ${k}`);
					}
					below = value;
				}
			}
		}
		expect(wrong).toEqual([]);
	});

	it('moves by small steps from row to row, but for the change from lying to standing', () => {
		const jumps: string[] = [];
		for (const sex of sexes) {
			const { lms, first } = tableOf(packed, sex);
			for (let at = 3; at < lms.length; at += 3) {
				for (const k of [-3, 0, 3]) {
					const was = restrictedValueAt(k, lms, at - 3);
					const step = Math.abs(restrictedValueAt(k, lms, at) - was) / was;
					if (step > 0.03) jumps.push(`${sex} ${first + at / 3} at ${k}`);
				}
			}
		}
		expect(jumps).toEqual([]);
	});
});

it('all tables together weigh less than 150 kB compressed', () => {
	const text = readdirSync(MODULES)
		.map((file) => read(`${MODULES}/${file}`))
		.join('');
	expect(gzipSync(text, { level: 9 }).length).toBeLessThan(150_000);
});
