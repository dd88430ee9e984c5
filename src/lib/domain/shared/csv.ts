/** A cell that a spreadsheet must not take for a formula (OWASP, CSV injection); one that begins like
 * what we write for it gets a mark more, so that reading takes back what writing put in. */
const FORMULA = /^'*[=+\-@\t\r]/;
const MARKED = /^'+[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const SPECIAL = /[",;\r\n]/;

function cell(value: string | number): string {
	if (typeof value === 'number') return String(value);
	const harmless = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
	return SPECIAL.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Comma-separated values (RFC 4180) with the mark by which spreadsheets know UTF-8: accents and Ñ stay. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
	`\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

/** The rows of such a text, all cells as they were before it was written; `;` between them is read too,
 * as spreadsheets of this country write it. */
export function rowsOf(text: string): string[][] {
	const plain = text.replace(/^\uFEFF/, '');
	const comma = /^[^"\r\n]*;/.test(plain) && !/^[^"\r\n]*,/.test(plain) ? ';' : ',';
	const piece = new RegExp(`("(?:[^"]|"")*"|[^"${comma}\\r\\n]*)(${comma}|\\r?\\n|$)`, 'gy');
	const rows: string[][] = [];
	let row: string[] = [];
	while (piece.lastIndex < plain.length) {
		const found = piece.exec(plain);
		if (!found) break;
		const [, written = '', end] = found;
		const value = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
		row.push(MARKED.test(value) ? value.slice(1) : value);
		if (end === comma) {
			if (piece.lastIndex === plain.length) row.push('');
			else continue;
		}
		rows.push(row);
		row = [];
	}
	return rows;
}
