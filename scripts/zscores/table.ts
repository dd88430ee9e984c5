import { BadRow, Cells } from './cells.ts';
import { NotATable, type Csv, type Dialect, type Line } from './csv.ts';

/** Where results and complaints go. */
export interface Sink {
	write(text: string): Promise<void>;
	complain(line: number, why: string): void;
	progress(rows: number): void;
}

/** Tells that a row of the batch cannot be used. */
export type Blame = (row: number, why: string) => void;

/** What one command adds to a table. */
export interface Addition {
	readonly inputs: readonly string[];
	readonly outputs: readonly string[];
	/** The outputs of every row of a batch, joined by `delimiter`; those of blamed rows are not used. */
	compute(lines: readonly Line[], cells: Cells, blame: Blame): readonly string[];
}

export interface Outcome {
	readonly rows: number;
	readonly good: number;
}

/** Refuses a file that has none of the columns. */
export function demand(csv: Csv, inputs: readonly string[]): void {
	if (inputs.some((name) => csv.header.includes(name))) return;
	throw new NotATable(`none of these columns is in the first line: ${inputs.join(', ')}`);
}

/** Reads one row; what it throws as BadRow is the row's fault. */
export function attempt(row: number, blame: Blame, read: () => void): boolean {
	try {
		read();
		return true;
	} catch (fault) {
		if (!(fault instanceof BadRow)) throw fault;
		blame(row, fault.message);
		return false;
	}
}

function quoted(name: string, delimiter: string): string {
	return name.includes(delimiter) || name.includes('"') ? `"${name.replaceAll('"', '""')}"` : name;
}

/** The columns of the file that go on, in their order. */
class Kept {
	readonly #header: readonly string[];
	readonly #places: readonly number[];
	readonly #delimiter: string;

	constructor(header: readonly string[], without: readonly string[], { delimiter }: Dialect) {
		const dropped = new Set(without);
		this.#header = header;
		this.#places = header.flatMap((name, i) => (dropped.has(name) ? [] : [i]));
		this.#delimiter = delimiter;
	}

	head(outputs: readonly string[]): string {
		const names = [...this.#places.map((i) => this.#header[i] ?? ''), ...outputs];
		return names.map((name) => quoted(name, this.#delimiter)).join(this.#delimiter) + '\n';
	}

	row({ cells }: Line, results: string): string {
		const all = this.#places.length === cells.length && cells.length === this.#header.length;
		const inputs = all ? cells : this.#places.map((i) => cells[i] ?? '');
		return inputs.join(this.#delimiter) + this.#delimiter + results + '\n';
	}
}

/**
 * Copies the table and adds columns at its end. Input columns with the name of an output are left
 * out: a file that has been through here once gives the same again.
 */
export async function addColumns(csv: Csv, addition: Addition, sink: Sink): Promise<Outcome> {
	const { header, dialect } = csv;
	const cells = new Cells(header, dialect);
	const kept = new Kept(header, addition.outputs, dialect);
	const nothing = dialect.delimiter.repeat(addition.outputs.length - 1);
	const outcome = { rows: 0, good: 0 };
	await sink.write(kept.head(addition.outputs));
	for await (const lines of csv.batches) {
		const faults = new Map<number, string>();
		lines.forEach(({ cells: { length } }, row) => {
			if (length !== header.length) faults.set(row, `${length} cells, not ${header.length}`);
		});
		const results = addition.compute(lines, cells, (row, why) => {
			if (!faults.has(row)) faults.set(row, why);
		});
		let text = '';
		lines.forEach((line, row) => {
			const fault = faults.get(row);
			if (fault) sink.complain(line.at, fault);
			text += kept.row(line, fault ? nothing : (results[row] ?? nothing));
		});
		outcome.rows += lines.length;
		outcome.good += lines.length - faults.size;
		await sink.write(text);
		sink.progress(outcome.rows);
	}
	return outcome;
}
