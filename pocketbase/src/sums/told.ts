import { EVERYWHERE, told } from '#lib/domain/programme/sums.ts';

/** A row that is counted: what it stands under, and its numbers. */
export type Counted = readonly [keys: readonly string[], counts: readonly number[]];

/** The rows, and beside them the sum of all places under `*`; the first key is the place. Small
 * numbers leave only here, so that sums are made of whole ones. */
export function everywhereToo(rows: readonly Counted[]): (string | number | null)[][] {
	const sums = new Map<string, [string[], number[]]>();
	for (const [[, ...rest], counts] of rows) {
		const keys = [EVERYWHERE, ...rest];
		const id = keys.join('|');
		const sum = sums.get(id) ?? [keys, counts.map(() => 0)];
		sums.set(id, [keys, sum[1].map((n, i) => n + (counts[i] ?? 0))]);
	}
	return [...sums.values(), ...rows].map(([keys, counts]) => [...keys, ...counts.map(told)]);
}

/** Rows as a query answers them, their first `keys` cells text and the others numbers. */
export const counted = (rows: readonly (string | number)[][], keys: number): Counted[] =>
	rows.map((row) => [row.slice(0, keys).map(String), row.slice(keys).map(Number)]);
