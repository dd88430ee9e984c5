import type { EmblemName } from '../emblem/names.ts';

/** A picture PIN being tapped: three different pictures in order. */
export class PinEntry {
	static readonly length = 3;
	#picked = $state<readonly EmblemName[]>([]);

	get picked(): readonly EmblemName[] {
		return this.#picked;
	}

	get complete(): boolean {
		return this.#picked.length === PinEntry.length;
	}

	/** A picture taken twice, or a fourth one, changes nothing. */
	press(name: EmblemName): void {
		if (this.complete || this.#picked.includes(name)) return;
		this.#picked = [...this.#picked, name];
	}

	erase(): void {
		this.#picked = this.#picked.slice(0, -1);
	}

	clear(): void {
		this.#picked = [];
	}
}
