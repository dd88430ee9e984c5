import { HEIGHT_FROM_DAYS, SCHOOL_FROM_MONTHS } from './age.ts';
import { prepare } from './batch-prepare.ts';
import { reasonFor } from './batch-reason.ts';
import { newScores, STANDING, LYING, type Columns, type Scores } from './columns.ts';
import { INDICATORS, isFlagged, RULES, type Indicator, type Tables } from './indicators.ts';
import { lmsAtLength } from './interpolate.ts';
import { lengthTable } from './length.ts';
import { lmsZ, restrictedZ, round2 } from './lms.ts';
import { FEMALE_ROWS, pairOf, tableOf, type PackedTable, type Table } from './unpack.ts';

interface Job {
	readonly columns: Columns;
	readonly out: Scores;
	readonly tables: Tables;
	/** Day of life + FEMALE_ROWS for girls: the row of a pair of tables; −1 where sex or age is none. */
	readonly rows: Int32Array;
}

function measureOf({ columns, out }: Job, indicator: Indicator): Float64Array {
	switch (indicator) {
		case 'lfa':
			return out.usedLength;
		case 'bfa':
			return out.bmi;
		case 'hcfa':
			return columns.head;
		case 'acfa':
			return columns.arm;
		case 'tsfa':
			return columns.triceps;
		case 'ssfa':
			return columns.subscapular;
		default:
			return columns.weight;
	}
}

/** A row that has no z: NaN and the code of the reason. */
function refuse({ columns, out, tables }: Job, indicator: Indicator, row: number): void {
	out.z[indicator][row] = NaN;
	out.status[indicator][row] = reasonFor(columns, out, { indicator, row, tables });
}

/** The loop that surveys spend their time in: few array reads per row, no branch that cannot be guessed. */
function forAge(job: Job, indicator: Exclude<Indicator, 'wfl'>): void {
	const packed = job.tables[indicator];
	const rule = RULES[indicator];
	const { restricted, notWithOedema } = rule;
	const { rows, columns } = job;
	const { oedema, size } = columns;
	const [y, z, status] = [
		measureOf(job, indicator),
		job.out.z[indicator],
		job.out.status[indicator]
	];
	const first = packed ? packed.first : Infinity;
	const last = packed ? packed.first + packed.rows - 1 : -1;
	const lms = packed ? pairOf(packed) : new Float64Array(0);
	status.fill(0);
	for (let i = 0; i < size; i++) {
		const value = y[i] ?? NaN;
		const row = rows[i] ?? -1;
		const day = row & (FEMALE_ROWS - 1);
		if (
			row >= 0 &&
			day >= first &&
			day <= last &&
			value > 0 &&
			value < Infinity &&
			!(notWithOedema && oedema[i] === 1)
		) {
			const at = 3 * (row - first);
			const rounded = round2(restricted ? restrictedZ(value, lms, at) : lmsZ(value, lms, at));
			z[i] = rounded;
			if (isFlagged(rounded, rule)) status[i] = 1;
		} else refuse(job, indicator, i);
	}
}

/** Which table a row is compared with. */
function lengthTableOf({ columns, out, rows }: Job, i: number): 'wfl' | 'wfh' | undefined {
	const row = rows[i] ?? -1;
	if (row >= 0) return (row & (FEMALE_ROWS - 1)) < HEIGHT_FROM_DAYS ? 'wfl' : 'wfh';
	if (columns.sex[i] === 0 || !Number.isNaN(out.ageDays[i] ?? NaN)) return undefined;
	const how = out.position[i];
	const position = how === LYING ? 'lying' : how === STANDING ? 'standing' : undefined;
	return lengthTable(out.usedLength[i] ?? NaN, position, undefined);
}

const both = (packed: PackedTable | undefined): readonly Table[] =>
	packed ? [tableOf(packed, 'm'), tableOf(packed, 'f')] : [];

function forLength(job: Job): void {
	const { columns, out, tables } = job;
	const { sex, weight, oedema, size } = columns;
	const [z, status] = [out.z.wfl, out.status.wfl];
	const scratch = new Float64Array(3);
	const sexes = { wfl: both(tables.wfl), wfh: both(tables.wfh) };
	status.fill(0);
	for (let i = 0; i < size; i++) {
		const kg = weight[i] ?? NaN;
		const cm = out.usedLength[i] ?? NaN;
		const name = lengthTableOf(job, i);
		const table = name && sexes[name][(sex[i] ?? 0) - 1];
		if (
			table &&
			kg > 0 &&
			kg < Infinity &&
			cm >= table.first / 10 &&
			cm <= table.last / 10 &&
			oedema[i] !== 1
		) {
			const rounded = round2(restrictedZ(kg, lmsAtLength(scratch, table, cm), 0));
			z[i] = rounded;
			if (isFlagged(rounded, RULES.wfl)) status[i] = 1;
		} else refuse(job, 'wfl', i);
	}
}

function rowsOf({ sex, size }: Columns, { ageDays, ageMonths }: Scores): Int32Array {
	const rows = new Int32Array(size);
	for (let i = 0; i < size; i++) {
		const days = ageDays[i] ?? NaN;
		const s = sex[i] ?? 0;
		const known = s !== 0 && days >= 0 && (ageMonths[i] ?? NaN) < SCHOOL_FROM_MONTHS;
		rows[i] = known ? days + FEMALE_ROWS * (s - 1) : -1;
	}
	return rows;
}

/**
 * z-scores of many children under five at once, the same to the last bit as underFive() of each.
 * `out` may be used again for columns of the same or a smaller size.
 */
export function underFiveBatch(
	columns: Columns,
	tables: Tables,
	options: { readonly indicators?: readonly Indicator[]; readonly out?: Scores } = {}
): Scores {
	const { indicators = INDICATORS, out = newScores(columns.size) } = options;
	prepare(columns, out);
	const job = { columns, out, tables, rows: rowsOf(columns, out) };
	for (const indicator of indicators) {
		if (indicator === 'wfl') forLength(job);
		else forAge(job, indicator);
	}
	return out;
}
