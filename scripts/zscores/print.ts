import type { Dialect } from './csv.ts';

const CACHED = 1000;
const cache = new Array<string | undefined>(2 * CACHED + 1);

/** A z-score with its two decimals; '' where there is none. */
function plainZ(z: number): string {
	if (Number.isNaN(z)) return '';
	const hundredths = Math.round(100 * z);
	if (hundredths < -CACHED || hundredths > CACHED) return z.toFixed(2);
	return (cache[hundredths + CACHED] ??= z.toFixed(2));
}

/** Writes numbers as the file at hand does. */
export class Print {
	readonly delimiter: string;
	readonly #decimalComma: boolean;

	constructor({ delimiter, decimalComma }: Dialect) {
		this.delimiter = delimiter;
		this.#decimalComma = decimalComma;
	}

	z(z: number): string {
		const text = plainZ(z);
		return this.#decimalComma ? text.replace('.', ',') : text;
	}

	/** With every digit that a double has; '' for NaN. */
	number(value: number): string {
		if (Number.isNaN(value)) return '';
		return this.#decimalComma ? String(value).replace('.', ',') : String(value);
	}
}
