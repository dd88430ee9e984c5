import type { Day } from '../shared/day.ts';
import { AHEAD_DAYS, type Task } from './tasks.ts';

/** A child as a measuring day needs her. */
export interface Measured {
	readonly id: string;
	readonly status: string;
	/** Day of her newest measuring. */
	readonly lastDay: Day | undefined;
	readonly task: Task | undefined;
}

export interface DayList {
	/** Came and wait, in the order they came. */
	readonly waiting: readonly string[];
	/** Expected and not here, danger first. */
	readonly missing: readonly string[];
	/** Measured today, by whatever phone. */
	readonly done: readonly string[];
	readonly came: number;
	readonly expected: number;
	/** Who is next: the first that waits, unless one that waits is in danger. */
	readonly next: string | undefined;
}

/** Expected: due by the end of the coming week, or measured today. */
const isExpected = ({ status, task, lastDay }: Measured, today: Day): boolean =>
	lastDay === today || (status === 'active' && !!task && task.late >= -AHEAD_DAYS);

/**
 * The list of a session at one place. `came` has who was noted as here, in that order; a child that was
 * measured today is done, whoever measured her, and who comes without being expected counts as expected.
 */
export function dayList(
	children: readonly Measured[],
	came: readonly string[],
	today: Day
): DayList {
	const byId = new Map(children.map((child) => [child.id, child]));
	const isDone = (id: string) => byId.get(id)?.lastDay === today;
	const waiting = [...new Set(came)].filter((id) => byId.has(id) && !isDone(id));
	const done = children.filter(({ id }) => isDone(id)).map(({ id }) => id);
	const missing = children
		.filter((child) => isExpected(child, today) && !isDone(child.id))
		.filter(({ id }) => !waiting.includes(id))
		.sort((a, b) => urgencyFirst(a, b))
		.map(({ id }) => id);
	const here = waiting.length + done.length;
	const danger = waiting.find((id) => (byId.get(id)?.task?.risk ?? 4) === 0);
	return {
		waiting,
		missing,
		done,
		came: here,
		expected: here + missing.length,
		next: danger ?? waiting[0]
	};
}

function urgencyFirst(a: Measured, b: Measured): number {
	const [x, y] = [a.task, b.task];
	if (!x || !y) return x ? -1 : y ? 1 : 0;
	return x.risk - y.risk || y.late - x.late || (a.id < b.id ? -1 : 1);
}
