import { SCHOOL_FROM_MONTHS } from './age.ts';
import type { Columns, Scores } from './columns.ts';
import { RULES, type Indicator, type Tables } from './indicators.ts';
import { REASONS, type Reason } from './reason.ts';

interface Cell {
	readonly indicator: Indicator;
	readonly row: number;
	readonly tables: Tables;
}

type Named = 'weight' | 'length' | 'measure';

function measureFault(value: number, name: Named): Reason | undefined {
	if (Number.isNaN(value)) return `${name}-missing`;
	return value > 0 && value < Infinity ? undefined : `${name}-invalid`;
}

/** A length that is positive as read but not after the change of position is invalid too. */
function lengthFault(columns: Columns, out: Scores, row: number): Reason | undefined {
	const read = measureFault(columns.length[row] ?? NaN, 'length');
	return read ?? (Number.isNaN(out.usedLength[row] ?? NaN) ? 'length-invalid' : undefined);
}

function readingFault(columns: Columns, out: Scores, cell: Cell): Reason | undefined {
	const { indicator, row } = cell;
	const at = (column: Float64Array) => column[row] ?? NaN;
	switch (indicator) {
		case 'lfa':
			return lengthFault(columns, out, row);
		case 'wfa':
			return measureFault(at(columns.weight), 'weight');
		case 'wfl':
		case 'bfa':
			return measureFault(at(columns.weight), 'weight') ?? lengthFault(columns, out, row);
		case 'hcfa':
			return measureFault(at(columns.head), 'measure');
		case 'acfa':
			return measureFault(at(columns.arm), 'measure');
		case 'tsfa':
			return measureFault(at(columns.triceps), 'measure');
		case 'ssfa':
			return measureFault(at(columns.subscapular), 'measure');
	}
}

function ageFault(out: Scores, { indicator, row, tables }: Cell): Reason {
	const days = out.ageDays[row] ?? NaN;
	const months = out.ageMonths[row] ?? NaN;
	if (indicator === 'wfl') {
		if (months >= SCHOOL_FROM_MONTHS) return 'age-above-table';
		return tables.wfl && tables.wfh ? 'length-outside-table' : 'table-missing';
	}
	if (Number.isNaN(days)) return 'age-missing';
	const packed = tables[indicator];
	if (!packed) return 'table-missing';
	return days < packed.first ? 'age-below-table' : 'age-above-table';
}

function reason(columns: Columns, out: Scores, cell: Cell): Reason {
	const { indicator, row } = cell;
	if (!columns.sex[row]) return 'sex-missing';
	if ((out.ageDays[row] ?? NaN) < 0 || out.ageMonths[row] === Infinity) return 'age-invalid';
	if (columns.oedema[row] === 1 && RULES[indicator].notWithOedema) return 'oedema';
	return readingFault(columns, out, cell) ?? ageFault(out, cell);
}

/** The status code of a cell without z: 2 + the place of its reason in REASONS. */
export const reasonFor = (columns: Columns, out: Scores, cell: Cell): number =>
	2 + REASONS.indexOf(reason(columns, out, cell));
