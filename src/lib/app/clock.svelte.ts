import { isBelievable } from '#lib/domain/shared/believable.ts';
import { dayAt, dayNumber, type Day } from '#lib/domain/shared/day.ts';
import type { Phone } from '#lib/store/phone.ts';

const DAY_MS = 86_400_000;
/** Noon in La Paz: a confirmed day is that day until midnight, however the phone's clock stands. */
const NOON_MS = 16 * 3_600_000;
const SETTING = 'clock';

/** What a person said of the date. */
interface Said {
	/** To be added to the phone's clock, ms. */
	readonly shift: number;
	/** The latest moment that was believed by it, ms. */
	readonly seen: number;
}

/**
 * Which day it is. The phone's clock, put right by the last sync; where that cannot be true (a phone at
 * 1 January 1970) a person is asked for the date once, and it counts from then on.
 */
export class Clock {
	readonly #now: () => number;
	readonly #built: number;
	#phone: Phone | null = null;
	#shift = $state(0);
	#last = 0;
	#doubtful = $state(false);

	constructor(built: number, now: () => number = () => Date.now()) {
		this.#built = built;
		this.#now = now;
	}

	/** Milliseconds, as right as can be known. */
	get now(): number {
		return this.#now() + this.#shift;
	}
	/** A civil date of La Paz. */
	get today(): Day {
		return dayAt(this.now);
	}
	/** The date is to be asked for before a measurement or a session. */
	get doubtful(): boolean {
		return this.#doubtful;
	}
	/** Today is not before this day. */
	get earliest(): Day {
		return dayAt(Math.max(this.#built, this.#last));
	}

	/** Looks again at what speaks for the clock. */
	async check(phone: Phone): Promise<void> {
		this.#phone = phone;
		const { at, offset } = await phone.stamp();
		const said = await phone.setting<Said>(SETTING);
		this.#last = Math.max(at, said?.seen ?? 0);
		const now = this.#now();
		const may = (shift: number, last: number) =>
			isBelievable(now + shift, { built: this.#built, last });
		const right = [offset, 0].find((shift) => may(shift, at));
		this.#shift = right ?? said?.shift ?? offset;
		if (right !== undefined) this.#doubtful = false;
		else if (said && may(said.shift, this.#last)) await this.#keep();
		else this.#doubtful = true;
	}

	/** A person says that this is today. */
	async confirm(day: Day): Promise<void> {
		this.#shift = dayNumber(day) * DAY_MS + NOON_MS - this.#now();
		await this.#keep();
	}

	/** Remembers how late it has been: a battery that was out again is noticed by it. */
	async #keep(): Promise<void> {
		this.#doubtful = false;
		const said: Said = { shift: this.#shift, seen: this.#now() + this.#shift };
		await this.#phone?.set(SETTING, said);
	}
}
