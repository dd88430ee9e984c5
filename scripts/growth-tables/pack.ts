import { createHash } from 'node:crypto';
import { BASE, BLOCK, ZERO } from '../../src/lib/domain/growth/unpack.ts';

type Column = 'l' | 'm' | 's';
type Row = Record<Column | 'sex' | 'x', number>;

const COLUMNS: readonly Column[] = ['l', 'm', 's'];
const SCALE: Record<Column, number> = { l: 10_000, m: 10_000, s: 100_000 };

/** SHA-256 of a source file, written at the head of its module. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function rowsOf(csv: string): string[][] {
	return csv
		.trimEnd()
		.split('\n')
		.slice(1)
		.map((line) => line.split(','));
}

/** The whole number of 1/scale that the decimal text means; refuses what is no such number. */
function whole(text: string, scale: number): number {
	const units = Math.round(Number(text) * scale);
	if (units / scale !== Number(text)) throw new Error(`${text} is not a multiple of 1/${scale}`);
	return units;
}

function parse(csv: string, perUnit: number): Row[] {
	return rowsOf(csv).map(([sex, x, l, m, s]) => ({
		sex: Number(sex),
		x: whole(x ?? '', perUnit),
		l: whole(l ?? '', SCALE.l),
		m: whole(m ?? '', SCALE.m),
		s: whole(s ?? '', SCALE.s)
	}));
}

/** The first value, the first difference, then differences of differences. */
function differences(values: readonly number[]): number[] {
	return values.map((value, i) => {
		const [one = 0, two = 0] = [values[i - 1], values[i - 2]];
		return i === 0 ? value : i === 1 ? value - one : value - 2 * one + two;
	});
}

const digit = (value: number) => String.fromCharCode(ZERO + value).replace('\\', '\\\\');

/** Zig-zag, then digits, the least first; a digit of BASE and more says that another follows. */
function written(values: readonly number[]): string {
	let text = '';
	for (const value of values) {
		let left = value >= 0 ? 2 * value : -2 * value - 1;
		while (left >= BASE) {
			text += digit(BASE + (left % BASE));
			left = Math.floor(left / BASE);
		}
		text += digit(left);
	}
	return text;
}

function blocksOf<T>(rows: readonly T[]): T[][] {
	return Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, i) =>
		rows.slice(i * BLOCK, (i + 1) * BLOCK)
	);
}

/** The module of one LMS table: both sexes must have the same x, without gaps. */
export function packedModule(name: string, csv: string, perUnit: number): string {
	const rows = parse(csv, perUnit);
	const sexes = [1, 2].map((sex) => rows.filter((row) => row.sex === sex));
	const [male, female] = sexes;
	const first = male?.[0]?.x;
	if (first === undefined || !male || !female || male.length !== female.length) {
		throw new Error(`${name}: the two sexes differ in length`);
	}
	for (const half of sexes) {
		half.forEach((row, i) => {
			if (row.x !== first + i) throw new Error(`${name}: gap at ${row.x}`);
		});
	}
	const block = (part: readonly Row[]) =>
		COLUMNS.map((key) => written(differences(part.map((row) => row[key])))).join('');
	const digits = (half: readonly Row[]) => blocksOf(half).map(block).join(' ');
	return [
		`// Made by scripts/growth-tables.ts from tests/fixtures/who/${name}.csv`,
		`// sha256 ${sha256(csv)}`,
		`import type { PackedTable } from '../unpack.ts';`,
		'',
		`export const ${name.replace(/_(\d+)_(\d+)/, '$1to$2')}: PackedTable = {`,
		`\tfirst: ${first},`,
		`\trows: ${male.length},`,
		`\tmale: '${digits(male)}',`,
		`\tfemale: '${digits(female)}'`,
		'};',
		''
	].join('\n');
}
