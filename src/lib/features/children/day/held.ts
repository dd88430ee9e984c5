import type { ChildLine, Children } from '#lib/app/children.svelte.ts';
import type { MeasuringDay } from '#lib/app/measuring-day.svelte.ts';
import { dayList, type DayList } from '#lib/domain/child/measuring-day.ts';
import { taskOfLine } from '../followed.ts';

export interface Held {
	readonly list: DayList;
	readonly byId: ReadonlyMap<string, ChildLine>;
}

/** The list of the day at the place where it is held, with the lines of its children. */
export function heldList(children: Children, held: MeasuringDay): Held {
	const { today } = children.facts;
	const lines = children.lines.filter(({ child }) => child.scope === held.scope);
	const measured = lines.map((line) => ({
		id: line.child.id,
		status: line.child.status,
		lastDay: line.last?.day,
		task: taskOfLine(line, today)
	}));
	return {
		list: dayList(measured, held.came, today),
		byId: new Map(lines.map((line) => [String(line.child.id), line]))
	};
}
