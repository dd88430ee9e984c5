import { bare, type Dialect, type Line } from './csv.ts';

/** Says what is wrong with a row. */
export class BadRow extends Error {}

const MISSING = new Set(['', 'NA', 'na', '.', 'NULL']);
const SEX = new Map([
	['1', 1],
	['m', 1],
	['M', 1],
	['2', 2],
	['f', 2],
	['F', 2]
]);
const POSITION = new Map([
	['l', 1],
	['L', 1],
	['h', 2],
	['H', 2]
]);
const OEDEMA = new Map([
	['y', 1],
	['Y', 1],
	['1', 1],
	['n', 0],
	['N', 0],
	['2', 0]
]);
const UNIT = new Map([
	['d', 1],
	['D', 1],
	['m', 2],
	['M', 2]
]);

/** Reads cells by the name of their column; a column that the file does not have is missing everywhere. */
export class Cells {
	readonly #at: ReadonlyMap<string, number>;
	readonly dialect: Dialect;

	constructor(header: readonly string[], dialect: Dialect) {
		this.#at = new Map([...header].reverse().map((name, i) => [name, header.length - 1 - i]));
		this.dialect = dialect;
	}

	has(column: string): boolean {
		return this.#at.has(column);
	}

	/** The text of a cell, '' when it is missing. */
	text(line: Line, column: string): string {
		const at = this.#at.get(column);
		const raw = at === undefined ? '' : (line.cells[at] ?? '');
		const text = raw && bare(raw);
		return MISSING.has(text) ? '' : text;
	}

	/** NaN when missing. */
	number(line: Line, column: string): number {
		const text = this.text(line, column);
		if (!text) return NaN;
		const value = Number(this.dialect.decimalComma ? text.replace(',', '.') : text);
		if (!Number.isFinite(value)) throw new BadRow(`${column} is not a number: ${text}`);
		return value;
	}

	/** Never negative; NaN when missing. */
	age(line: Line, column: string): number {
		const age = this.number(line, column);
		if (age < 0) throw new BadRow(`${column} is negative: ${age}`);
		return age;
	}

	#code(line: Line, column: string, codes: ReadonlyMap<string, number>): number | undefined {
		const text = this.text(line, column);
		if (!text) return undefined;
		const code = codes.get(text);
		if (code === undefined) {
			throw new BadRow(`${column} is none of ${[...codes.keys()].join(' ')}: ${text}`);
		}
		return code;
	}

	/** 1 male, 2 female, 0 missing. */
	sex = (line: Line): number => this.#code(line, 'sex', SEX) ?? 0;
	/** 1 lying, 2 standing, 0 missing. */
	position = (line: Line): number => this.#code(line, 'measure', POSITION) ?? 0;
	/** 1 yes, 0 no or missing. */
	oedema = (line: Line): number => this.#code(line, 'oedema', OEDEMA) ?? 0;
	/** Whether the age is given in months; days when nothing is said. */
	inMonths = (line: Line): boolean => this.#code(line, 'age_unit', UNIT) === 2;
}
