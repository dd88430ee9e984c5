import type { Estimate } from '../../src/lib/domain/growth/survey/estimate.ts';
import {
	CUT_OFFS,
	SURVEYED,
	type GroupTable,
	type Surveyed
} from '../../src/lib/domain/growth/survey/survey.ts';
import type { Dialect } from './csv.ts';

const PREFIX: Record<Surveyed, string> = { lfa: 'HA', wfa: 'WA', bfa: 'BMI', wfl: 'WH' };
const SUFFIXES = ['r', 'se', 'll', 'ul'];
const cutName = (cut: number) => (cut < 0 ? `_${-cut}` : String(cut));
const limited = (name: string) => SUFFIXES.map((suffix) => `${name}_${suffix}`);

/** Columns of WHO's survey tables after design and group. */
export function columnNames(): string[] {
	return [
		...SURVEYED.flatMap((indicator) => {
			const name = PREFIX[indicator];
			return [
				`${name}Z_pop`,
				`${name}Z_unwpop`,
				...CUT_OFFS.flatMap((cut) => limited(name + cutName(cut))),
				...limited(name),
				`${name}_stdev`
			];
		}),
		'HA_2_WH_2_pop',
		'HA_2_WH_2_unwpop',
		...limited('HA_2_WH_2'),
		...limited('HA_2_WH2')
	];
}

const DIGITS = 12;

/** Twelve digits, '' for what is not known. */
function print(value: number, { decimalComma }: Dialect): string {
	if (!Number.isFinite(value)) return '';
	const text = String(Number(value.toPrecision(DIGITS)));
	return decimalComma ? text.replace('.', ',') : text;
}

const four = ({ r, se, low, high }: Estimate) => [r, se, low, high];

/** The cells of one group in the order of columnNames(). */
export function numbersOf({ indicators, both }: GroupTable, dialect: Dialect): string[] {
	const values = [
		...SURVEYED.flatMap((indicator) => {
			const { size, shares, mean } = indicators[indicator];
			return [size.weighted, size.rows, ...shares.flatMap(four), ...four(mean), mean.sd];
		}),
		both.size.weighted,
		both.size.rows,
		...four(both.wasted),
		...four(both.overweight)
	];
	return values.map((value) => print(value, dialect));
}
