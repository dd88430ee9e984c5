import type { Day } from '../shared/day.ts';
import {
	beginOf,
	EVERYWHERE,
	FUNNEL,
	GROWTH,
	MONTHS,
	monthsUpTo,
	PERIODS,
	type Period,
	type Rows,
	type Sums
} from './sums.ts';

/** What is looked at: one place or all, and how far back. */
export interface Cut {
	readonly place: string;
	readonly months: Period;
}
/** A number of people; null is 1 to 4. */
export type Told = number | null;
export interface Part {
	readonly name: string;
	readonly n: Told;
}
export type Figures = Readonly<Record<string, Told>>;
export interface OfMonth {
	readonly month: string;
	readonly values: readonly Told[];
}

const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
const told = (cell: unknown): Told => (typeof cell === 'number' ? cell : null);
const count = (cell: unknown): number => (typeof cell === 'number' ? cell : 0);

/** The sums cut to a place and a period. All of it is arithmetic over short lists: nothing is asked. */
export class View {
	readonly months: readonly string[];
	private readonly begin: string;

	constructor(
		private readonly sums: Sums,
		readonly cut: Cut
	) {
		const today = sums.today as Day;
		this.months = monthsUpTo(today, cut.months || MONTHS);
		this.begin = beginOf(cut.months, today).slice(0, 7);
	}

	/** Rows that the server has summed for the place itself. */
	private own(rows: Rows): Rows {
		return rows.filter(([place]) => place === this.cut.place);
	}

	/** Rows of whole numbers: all places are their sum. */
	private some(rows: Rows): Rows {
		return this.cut.place === EVERYWHERE ? rows : this.own(rows);
	}

	private inPeriod(month: unknown): boolean {
		return text(month) >= this.begin;
	}

	get members(): number {
		return this.some(this.sums.members).reduce((sum, [, n]) => sum + count(n), 0);
	}
	get children(): Told {
		return told(this.own(this.sums.children)[0]?.[1] ?? 0);
	}
	/** Reached in the period; of it a split by sex or age. */
	people(split: 'all' | 'sex' | 'age'): Part[] {
		const at = 3 + PERIODS.indexOf(this.cut.months);
		return this.own(this.sums.people)
			.filter(([, of]) => of === split)
			.map((row) => ({ name: text(row[2]), n: told(row[at]) }))
			.sort((a, b) => (a.name < b.name ? -1 : 1));
	}
	/** Who does a practice at home now; of it a split by sex or age. */
	practising(split: 'all' | 'sex' | 'age'): Part[] {
		return this.own(this.sums.practising)
			.filter(([, of]) => of === split)
			.map(([, , name, n]) => ({ name: text(name), n: told(n) }))
			.sort((a, b) => (a.name < b.name ? -1 : 1));
	}
	/** Places where somebody does a practice, with how many. */
	get practisingPlaces(): Part[] {
		return this.wholePlaces(this.sums.practising, 3);
	}
	/** Lessons heard and understood in the period. */
	get lessons(): { heard: number; understood: number } {
		const rows = this.some(this.sums.lessons).filter(([, month]) => this.inPeriod(month));
		return {
			heard: rows.reduce((sum, row) => sum + count(row[2]), 0),
			understood: rows.reduce((sum, row) => sum + count(row[3]), 0)
		};
	}

	private byMonth(rows: Rows, columns: readonly number[]): OfMonth[] {
		return this.months.map((month) => {
			const found = rows.filter((row) => row.includes(month));
			return {
				month,
				values: columns.map((i) => found.reduce((sum, row) => sum + count(row[i]), 0))
			};
		});
	}

	/** Held, present, expected. */
	get sessions(): OfMonth[] {
		return this.byMonth(this.some(this.sums.sessions), [2, 3, 4]);
	}
	/** Meetings held in the period. */
	get held(): number {
		return this.some(this.sums.sessions)
			.filter(([, month]) => this.inPeriod(month))
			.reduce((sum, row) => sum + count(row[2]), 0);
	}
	/** Places where somebody was reached in the period, with how many. */
	get reachedPlaces(): Part[] {
		return this.wholePlaces(this.sums.people, 3 + PERIODS.indexOf(this.cut.months));
	}

