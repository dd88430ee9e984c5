import { ageFromMonths, DAYS_PER_MONTH } from '../../src/lib/domain/growth/age.ts';
import { allTables } from '../../src/lib/domain/growth/all-tables.ts';
import { underFiveBatch } from '../../src/lib/domain/growth/batch.ts';
import { newColumns, newScores, type Columns } from '../../src/lib/domain/growth/columns.ts';
import type { Indicator } from '../../src/lib/domain/growth/indicators.ts';
import type { Cells } from './cells.ts';
import type { Line } from './csv.ts';
import { Print } from './print.ts';
import { attempt, type Addition, type Blame } from './table.ts';

/** The order of the output columns. */
const NAMES: readonly (readonly [Indicator, string])[] = [
	['lfa', 'len'],
	['wfa', 'wei'],
	['wfl', 'wfl'],
	['bfa', 'bmi'],
	['hcfa', 'hc'],
	['acfa', 'ac'],
	['tsfa', 'ts'],
	['ssfa', 'ss']
];
const MEASURES = [
	['weight', 'weight'],
	['length', 'lenhei'],
	['head', 'headc'],
	['arm', 'armc'],
	['triceps', 'triskin'],
	['subscapular', 'subskin']
] as const;
const POSITIONS = ['', 'l', 'h'];

type Writable = Columns & { months: Float64Array };
const columnsFor = (size: number): Writable => ({
	...newColumns(size),
	months: new Float64Array(size)
});

/** Ages in days as given; ages in months keep their months, which decide the limits. */
function readAge(line: Line, cells: Cells, { columns, row }: { columns: Writable; row: number }) {
	const inDays = cells.has('age_days') && !cells.has('age');
	const age = cells.age(line, inDays ? 'age_days' : 'age');
	const inMonths = !inDays && cells.inMonths(line);
	columns.days[row] = inMonths ? age * DAYS_PER_MONTH : age;
	columns.months[row] = inMonths ? ageFromMonths(age).months : age / DAYS_PER_MONTH;
}

/** One row of a survey into the columns; throws BadRow. */
export function readChild(line: Line, cells: Cells, into: { columns: Writable; row: number }) {
	const { columns, row } = into;
	columns.sex[row] = cells.sex(line);
	columns.position[row] = cells.position(line);
	columns.oedema[row] = cells.oedema(line);
	readAge(line, cells, into);
	for (const [measure, column] of MEASURES) columns[measure][row] = cells.number(line, column);
}

class UnderFiveAddition implements Addition {
	readonly inputs = [
		'sex',
		'age',
		'age_days',
		'weight',
		'lenhei',
		'headc',
		'armc',
		'triskin',
		'subskin'
	];
	readonly outputs = [
		'out_age_days',
		'out_clenhei',
		'out_cmeasure',
		'out_c9mo_flag',
		'out_cbmi',
		'out_csex',
		...NAMES.flatMap(([, name]) => [`z${name}`, `f${name}`])
	];
	#columns = columnsFor(0);
	#scores = newScores(0);

	#room(size: number): Writable {
		if (this.#columns.sex.length < size) {
			this.#columns = columnsFor(size);
			this.#scores = newScores(size);
		}
		return { ...this.#columns, size };
	}

	#text(row: number, { sex }: Columns, print: Print): string {
		const scores = this.#scores;
		const s = sex[row] ?? 0;
		let text =
			print.number(scores.ageDays[row] ?? NaN) +
			print.delimiter +
			print.number(scores.usedLength[row] ?? NaN) +
			print.delimiter +
			(POSITIONS[scores.position[row] ?? 0] ?? '') +
			print.delimiter +
			(scores.standingIgnored[row] ? '1' : '0') +
			print.delimiter +
			print.number(scores.bmi[row] ?? NaN) +
			print.delimiter +
			(s ? String(s) : '');
		for (const [indicator] of NAMES) {
			const z = print.z(scores.z[indicator][row] ?? NaN);
			const flag = z && (scores.status[indicator][row] === 1 ? '1' : '0');
			text += print.delimiter + z + print.delimiter + flag;
		}
		return text;
	}

	compute(lines: readonly Line[], cells: Cells, blame: Blame): string[] {
		const columns = this.#room(lines.length);
		const read = lines.map((line, row) =>
			attempt(row, blame, () => readChild(line, cells, { columns, row }))
		);
		underFiveBatch(columns, allTables, { out: this.#scores });
		const print = new Print(cells.dialect);
		return read.map((good, row) => (good ? this.#text(row, columns, print) : ''));
	}
}

/** z-scores from birth to five years, columns of golden.csv. */
export const underFiveAddition = (): Addition => new UnderFiveAddition();
