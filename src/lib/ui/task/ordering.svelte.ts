/** Cards tapped in order; a second tap takes a card back and the later ones move up. */
export class Ordering {
	readonly #ids: readonly string[];
	#placed = $state<readonly string[]>([]);

	constructor(ids: readonly string[]) {
		this.#ids = ids;
	}

	get order(): readonly string[] {
		return this.#placed;
	}

	get missing(): number {
		return this.#ids.length - this.#placed.length;
	}

	get complete(): boolean {
		return this.missing === 0;
	}

	/** From 1; absent when not placed. */
	placeOf(id: string): number | undefined {
		const at = this.#placed.indexOf(id);
		return at < 0 ? undefined : at + 1;
	}

	tap(id: string): void {
		if (!this.#ids.includes(id)) return;
		this.#placed = this.#placed.includes(id)
			? this.#placed.filter((placed) => placed !== id)
			: [...this.#placed, id];
	}

	clear(): void {
		this.#placed = [];
	}
}
