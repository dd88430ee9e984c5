// Reads WHO's vectors with the engine alone: no Node, so that it also runs inside PocketBase.
import { ageFromDays, ageFromMonths } from '../../src/lib/domain/growth/age.ts';
import { allTables } from '../../src/lib/domain/growth/all-tables.ts';
import type { ZResult } from '../../src/lib/domain/growth/reason.ts';
import { underFive, type Reading } from '../../src/lib/domain/growth/under-five.ts';

const SEX: Record<string, 'm' | 'f'> = { '1': 'm', m: 'm', M: 'm', '2': 'f', f: 'f', F: 'f' };
const POSITION: Record<string, 'lying' | 'standing'> = {
	l: 'lying',
	L: 'lying',
	h: 'standing',
	H: 'standing'
};
const number = (text: string | undefined) => (text ? Number(text) : undefined);

/** One line of golden.csv as a reading. */
function reading(cells: readonly string[]): Reading {
	const [, , sex = '', age, unit, weight, length, position = '', ...more] = cells;
	const [head, arm, triceps, subscapular, oedema = ''] = more;
	const given = number(age);
	return {
		sex: SEX[sex],
		age: given === undefined ? undefined : unit === 'm' ? ageFromMonths(given) : ageFromDays(given),
		weight: number(weight),
		length: number(length),
		position: POSITION[position],
		head: number(head),
		arm: number(arm),
		triceps: number(triceps),
		subscapular: number(subscapular),
		oedema: ['y', 'Y', '1'].indexOf(oedema) >= 0
	};
}

const two = (result: ZResult) =>
	result.kind === 'z' ? `${result.z.toFixed(2)},${result.flagged ? 1 : 0}` : ',';

/** Golden rows in, per row its id and the last 16 columns of golden.csv out. */
export function answer(csv: string): string {
	return csv
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => {
			const cells = line.split(',');
			const got = underFive(reading(cells), allTables);
			const { lfa, wfa, wfl, bfa, hcfa, acfa, tsfa, ssfa } = got;
			return [cells[0], ...[lfa, wfa, wfl, bfa, hcfa, acfa, tsfa, ssfa].map(two)].join(',');
		})
		.join('\n');
}

/** What answer() must give. */
export const expected = (csv: string): string =>
	csv
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => {
			const cells = line.split(',');
			return [cells[0], ...cells.slice(-16)].join(',');
		})
		.join('\n');
