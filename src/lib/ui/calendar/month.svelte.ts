import { addDays, addMonths, placesOfMonth, type Iso } from './civil.ts';

export interface Day {
	readonly iso: Iso;
	readonly n: number;
	/** Before the first or after the last day that may be chosen. */
	readonly out: boolean;
}

/** The month on a picture calendar: weeks from Monday, and the day the keyboard stands on. */
export class Month {
	readonly #first: Iso;
	readonly #last: Iso;
	#at = $state<Iso>('');

	/** Opens at `at`; days before `first` and after `last` cannot be chosen. */
	constructor(at: Iso, first: Iso, last: Iso) {
		this.#first = first;
		this.#last = last;
		this.#at = this.#within(at);
	}

	get at(): Iso {
		return this.#at;
	}

	get year(): number {
		return Number(this.#at.slice(0, 4));
	}

	/** 1–12 */
	get month(): number {
		return Number(this.#at.slice(5, 7));
	}

	get hasEarlier(): boolean {
		return this.#first.slice(0, 7) < this.#at.slice(0, 7);
	}

	get hasLater(): boolean {
		return this.#last.slice(0, 7) > this.#at.slice(0, 7);
	}

	/** Seven places a week; empty ones belong to other months. */
	get weeks(): readonly (readonly (Day | undefined)[])[] {
		const days = placesOfMonth(this.#at).map(
			(iso) => iso && { iso, n: Number(iso.slice(8)), out: iso !== this.#within(iso) }
		);
		return Array.from({ length: days.length / 7 }, (_, week) =>
			days.slice(week * 7, week * 7 + 7).map((day) => day || undefined)
		);
	}

	/** Moves the keyboard, also across months, and stops at the ends. */
	step(days: number): void {
		this.#at = this.#within(addDays(this.#at, days));
	}

	turn(months: number): void {
		this.#at = this.#within(addMonths(this.#at, months));
	}

	#within(iso: Iso): Iso {
		if (iso < this.#first) return this.#first;
		return iso > this.#last ? this.#last : iso;
	}
}
