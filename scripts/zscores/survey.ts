import { ageFromDays } from '../../src/lib/domain/growth/age.ts';
import { newColumns, type Columns } from '../../src/lib/domain/growth/columns.ts';
import { BadRow, Cells } from './cells.ts';
import type { Csv, Line } from './csv.ts';
import { attempt, type Outcome, type Sink } from './table.ts';
import { readChild } from './under-five.ts';

/** The last day of the under-five tables: older children are no part of a survey. */
const LAST_DAY = 1826;
const TEXTS = ['cluster', 'strata', 'typeres', 'gregion', 'wealthq', 'mothered'] as const;

type Writable = Columns & { months: Float64Array };
const columnsFor = (size: number): Writable => ({
	...newColumns(size),
	months: new Float64Array(size)
});

/** The children of a survey as columns; '' where a text is missing. */
export class Survey {
	readonly columns: Columns;
	readonly weights: Float64Array;
	readonly texts: ReadonlyMap<string, readonly string[]>;

	constructor(
		columns: Columns,
		weights: Float64Array,
		texts: ReadonlyMap<string, readonly string[]>
	) {
		this.columns = columns;
		this.weights = weights;
		this.texts = texts;
	}

	get size(): number {
		return this.columns.size;
	}

	/** Without the rows that have no cluster or stratum where these are used. */
	forDesign(clusters: boolean, strata: boolean): Survey {
		const needed = [...(clusters ? ['cluster'] : []), ...(strata ? ['strata'] : [])];
		const rows = Array.from({ length: this.size }, (_, row) => row).filter((row) =>
			needed.every((name) => this.texts.get(name)?.[row] !== '')
		);
		if (rows.length === this.size) return this;
		const pick = (from: Float64Array) => Float64Array.from(rows, (row) => from[row] ?? NaN);
		const codes = (from: Uint8Array) => Uint8Array.from(rows, (row) => from[row] ?? 0);
		const { columns } = this;
		return new Survey(
			{
				size: rows.length,
				sex: codes(columns.sex),
				days: pick(columns.days),
				...(columns.months && { months: pick(columns.months) }),
				weight: pick(columns.weight),
				length: pick(columns.length),
				position: codes(columns.position),
				head: pick(columns.head),
				arm: pick(columns.arm),
				triceps: pick(columns.triceps),
				subscapular: pick(columns.subscapular),
				oedema: codes(columns.oedema)
			},
			pick(this.weights),
			new Map([...this.texts].map(([name, values]) => [name, rows.map((row) => values[row] ?? '')]))
		);
	}
}

/** Columns that grow while a file is read. */
class Growing {
	#columns = columnsFor(4096);
	#weights = new Float64Array(4096);
	readonly #texts = new Map<string, string[]>();
	readonly #strings = new Map<string, string>();
	#size = 0;

	constructor(cells: Cells) {
		for (const name of TEXTS) if (cells.has(name)) this.#texts.set(name, []);
	}

	#grow(): void {
		const wider = columnsFor(2 * this.#size);
		for (const key of Object.keys(wider) as (keyof Writable)[]) {
			const [to, from] = [wider[key], this.#columns[key]];
			if (typeof to !== 'number' && typeof from !== 'number') to.set(from);
		}
		const weights = new Float64Array(2 * this.#size);
		weights.set(this.#weights);
		[this.#columns, this.#weights] = [wider, weights];
	}

	/** Reads a row; throws BadRow. A child too old for the tables is left out without a word. */
	add(line: Line, cells: Cells): void {
		if (this.#size === this.#weights.length) this.#grow();
		const row = this.#size;
		readChild(line, cells, { columns: this.#columns, row });
		const weight = cells.number(line, 'sw');
		if (weight < 0) throw new BadRow(`sw is negative: ${weight}`);
		if (ageFromDays(this.#columns.days[row] ?? NaN).days > LAST_DAY) return;
		this.#weights[row] = weight;
		for (const [name, values] of this.#texts) values.push(this.#one(cells.text(line, name)));
		this.#size++;
	}

	/** One copy of every text, so that the pieces of the file can be let go. */
	#one(text: string): string {
		const kept = this.#strings.get(text);
		if (kept === undefined) this.#strings.set(text, text);
		return kept ?? text;
	}

	survey(): Survey {
		const size = this.#size;
		return new Survey({ ...this.#columns, size }, this.#weights, this.#texts);
	}
}

/** Reads a whole survey; bad rows are told and left out. */
export async function readSurvey(
	csv: Csv,
	sink: Sink
): Promise<{ survey: Survey; outcome: Outcome }> {
	const cells = new Cells(csv.header, csv.dialect);
	const growing = new Growing(cells);
	const outcome = { rows: 0, good: 0 };
	for await (const lines of csv.batches) {
		for (const line of lines) {
			const good = attempt(line.at, sink.complain.bind(sink), () => {
				if (line.cells.length !== csv.header.length) {
					throw new BadRow(`${line.cells.length} cells, not ${csv.header.length}`);
				}
				growing.add(line, cells);
			});
			outcome.rows++;
			if (good) outcome.good++;
		}
		sink.progress(outcome.rows);
	}
	return { survey: growing.survey(), outcome };
}
