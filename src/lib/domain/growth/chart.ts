import { HEIGHT_FROM_DAYS } from './age.ts';
import type { SchoolTable, Tables, UnderFiveTable } from './indicators.ts';
import { restrictedValueAt } from './lms.ts';
import { unknown, type Unknown } from './reason.ts';
import { tableOf, type Sex } from './unpack.ts';

/** x in the table's unit (days, months; cm for wfl and wfh), y in the measure's. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/**
 * A line of a growth chart. Length-for-age has two pieces: at 24 months lying turns into standing, and
 * the line steps down by 0.7 cm. The step is shown, not smoothed.
 */
export interface Curve {
	readonly kind: 'curve';
	readonly z: number;
	readonly pieces: readonly (readonly Point[])[];
}

export interface CurveOf {
	readonly table: UnderFiveTable | SchoolTable;
	readonly sex: Sex;
	readonly z: number;
	/** Window in the unit of x; cut to what the table holds. */
	readonly from: number;
	readonly to: number;
	/** At most this many points in all, four or more. */
	readonly points?: number;
}

const BY_LENGTH: ReadonlySet<string> = new Set(['wfl', 'wfh']);
/** Last row that only serves interpolation: no line is drawn to it. */
const LAST_SHOWN: Readonly<Record<string, number>> = {
	wfa5to10: 120,
	hfa5to19: 228,
	bfa5to19: 228
};
/** What WHO's charts show. */
export const CHART_LINES = [-3, -2, 0, 2, 3] as const;
const MOST_POINTS = 120;

interface Stretch {
	readonly from: number;
	readonly to: number;
	readonly points: number;
}

/** Rows from … to, evenly thinned with both ends kept. */
function thinned({ from, to, points }: Stretch): number[] {
	const count = Math.min(to - from + 1, points);
	if (count < 2) return [from];
	return Array.from({ length: count }, (_, i) =>
		Math.round(from + (i * (to - from)) / (count - 1))
	);
}

/** The rows of a line without a step in between; points by length, and at least both ends. */
function stretchesOf(stepped: boolean, { from, to, points }: Stretch): Stretch[] {
	if (!stepped || from >= HEIGHT_FROM_DAYS || to < HEIGHT_FROM_DAYS) return [{ from, to, points }];
	const share = Math.floor((points * (to - HEIGHT_FROM_DAYS + 1)) / (to - from + 1));
	const standing = Math.min(Math.max(2, share), points - 2);
	return [
		{ from, to: HEIGHT_FROM_DAYS - 1, points: points - standing },
		{ from: HEIGHT_FROM_DAYS, to, points: standing }
	];
}

/** The line of one z, thinned to at most `points` points. */
export function curve(of: CurveOf, tables: Tables): Curve | Unknown {
	const packed = tables[of.table];
	if (!packed) return unknown('table-missing');
	const table = tableOf(packed, of.sex);
	const { first, last, part } = table;
	const perUnit = BY_LENGTH.has(of.table) ? 10 : 1;
	const from = Math.max(first, Math.ceil(of.from * perUnit));
	const to = Math.min(LAST_SHOWN[of.table] ?? last, Math.floor(of.to * perUnit));
	if (from > to) return unknown(of.from * perUnit > last ? 'age-above-table' : 'age-below-table');
	const whole = { from, to, points: Math.max(4, of.points ?? MOST_POINTS) };
	const pieces = stretchesOf(of.table === 'lfa', whole).map((stretch) =>
		thinned(stretch).map((row) => ({
			x: row / perUnit,
			y: restrictedValueAt(of.z, part, table.at(row))
		}))
	);
	return { kind: 'curve', z: of.z, pieces };
}
