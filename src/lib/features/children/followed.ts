import type { ChildLine } from '#lib/app/children.svelte.ts';
import { birthOf, fullName } from '#lib/domain/child/rows.ts';
import { taskLists, taskOf, type Followed, type Task } from '#lib/domain/child/tasks.ts';
import { ageWindow } from '#lib/domain/growth/index.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import type { IconName } from '#lib/ui/icons/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address } from '#lib/app/address.ts';

/** A child of the register as tasks are made from her. */
const followed = ({ child, last, referrals }: ChildLine, today: Day): Followed => ({
	id: child.id,
	status: child.status,
	age: ageWindow(birthOf(child), today),
	last,
	referrals
});

export const taskOfLine = (line: ChildLine, today: Day): Task | undefined =>
	taskOf(followed(line, today), today);

export interface LineTask {
	readonly line: ChildLine;
	readonly task: Task;
}
export interface LineLists {
	readonly overdue: readonly LineTask[];
	readonly today: readonly LineTask[];
	readonly week: readonly LineTask[];
}

/** The lists of tasks, each with the line of its child. */
export function listsOf(lines: readonly ChildLine[], today: Day): LineLists {
	const byId = new Map(lines.map((line) => [String(line.child.id), line]));
	const lists = taskLists(
		lines.map((line) => followed(line, today)),
		today
	);
	const withLine = (tasks: readonly Task[]): LineTask[] =>
		tasks.flatMap((task) => {
			const line = byId.get(task.child);
			return line ? [{ line, task }] : [];
		});
	return {
		overdue: withLine(lists.overdue),
		today: withLine(lists.today),
		week: withLine(lists.week)
	};
}

const WORDS = {
	'ask-arrived': { icon: 'hospital', say: m.children_task_ask_arrived },
	'ask-attended': { icon: 'phone', say: m.children_task_ask_attended },
	refer: { icon: 'hospital', say: m.children_task_refer },
	weigh: { icon: 'weight', say: m.children_task_weigh },
	feeding: { icon: 'house', say: m.children_task_feeding },
	complete: { icon: 'refresh-cw', say: m.children_task_complete },
	first: { icon: 'weight', say: m.children_task_first },
	control: { icon: 'calendar-days', say: m.children_task_control }
} as const satisfies Record<Task['what'], { icon: IconName; say: () => string }>;

/** What is to be done, and the drawing beside it. */
export const taskWords = ({ what, escalated }: Task) => {
	const { icon, say } = WORDS[what];
	return { icon, words: escalated ? `${say()}. ${m.children_task_told()}` : say() };
};

/** Where a task is done: the slip, or the visit. */
export function taskAddress({ what, child }: Task): string {
	const slip = what === 'ask-arrived' || what === 'ask-attended' || what === 'refer';
	return address(slip ? '/children/referral/' : '/children/home-visit/', { id: child });
}

/** First name alone: what a button calls her. */
export const shortName = ({ child }: ChildLine): string => child.name || fullName(child);
