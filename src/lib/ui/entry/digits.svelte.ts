/** How a measure is typed: how many decimals it always has, how many digits at most. */
export interface Shape {
	readonly decimals: number;
	readonly digits: number;
}

/** A measured value being typed. Decimals are fixed, so the comma sets itself: 8 4 → 8,4 · 6 8 0 → 68,0. */
export class Digits {
	readonly #shape: Shape;
	#typed = $state('');

	constructor(shape: Shape) {
		this.#shape = shape;
	}

	/** As shown in the value box; `–,–` before the first digit. */
	get text(): string {
		const { decimals } = this.#shape;
		if (!this.#typed) return decimals ? `–,${'–'.repeat(decimals)}` : '–';
		if (this.#typed.length <= decimals || !decimals) return this.#typed;
		return `${this.#typed.slice(0, -decimals)},${this.#typed.slice(-decimals)}`;
	}

	get empty(): boolean {
		return !this.#typed;
	}

	/** In the unit of the measure; absent until there is a digit before the comma. */
	get value(): number | undefined {
		const { decimals } = this.#shape;
		if (this.#typed.length <= decimals) return undefined;
		return Number(this.#typed) / 10 ** decimals;
	}

	press(digit: number): void {
		const { decimals, digits } = this.#shape;
		if (this.#typed.length >= digits) return;
		// 0,9 kg needs its zero, 012 mm does not
		if (digit === 0 && !this.#typed && !decimals) return;
		this.#typed += String(digit);
	}

	erase(): void {
		this.#typed = this.#typed.slice(0, -1);
	}

	clear(): void {
		this.#typed = '';
	}
}
