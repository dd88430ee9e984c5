import { idSource, type Id } from '#lib/domain/shared/ids.ts';

/** Chance that repeats itself: the same seed, the same programme (mulberry32). */
export class Chance {
	#state: number;
	readonly id: () => Id;

	constructor(seed: number) {
		this.#state = seed >>> 0;
		this.id = idSource((length) => Uint8Array.from({ length }, () => this.between(0, 255)));
	}

	/** 0 ≤ x < 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number, both ends included. */
	between(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	some(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(list: readonly [T, ...T[]] | readonly T[]): T {
		const one = list[this.between(0, list.length - 1)];
		if (one === undefined) throw new RangeError('nothing to pick from');
		return one;
	}

	/** Sum of twelve: normal enough. */
	normal(mean: number, sd: number): number {
		let sum = -6;
		for (let i = 0; i < 12; i++) sum += this.next();
		return mean + sd * sum;
	}
}
