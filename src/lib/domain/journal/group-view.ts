import { piecesOf } from './evidence.ts';
import { creditsOf, type Credits } from './levels.ts';
import type { Row } from './tables.ts';

/** A person of a group as her facilitator sees her; what a PIN veils is not here. */
export interface GroupMember {
	readonly id: string;
	readonly name: string;
	readonly face: string;
	readonly joined: string;
	/** The day she left; '' while she is a member. */
	readonly left: string;
	readonly credits: ReadonlyMap<string, Credits>;
	readonly practices: readonly Row[];
}

/** A meeting that was held. */
export interface GroupMeeting {
	readonly id: string;
	readonly day: string;
	readonly lesson: string;
	readonly languages: string;
	readonly roster: number;
	readonly present: number;
	readonly here: readonly string[];
	readonly closedByClock: boolean;
	readonly understood: boolean;
}

/** Folded rows of one group. */
export interface GroupRows {
	readonly people: readonly (Row & { readonly id: string })[];
	readonly progress: readonly Row[];
	readonly practices: readonly Row[];
	readonly sessions: readonly Row[];
}

export interface GroupView {
	/** By name; who has left stands last. */
	readonly members: readonly GroupMember[];
	/** The newest first. */
	readonly meetings: readonly GroupMeeting[];
}

const text = (value: string | number | null | undefined): string => String(value ?? '');

function by(column: string, rows: readonly Row[]): Map<string, Row[]> {
	const found = new Map<string, Row[]>();
	for (const row of rows) {
		const key = text(row[column]);
		const list = found.get(key);
		if (list) list.push(row);
		else found.set(key, [row]);
	}
	return found;
}

const meetingOf = (row: Row): GroupMeeting => ({
	id: text(row.session),
	day: text(row.day),
	lesson: text(row.lesson),
	languages: text(row.languages),
	roster: Number(row.roster),
	present: Number(row.present),
	here: piecesOf(text(row.here)),
	closedByClock: row.closed === 'clock',
	understood: Boolean(row.understood)
});

const order = (a: GroupMember, b: GroupMember): number =>
	Number(a.left !== '') - Number(b.left !== '') || (a.name < b.name ? -1 : Number(a.name > b.name));

/** A group out of its rows: everybody with her credits, every meeting. `practiceOf`: lesson → practice. */
export function groupView(rows: GroupRows, practiceOf: ReadonlyMap<string, string>): GroupView {
	const progress = by('person', rows.progress);
	const practices = by('person', rows.practices);
	const members = rows.people.map((row): GroupMember => {
		const hers = practices.get(row.id) ?? [];
		const ground = {
			progress: progress.get(row.id) ?? [],
			practices: hers,
			sessions: rows.sessions
		};
		return {
			id: row.id,
			name: text(row.name),
			face: text(row.face),
			joined: text(row.joined),
			left: text(row.left),
			credits: creditsOf(ground, practiceOf),
			practices: hers
		};
	});
	const meetings = rows.sessions.map(meetingOf).sort((a, b) => (a.day < b.day ? 1 : -1));
	return { members: members.sort(order), meetings };
}

type Counted = 'heard' | 'understood' | 'group' | 'committed' | 'doing' | 'verified';

/** Of the members of today, how many reached each level of a lesson. */
export type LessonTally = Record<Counted, number> & { readonly of: number };

export function lessonTally(members: readonly GroupMember[], lesson: string): LessonTally {
	const here = members.filter(({ left }) => left === '');
	const count = (level: Counted) =>
		here.filter(({ credits }) => credits.get(lesson)?.[level]).length;
	return {
		of: here.length,
		heard: count('heard'),
		understood: count('understood'),
		group: count('group'),
		committed: count('committed'),
		doing: count('doing'),
		verified: count('verified')
	};
}

/** Present and expected at the last meetings, the oldest of them first. */
export const attendance = (meetings: readonly GroupMeeting[], last = 8): readonly GroupMeeting[] =>
	meetings.slice(0, last).reverse();
