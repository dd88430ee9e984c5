/** Chance that can be had again: the same seed, the same throws (mulberry32). */
export class Chance {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** In [0, 1). */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let t = this.state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	below(n: number): number {
		return Math.floor(this.next() * n);
	}

	is(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(list: readonly T[]): T | undefined {
		return list[this.below(list.length)];
	}

	/** 15 letters and digits. */
	id(): string {
		const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
		return Array.from({ length: 15 }, () => letters[this.below(36)]).join('');
	}
}
