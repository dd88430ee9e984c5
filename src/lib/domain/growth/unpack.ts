/** The sex of WHO's tables: m = male (WHO 1), f = female (WHO 2). */
export type Sex = 'm' | 'f';

/**
 * One LMS table as generated: rows in blocks, each with its L, then its M, then its S; whole numbers,
 * differenced twice, written in letters. A visit unpacks the blocks that it needs.
 */
export interface PackedTable {
	/** Age in days or months, or length in mm, of the first row; the rows follow without gaps. */
	readonly first: number;
	readonly rows: number;
	/** Blocks with a blank between them. */
	readonly male: string;
	readonly female: string;
}

/** Rows of a block; the last block of a table has fewer. */
export const BLOCK = 32;
/** Digits are the characters from ZERO on; one of BASE and more says that another digit follows. */
export const ZERO = 40;
export const BASE = 43;

const SCALES = [10_000, 10_000, 100_000];

/** One sex of a table: x = first … last, with L, M and S in the order l, m, s, l, m, s … */
export class Table {
	readonly first: number;
	readonly last: number;
	/** Only rows that at() was asked for. */
	readonly part: Float64Array;
	readonly #blocks: readonly string[];
	readonly #done: Uint8Array;

	constructor(packed: PackedTable, sex: Sex) {
		this.first = packed.first;
		this.last = packed.first + packed.rows - 1;
		this.part = new Float64Array(3 * packed.rows);
		this.#blocks = (sex === 'm' ? packed.male : packed.female).split(' ');
		this.#done = new Uint8Array(this.#blocks.length);
	}

	/** Where L, M and S of x lie in `part`. */
	at(x: number): number {
		const row = x - this.first;
		const block = Math.floor(row / BLOCK);
		if (this.#done[block] === 0) this.#unpack(block);
		return 3 * row;
	}

	/** Every row. */
	get lms(): Float64Array {
		for (let block = 0; block < this.#done.length; block++) {
			if (this.#done[block] === 0) this.#unpack(block);
		}
		return this.part;
	}

	#unpack(block: number): void {
		const { part } = this;
		const text = this.#blocks[block] ?? '';
		const begin = 3 * BLOCK * block;
		const end = Math.min(begin + 3 * BLOCK, part.length);
		let at = 0;
		for (let c = 0; c < 3; c++) {
			const scale = SCALES[c] ?? 1;
			let step = 0;
			let value = 0;
			for (let i = begin + c; i < end; i += 3) {
				let digit = text.charCodeAt(at++) - ZERO;
				let coded = 0;
				let place = 1;
				while (digit >= BASE) {
					coded += (digit - BASE) * place;
					place *= BASE;
					digit = text.charCodeAt(at++) - ZERO;
				}
				coded += digit * place;
				const change = coded % 2 === 0 ? coded / 2 : -(coded + 1) / 2;
				// the first number of a column is the value itself, the second its first difference
				if (i < begin + 3) value = change;
				else value += step += change;
				part[i] = value / scale;
			}
		}
		this.#done[block] = 1;
	}
}

const made = new WeakMap<PackedTable, { m?: Table; f?: Table }>();

/** The table of one sex, made the first time it is asked for. */
export function tableOf(packed: PackedTable, sex: Sex): Table {
	let both = made.get(packed);
	if (!both) made.set(packed, (both = {}));
	return (both[sex] ??= new Table(packed, sex));
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
