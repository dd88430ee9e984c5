/** The sex of WHO's tables: m = male (WHO 1), f = female (WHO 2). */
export type Sex = 'm' | 'f';

/** One LMS table as generated: whole numbers, differenced per column, written in letters. */
export interface PackedTable {
	/** Age in days or months, or length in mm, of the first row; the rows follow without gaps. */
	readonly first: number;
	readonly rows: number;
	/** How often L, M and S were differenced. */
	readonly orders: readonly [number, number, number];
	readonly male: string;
	readonly female: string;
}

/** One sex of a table: x = first … last, with L, M and S in the order l, m, s, l, m, s … */
export interface Table {
	readonly first: number;
	readonly last: number;
	readonly lms: Float64Array;
}

export const BASE = 44;
/** Printable ASCII that needs no escape in a quoted string of any kind. */
export const ALPHABET =
	'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#%&()*+,-./:;=?@[]^_{|}~>';

const SCALES = [10_000, 10_000, 100_000];

let digitOf: Uint8Array | undefined;
function digits(): Uint8Array {
	if (digitOf) return digitOf;
	const made = new Uint8Array(128);
	for (let i = 0; i < ALPHABET.length; i++) made[ALPHABET.charCodeAt(i)] = i;
	digitOf = made;
	return made;
}

/** Undoes the differences in place: a running sum per order, the highest first. */
function sum(values: Int32Array, order: number): void {
	for (let k = order; k > 0; k--) {
		for (let i = k; i < values.length; i++) values[i] = (values[i] ?? 0) + (values[i - 1] ?? 0);
	}
}

function decode(table: PackedTable, text: string): Table {
	const digit = digits();
	const out = new Float64Array(3 * table.rows);
	const column = new Int32Array(table.rows);
	let at = 0;
	for (let c = 0; c < 3; c++) {
		for (let i = 0; i < table.rows; i++) {
			let value = 0;
			let place = 1;
			let d = digit[text.charCodeAt(at++)] ?? 0;
			while (d >= BASE) {
				value += (d - BASE) * place;
				place *= BASE;
				d = digit[text.charCodeAt(at++)] ?? 0;
			}
			value += d * place;
			column[i] = value % 2 === 0 ? value / 2 : -(value + 1) / 2;
		}
		sum(column, table.orders[c] ?? 1);
		const scale = SCALES[c] ?? 1;
		for (let i = 0; i < table.rows; i++) out[3 * i + c] = (column[i] ?? 0) / scale;
	}
	return { first: table.first, last: table.first + table.rows - 1, lms: out };
}

const made = new WeakMap<PackedTable, { m?: Table; f?: Table }>();

/** The table of one sex, unpacked the first time it is asked for. */
export function tableOf(table: PackedTable, sex: Sex): Table {
	let both = made.get(table);
	if (!both) made.set(table, (both = {}));
	return (both[sex] ??= decode(table, sex === 'm' ? table.male : table.female));
}

/** Where the girls' rows begin in a pair: a power of two above every row of a table. */
export const FEMALE_ROWS = 2048;

const pairs = new WeakMap<PackedTable, Float64Array>();

/** Both sexes in one array for batches: boys from row 0, girls from row FEMALE_ROWS. */
export function pairOf(table: PackedTable): Float64Array {
	let pair = pairs.get(table);
	if (!pair) {
		pair = new Float64Array(3 * (FEMALE_ROWS + table.rows));
		pair.set(tableOf(table, 'm').lms);
		pair.set(tableOf(table, 'f').lms, 3 * FEMALE_ROWS);
		pairs.set(table, pair);
	}
	return pair;
}
