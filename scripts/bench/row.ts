// One measurement is one line that the table and bench/latest.json are made of. A part of the bench is a script of
// its own (scripts/bench/<part>.ts) that says its rows with `row` and whatever else it likes beside them.

export interface Row {
	/** What was measured: 'first visit slow 3G ×4: LCP'. */
	what: string;
	value: number;
	unit: string;
	/** At most this, unless `least` says otherwise; absent: told, not judged. */
	bar?: number;
	least?: boolean;
	/** What the number depends on: '5 runs, 1.9–2.4'. */
	note?: string;
}

const MARK = 'row ';

/** Says one measurement. */
export function row(measured: Row): void {
	console.log(MARK + JSON.stringify(measured));
}

/** The measurement in a line that a part has said, or nothing when it is talk. */
export function readRow(line: string): Row | undefined {
	return line.startsWith(`${MARK}{`) ? (JSON.parse(line.slice(MARK.length)) as Row) : undefined;
}

/** Whether it keeps its bar; without a bar there is nothing to keep. */
export function holds({ value, bar, least }: Row): boolean | undefined {
	if (bar === undefined) return undefined;
	return least ? value >= bar : value <= bar;
}

/** The value in the middle, the lower of two. */
export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}

/** The middle of several runs, with their spread beside it. */
export function medianRow(runs: number[], rest: Omit<Row, 'value' | 'note'>): Row {
	const spread = `${Math.min(...runs).toFixed(2)}–${Math.max(...runs).toFixed(2)}`;
	const note = `${runs.length} runs, ${spread}`;
	return { ...rest, value: median(runs), note };
}
