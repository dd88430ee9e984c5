import { createHash } from 'node:crypto';
import { ALPHABET, BASE } from '../../src/lib/domain/growth/unpack.ts';

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

/** Differences taken `order` times; the first values stay so that sums undo it. */
function differences(values: readonly number[], order: number): number[] {
	let now = [...values];
	for (let k = 0; k < order; k++) {
		now = now.map((value, i) => (i > k ? value - (now[i - 1] ?? 0) : value));
	}
	return now;
}

/** Zig-zag, then digits of base 44, the least first; a letter of the upper half says "more follows". */
function letters(values: readonly number[]): string {
	let text = '';
	for (const value of values) {
		let left = value >= 0 ? 2 * value : -2 * value - 1;
		while (left >= BASE) {
			text += ALPHABET[BASE + (left % BASE)];
			left = Math.floor(left / BASE);
		}
		text += ALPHABET[left];
	}
	return text;
}

/** The order of differences that leaves the smallest numbers. */
function bestOrder(columns: readonly (readonly number[])[]): number {
	const weight = (order: number) =>
		columns
			.flatMap((values) => differences(values, order))
			.reduce((sum, value) => sum + Math.log2(1 + Math.abs(value)), 0);
	return [1, 2, 3].reduce((best, order) => (weight(order) < weight(best) ? order : best));
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
	const column = (half: readonly Row[], key: Column) => half.map((row) => row[key]);
	const orders = COLUMNS.map((key) => bestOrder(sexes.map((half) => column(half, key))));
	const digits = (half: readonly Row[]) =>
		COLUMNS.map((key, i) => letters(differences(column(half, key), orders[i] ?? 1))).join('');
	return [
		`// Made by scripts/growth-tables.ts from tests/fixtures/who/${name}.csv`,
		`// sha256 ${sha256(csv)}`,
		`import type { PackedTable } from '../unpack.ts';`,
		'',
		`export const ${name.replace(/_(\d+)_(\d+)/, '$1to$2')}: PackedTable = {`,
		`\tfirst: ${first},`,
		`\trows: ${male.length},`,
		`\torders: [${orders.join(', ')}],`,
		`\tmale: '${digits(male)}',`,
		`\tfemale: '${digits(female)}'`,
		'};',
		''
	].join('\n');
}
