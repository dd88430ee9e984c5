import { ageFromDays, ageFromMonths } from '../../src/lib/domain/growth/age.ts';
import type { ZResult } from '../../src/lib/domain/growth/reason.ts';
import { schoolTables } from '../../src/lib/domain/growth/school-tables.ts';
import { schoolAge } from '../../src/lib/domain/growth/school.ts';
import type { Cells } from './cells.ts';
import type { Line } from './csv.ts';
import { Print } from './print.ts';
import { attempt, type Addition } from './table.ts';

const SEXES = [undefined, 'm', 'f'] as const;

function zAndFlag(result: ZResult, print: Print): string {
	if (result.kind === 'unknown') return print.delimiter;
	return print.z(result.z) + print.delimiter + (result.flagged ? '1' : '0');
}

function ageOf(line: Line, cells: Cells) {
	const days = cells.has('age_months') ? NaN : cells.age(line, 'age_days');
	if (!Number.isNaN(days)) return ageFromDays(days);
	const months = cells.age(line, 'age_months');
	return Number.isNaN(months) ? undefined : ageFromMonths(months);
}

function textOf(line: Line, cells: Cells, print: Print): string {
	const sex = cells.sex(line);
	const oedema = cells.oedema(line) === 1;
	const got = schoolAge(
		{
			sex: SEXES[sex],
			age: ageOf(line, cells),
			height: cells.number(line, 'height'),
			weight: cells.number(line, 'weight'),
			oedema
		},
		schoolTables
	);
	return [
		sex ? String(sex) : '',
		oedema ? 'y' : 'n',
		print.number(typeof got.bmi === 'number' ? got.bmi : NaN),
		zAndFlag(got.hfa, print),
		zAndFlag(got.wfa, print),
		zAndFlag(got.bfa, print)
	].join(print.delimiter);
}

/** z-scores from 5 to 19 years, columns of golden_5_19.csv. */
export const schoolAddition: Addition = {
	inputs: ['sex', 'age_months', 'age_days', 'height', 'weight'],
	outputs: [
		'out_csex',
		'out_coedema',
		'out_cbmi',
		...['hfa', 'wfa', 'bfa'].flatMap((name) => [`z${name}`, `f${name}`])
	],
	compute(lines, cells, blame) {
		const print = new Print(cells.dialect);
		return lines.map((line, row) => {
			let text = '';
			attempt(row, blame, () => (text = textOf(line, cells, print)));
			return text;
		});
	}
};
