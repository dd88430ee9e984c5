import { lastHeld, missed, proposeLesson } from '#lib/domain/course/session/proposal.ts';
import { heldIn } from '#lib/domain/journal/group-view.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import type { ScopeId } from '#lib/domain/shared/ids.ts';
import { courses, type CourseEntry, type LessonEntry } from '#lib/library/courses.ts';
import type { Phone } from '#lib/store/phone.ts';

/** What a facilitator wants to know of a group before she walks there. */
export interface GroupDay {
	readonly id: string;
	readonly name: string;
	readonly members: number;
	readonly last?: { readonly day: Day; readonly lesson: string; readonly present: number };
	/** Names of who was expected at the last meeting and was not there. */
	readonly missed: readonly string[];
	readonly next?: { readonly course: CourseEntry; readonly lesson: LessonEntry };
}

async function dayOf(phone: Phone, scope: ScopeId, name: string): Promise<GroupDay> {
	const [people, sessions, same] = await Promise.all([
		phone.rows('people', scope),
		phone.rows('sessions', scope),
		phone.meetings.same()
	]);
	const members = people
		.filter(({ left }) => left === '')
		.map((row) => ({
			id: row.key.slice(0, row.key.indexOf('|')),
			name: String(row.name),
			joined: String(row.joined)
		}));
	const held = heldIn(sessions, same);
	const last = lastHeld(held);
	const next = proposeLesson(courses, held);
	return {
		id: scope.slice(2),
		name,
		members: members.length,
		...(last ? { last: { ...last, day: last.day as Day, present: last.here.length } } : {}),
		missed: missed(members, last).map((one) => one.name),
		...(next ? { next } : {})
	};
}

/** Her groups: the one that met longest ago first, for it is the next that waits. */
export async function groupDays(phone: Phone, scopes: readonly ScopeId[]): Promise<GroupDay[]> {
	const { groups } = await phone.office();
	const names = new Map(groups.map(({ id, name }) => [`g:${id}`, name]));
	const days = await Promise.all(
		scopes.map((scope) => dayOf(phone, scope, names.get(scope) ?? ''))
	);
	return days.sort((a, b) => ((a.last?.day ?? '') < (b.last?.day ?? '') ? -1 : 1));
}
