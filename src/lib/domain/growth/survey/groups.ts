import type { Scores } from '../columns.ts';

/** Rows that a survey table describes together. */
export interface Group {
	readonly name: string;
	readonly rows: Int32Array;
}

/** WHO's age groups in months, the upper limit excluded. */
const AGES: readonly (readonly [string, number, number])[] = [
	['00-05 mo', 0, 6],
	['06-11 mo', 6, 12],
	['12-23 mo', 12, 24],
	['24-35 mo', 24, 36],
	['36-47 mo', 36, 48],
	['48-59 mo', 48, 60]
];
const SEXES: readonly (readonly [string, number])[] = [
	['Female', 2],
	['Male', 1]
];

/** All, age groups, sexes and both crossed; a group without children is kept, with sizes of 0. */
export function standardGroups({ ageMonths }: Scores, sex: Uint8Array, size: number): Group[] {
	const all = Int32Array.from({ length: size }, (_, row) => row);
	const aged = AGES.map(([name, from, to]) => ({
		name,
		rows: all.filter((row) => {
			const months = ageMonths[row] ?? NaN;
			return months >= from && months < to;
		})
	}));
	const sexed = (rows: Int32Array, code: number) => rows.filter((row) => sex[row] === code);
	return [
		{ name: 'All', rows: all },
		...aged.map(({ name, rows }) => ({ name: `Age group: ${name}`, rows })),
		...SEXES.map(([name, code]) => ({ name: `Sex: ${name}`, rows: sexed(all, code) })),
		...SEXES.flatMap(([name, code]) =>
			aged.map((group) => ({
				name: `Age + sex: ${group.name}.${name}`,
				rows: sexed(group.rows, code)
			}))
		)
	];
}

/** One group per value of a column; rows without a value are in none. Values in the order given. */
export function valueGroups(
	title: string,
	values: readonly string[],
	order: readonly string[]
): Group[] {
	return order.map((value) => ({
		name: `${title}: ${value}`,
		rows: Int32Array.from(values.flatMap((own, row) => (own === value ? [row] : [])))
	}));
}