	private wholePlaces(rows: Rows, at: number): Part[] {
		return rows
			.filter(([place, of]) => of === 'all' && place !== EVERYWHERE)
			.filter(([place]) => this.cut.place === EVERYWHERE || place === this.cut.place)
			.map((row) => ({ name: text(row[0]), n: told(row[at]) }));
	}
	/** People reached for the first time by the end of each month. */
	get reached(): OfMonth[] {
		const rows = this.some(this.sums.firsts);
		return this.risen(rows, (row) => count(row[2]));
	}
	/** Who does the practice at the end of each month; '' for all practices together. */
	adoption(practice: string): OfMonth[] {
		const rows = this.some(this.sums.practiceMonths).filter(
			([, of]) => practice === '' || of === practice
		);
		const net = Array.from({ length: MONTHS + 1 }, (_, i) =>
			rows.reduce((sum, row) => sum + count(row[2 + i]), 0)
		);
		const first = MONTHS - this.months.length;
		let doing = net.slice(0, first + 1).reduce((sum, n) => sum + n, 0);
		return this.months.map((month, i) => {
			doing += net[first + 1 + i] ?? 0;
			return { month, values: [doing] };
		});
	}

	/** Sums up to the end of each month. */
	private risen(rows: Rows, of: (row: Rows[number]) => number): OfMonth[] {
		return this.months.map((month) => ({
			month,
			values: [rows.reduce((sum, row) => (text(row[1]) <= month ? sum + of(row) : sum), 0)]
		}));
	}

	/** Who said an amount in the month, and its mean. */
	amounts(practice: string): OfMonth[] {
		const rows = this.own(this.sums.amounts).filter(([, of]) => of === practice);
		return this.months.map((month) => {
			const row = rows.find((each) => each[2] === month);
			const n = row ? told(row[3]) : 0;
			return { month, values: [n, n ? count(row?.[4]) / n : null] };
		});
	}

	/** Practices, with who will try, does it, was seen doing it, stopped, and the amount. */
	get practices(): { practice: string; unit: string; counts: number[]; amount: number }[] {
		const found = new Map<string, { unit: string; sums: number[] }>();
		for (const [, practice, unit, ...counts] of this.some(this.sums.practices)) {
			const one = found.get(text(practice)) ?? { unit: '', sums: [0, 0, 0, 0, 0] };
			found.set(text(practice), {
				unit: one.unit || text(unit),
				sums: one.sums.map((n, i) => n + count(counts[i]))
			});
		}
		return [...found].map(([practice, { unit, sums }]) => ({
			...{ practice, unit, counts: sums.slice(0, 4) },
			amount: sums[4] ?? 0
		}));
	}

	/** How the children of each month were measured; a month without any is left empty. */
	get growth(): { month: string; figures: Figures | null }[] {
		const rows = this.own(this.sums.growth);
		return this.months.map((month) => {
			const row = rows.find(([, of]) => of === month);
			return { month, figures: row ? named(GROWTH, row.slice(2)) : null };
		});
	}
	/** Each child as she was measured last in the period. */
	get latest(): Figures {
		return this.ofPeriod(this.sums.latest, GROWTH);
	}
	/** Sent in the period, and how far they have come. */
	get referrals(): Figures {
		return this.ofPeriod(this.sums.referrals, FUNNEL);
	}

	private ofPeriod(rows: Rows, names: readonly string[]): Figures {
		const row = this.own(rows).find(([, months]) => months === String(this.cut.months));
		return named(names, row?.slice(2) ?? names.map(() => 0));
	}
}

const named = (names: readonly string[], cells: readonly unknown[]): Figures =>
	Object.fromEntries(names.map((name, i) => [name, told(cells[i])]));
