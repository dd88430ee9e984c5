// Reads CSV of any size in pieces. Text is taken byte by byte (latin1) and written back the same way,
// so that columns we do not know pass through unchanged whatever their encoding.

/** How the file at hand writes a table: `;` with decimal commas is what a Spanish spreadsheet saves. */
export interface Dialect {
	readonly delimiter: string;
	readonly decimalComma: boolean;
}

export interface Line {
	/** Number of the line in the file where the row begins; the header is line 1. */
	readonly at: number;
	/** Cells as written, quotes included. */
	readonly cells: readonly string[];
}

export interface Csv {
	readonly header: readonly string[];
	readonly dialect: Dialect;
	readonly batches: AsyncGenerator<readonly Line[]>;
}

/** The file cannot be read as a table at all. */
export class NotATable extends Error {}

const QUOTE = '"';
const quotes = (text: string) => text.split(QUOTE).length - 1;

/** A cell without its quotes and surrounding blanks. */
export function bare(cell: string): string {
	const text = cell.trim();
	if (!text.startsWith(QUOTE)) return text;
	return text.slice(1, text.endsWith(QUOTE) ? -1 : undefined).replaceAll('""', QUOTE);
}

function cellsOf(text: string, delimiter: string): string[] {
	const parts = text.split(delimiter);
	if (!text.includes(QUOTE)) return parts;
	const cells: string[] = [];
	let open = '';
	for (const part of parts) {
		const cell = open ? open + delimiter + part : part;
		open = quotes(cell) % 2 ? cell : '';
		if (!open) cells.push(cell);
	}
	if (open) cells.push(open);
	return cells;
}

const withoutReturn = (text: string) => (text.endsWith('\r') ? text.slice(0, -1) : text);

/** Whole rows with the number of their first line; a quoted line break does not end a row. */
async function* rows(source: AsyncIterable<Buffer>): AsyncGenerator<[number, string][]> {
	let rest = '';
	let open = '';
	let line = 0;
	let began = 1;
	const take = (text: string, into: [number, string][]) => {
		line++;
		if (!open) began = line;
		const row = open ? `${open}\n${text}` : text;
		open = text.includes(QUOTE) || open ? (quotes(row) % 2 ? row : '') : '';
		if (!open && row.trim()) into.push([began, withoutReturn(row)]);
	};
	for await (const piece of source) {
		const lines = (rest + piece.toString('latin1')).split('\n');
		rest = lines.pop() ?? '';
		const whole: [number, string][] = [];
		for (const text of lines) take(text, whole);
		yield whole;
	}
	const last: [number, string][] = [];
	if (rest) take(rest, last);
	if (open.trim()) last.push([began, withoutReturn(open)]);
	yield last;
}

function dialectOf(header: string): Dialect {
	const delimiter = header.includes(',') ? ',' : header.includes(';') ? ';' : '\t';
	return { delimiter, decimalComma: delimiter !== ',' };
}

const BATCH = 4096;

/** Reads the header; the rows follow in batches. */
export async function openCsv(source: AsyncIterable<Buffer>): Promise<Csv> {
	const pieces = rows(source);
	let first: [number, string][] = [];
	while (!first.length) {
		const next = await pieces.next();
		if (next.done) throw new NotATable('the file is empty');
		first = next.value;
	}
	const head = (first.shift()?.[1] ?? '').replace(/^\u00ef\u00bb\u00bf/, '');
	if (/^(\u00ff\u00fe|\u00fe\u00ff)/.test(head)) {
		throw new NotATable('the file is UTF-16: save it as CSV UTF-8');
	}
	const dialect = dialectOf(head);
	async function* batches() {
		let waiting = first;
		for (;;) {
			for (let i = 0; i < waiting.length; i += BATCH) {
				yield waiting
					.slice(i, i + BATCH)
					.map(([at, text]) => ({ at, cells: cellsOf(text, dialect.delimiter) }));
			}
			const next = await pieces.next();
			if (next.done) return;
			waiting = next.value;
		}
	}
	return { header: cellsOf(head, dialect.delimiter).map(bare), dialect, batches: batches() };
}
