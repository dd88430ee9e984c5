import { pairsOf } from './evidence.ts';
import { raisedIn, type Raised } from './hands.ts';
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
	/** Blocks that count, and for how many of them each was there. */
	readonly required: number;
	readonly blocks: ReadonlyMap<string, number>;
	readonly hands: readonly Raised[];
	readonly minutes: number | null;
	/** Two corrected the same thing at once. */
	readonly review: boolean;
}

/** Folded rows of one group. */
export interface GroupRows {
	readonly people: readonly (Row & { readonly id: string })[];
	readonly progress: readonly Row[];
	readonly practices: readonly Row[];
	readonly sessions: readonly Row[];
	/** Ids of women who turned out to be one → the id she is shown under. */
	readonly same: ReadonlyMap<string, string>;
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

/** Who was there, each woman once, and for how long: of two ids of hers the longer stay. */
function hereIn(here: string, same: ReadonlyMap<string, string>): Map<string, number> {
	const found = new Map<string, number>();
	for (const [id, blocks] of pairsOf(here)) {
		const who = same.get(id) ?? id;
		found.set(who, Math.max(found.get(who) ?? 0, Number(blocks)));
	}
	return found;
}

function meetingOf(row: Row, same: ReadonlyMap<string, string>): GroupMeeting {
	const blocks = hereIn(text(row.here), same);
	return {
		id: text(row.session),
		day: text(row.day),
		lesson: text(row.lesson),
		languages: text(row.languages),
		roster: Number(row.roster),
		present: blocks.size,
		here: [...blocks.keys()],
		closedByClock: row.closed === 'clock',
		understood: Boolean(row.understood),
		required: Number(row.required ?? 0),
		blocks,
		hands: raisedIn(text(row.hands)),
		minutes: typeof row.minutes === 'number' ? row.minutes : null,
		review: Boolean(row.review)
	};
}

const order = (a: GroupMember, b: GroupMember): number =>
	Number(a.left !== '') - Number(b.left !== '') || (a.name < b.name ? -1 : Number(a.name > b.name));

/** A meeting as the next one is proposed from it. */
export interface HeldMeeting {
	readonly id: string;
	readonly day: string;
	readonly lesson: string;
	readonly here: readonly string[];
	readonly closed: string;
}

/** The meetings in the rows of a group. */
export const heldIn = (
	sessions: readonly Row[],
	same: ReadonlyMap<string, string>
): HeldMeeting[] =>
	sessions
		.filter(({ lesson }) => lesson !== '')
		.map(({ session, day, lesson, here, closed }) => ({
			id: text(session),
			day: text(day),
			lesson: text(lesson),
			here: [...hereIn(text(here), same).keys()],
			closed: text(closed)
		}));

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
	// of a correction alone, before its meeting is here or after that was struck out, nothing can be told
	const meetings = rows.sessions
		.filter(({ lesson }) => lesson !== '')
		.map((row) => meetingOf(row, rows.same))
		.sort((a, b) => (a.day < b.day ? 1 : -1));
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
