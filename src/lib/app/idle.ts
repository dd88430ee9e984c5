/** What happens to a phone that nobody touches, or that nobody looks at. */
export interface IdleRule {
	/** After so long without a touch (ms). */
	readonly untouched: number;
	/** After so long in the background (ms). */
	readonly hidden?: number;
	/** Not while this is true; afterwards the time begins anew. */
	readonly held?: () => boolean;
	readonly run: () => void;
}

const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * Watches how long ago the phone was touched and shown. By the clock and not by counting, for a page
 * in the background is frozen: what fell due meanwhile runs when it is seen again, before anything else.
 */
export class Idle {
	readonly #rules: readonly IdleRule[];
	readonly #clock: () => number;
	readonly #ran = new Set<IdleRule>();
	#touched: number;
	#hiddenAt: number | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(rules: readonly IdleRule[], clock: () => number) {
		this.#rules = rules;
		this.#clock = clock;
		this.#touched = clock();
	}

	/** Browser only. */
	begin(): void {
		for (const name of TOUCHES) addEventListener(name, () => this.touch(), { passive: true });
		document.addEventListener('visibilitychange', () =>
			this.see(document.visibilityState === 'visible')
		);
		addEventListener('pageshow', () => this.see(true));
		this.check();
	}

	/** Somebody is there. What is due comes first: the touch may be a stranger's. */
	touch(): void {
		this.check();
		this.#touched = this.#clock();
		this.#ran.clear();
	}

	see(visible: boolean): void {
		this.check();
		this.#hiddenAt = visible ? null : (this.#hiddenAt ?? this.#clock());
		this.check();
	}

	/** Runs what is due, and waits for the next. */
	check(): void {
		const now = this.#clock();
		let next = Infinity;
		for (const rule of this.#rules) {
			if (this.#ran.has(rule)) continue;
			if (rule.held?.()) {
				next = Math.min(next, rule.hidden ?? rule.untouched);
				continue;
			}
			const left = this.#left(rule, now);
			if (left > 0) {
				next = Math.min(next, left);
				continue;
			}
			this.#ran.add(rule);
			rule.run();
		}
		clearTimeout(this.#timer);
		if (next < Infinity) this.#timer = setTimeout(() => this.check(), next);
	}

	/** What was held begins anew. */
	again(): void {
		const now = this.#clock();
		this.#touched = now;
		if (this.#hiddenAt !== null) this.#hiddenAt = now;
		this.#ran.clear();
		this.check();
	}

	/** Milliseconds until the rule runs. A clock that was set back counts as the time being over. */
	#left({ untouched, hidden }: IdleRule, now: number): number {
		const rest = (since: number, ms: number) => (now < since ? 0 : since + ms - now);
		const away = rest(this.#touched, untouched);
		if (hidden === undefined || this.#hiddenAt === null) return away;
		return Math.min(away, rest(this.#hiddenAt, hidden));
	}
}
