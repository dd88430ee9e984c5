import type { Day } from '../shared/day.ts';

type Cell = string | number | null;
/** A list of short rows; what stands in which place is said by `Sums`. */
export type Rows = readonly (readonly Cell[])[];

/** Everything, instead of the id of a community. */
export const EVERYWHERE = '*';
/** How far back is looked, in calendar months with the running one; 0 is from the beginning. */
export const PERIODS = [3, 6, 12, 24, 0] as const;
export type Period = (typeof PERIODS)[number];
/** Months on an axis. */
export const MONTHS = 24;
/** Fewer people than this are not told outside the team that knows them. */
export const FEW = 5;
/** A number as it is told: null for 1 to 4. */
export const told = (n: number): number | null => (n > 0 && n < FEW ? null : n);

/**
 * The programme summed up by the server, of which every panel, table and file is a cut. A place is a
 * community, '' where it is not known, or `*`; a month is `2026-11`. `null` is 1 to 4 people.
 */
export interface Sums {
	readonly today: string;
	/** When the sums were made, ms. */
	readonly summed: number;
	/** id, name */
	readonly places: Rows;
	/** id, name, place, last meeting's day or '' */
	readonly groups: Rows;
	/** place, members now */
	readonly members: Rows;
	/** place, split (all, sex or age), part, people in each period who began a lesson new to them */
	readonly people: Rows;
	/** place, split, part, people who do at least one practice at home */
	readonly practising: Rows;
	/** place, month, people reached for the first time */
	readonly firsts: Rows;
	/** place, month, lessons heard, of these understood */
	readonly lessons: Rows;
	/** place, month, held, present, expected */
	readonly sessions: Rows;
	/** place, practice, unit, will try, do it, seen, stopped, amount last said */
	readonly practices: Rows;
	/** place, practice, who began less who stopped: before, then in each of the last `MONTHS` */
	readonly practiceMonths: Rows;
	/** place, practice, month, who said an amount, their sum */
	readonly amounts: Rows;
	/** group, promises older than 60 days of which nothing more is known */
	readonly promised: Rows;
	/** place, month, then `GROWTH` */
	readonly growth: Rows;
	/** place, months back, then `GROWTH`: each child as she was measured last */
	readonly latest: Rows;
	/** place, months back, then `FUNNEL` */
	readonly referrals: Rows;
	/** place, referrals that nobody has confirmed for more than 5 days, visits more than a week late */
	readonly late: Rows;
	/** place, children followed */
	readonly children: Rows;
}

/** Children measured; of them with a length that counts, and length below −2; acute; the four results;
 * lengths with WHO's flag, which count nowhere. */
export const GROWTH = 'n lengths stunted acute well watch refer again flagged'.split(' ');
export const FUNNEL = 'sent arrived attended recovered notGone cancelled'.split(' ');

/** The first day of a period that ends today; '' for one without a beginning. */
export function beginOf(months: Period, today: Day): string {
	if (months === 0) return '';
	return `${monthsUpTo(today, months)[0] ?? ''}-01`;
}

/** The last `n` months, the oldest first: `2026-10`, `2026-11`. */
export function monthsUpTo(today: Day, n: number): string[] {
	const [year = 0, month = 1] = today.split('-').map(Number);
	return Array.from({ length: n }, (_, i) => {
		const at = year * 12 + month - 1 - (n - 1 - i);
		return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
	});
}
