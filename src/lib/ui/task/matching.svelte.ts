export type Side = 'left' | 'right';

/** Two columns to be joined in pairs: tap one, tap its partner; a tap on a joined card undoes the pair. */
export class Matching {
	readonly #left: readonly string[];
	readonly #right: readonly string[];
	#chosen = $state<{ readonly side: Side; readonly id: string } | undefined>();
	#pairs = $state<readonly { readonly left: string; readonly right: string }[]>([]);

	constructor(left: readonly string[], right: readonly string[]) {
		this.#left = left;
		this.#right = right;
	}

	get pairs(): readonly { readonly left: string; readonly right: string }[] {
		return this.#pairs;
	}

	get complete(): boolean {
		return this.#pairs.length === Math.min(this.#left.length, this.#right.length);
	}

	isChosen(side: Side, id: string): boolean {
		return this.#chosen?.side === side && this.#chosen.id === id;
	}

	/** a, b, c … after the row of the left card, so that a letter never changes. */
	letterOf(side: Side, id: string): string | undefined {
		const pair = this.#pairs.find((joined) => joined[side] === id);
		return pair && String.fromCharCode(97 + this.#left.indexOf(pair.left));
	}

	tap(side: Side, id: string): void {
		if (!(side === 'left' ? this.#left : this.#right).includes(id)) return;
		const chosen = this.#chosen;
		const joined = this.#pairs.find((pair) => pair[side] === id);
		if (joined) {
			this.#pairs = this.#pairs.filter((pair) => pair !== joined);
			this.#chosen = undefined;
		} else if (chosen && chosen.side !== side) {
			const pair =
				side === 'left' ? { left: id, right: chosen.id } : { left: chosen.id, right: id };
			this.#pairs = [...this.#pairs, pair];
			this.#chosen = undefined;
		} else {
			this.#chosen = this.isChosen(side, id) ? undefined : { side, id };
		}
	}

	clear(): void {
		this.#pairs = [];
		this.#chosen = undefined;
	}
}
