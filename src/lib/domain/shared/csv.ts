/** A cell that a spreadsheet must not take for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;
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
