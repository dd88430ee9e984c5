import { stayOf, type Meeting } from '#lib/domain/journal/meeting.ts';
import type { StoredRow } from '#lib/store/phone.ts';

/** Ids → another id, or a name. */
export type Same = ReadonlyMap<string, string>;
export const NOBODY: Same = new Map();

/** Somebody who was on the list of a meeting, or is of the group now. */
export interface Attender {
	readonly id: string;
	readonly name: string;
	readonly face: string;
	/** For how many blocks she was there; null for not at all. */
	readonly stay: number | null;
}

const idIn = ({ key }: StoredRow): string => key.slice(0, key.indexOf('|'));

export const namesIn = (people: readonly StoredRow[]): Same =>
	new Map(people.map((row) => [idIn(row), String(row.name)]));

/** Whoever was there, and whoever was of the group on that day, by name. */
export const attendersOf = (
	meeting: Meeting,
	people: readonly StoredRow[],
	same: Same
): Attender[] =>
	people
		.map((row) => {
			const id = idIn(row);
			const gone = row.left !== '' && String(row.left) < meeting.body.day;
			const ofGroup = String(row.joined) <= meeting.body.day && !gone;
			const stay = stayOf(meeting, id, same);
			return { id, name: String(row.name), face: String(row.face), stay, ofGroup };
		})
		.filter(({ stay, ofGroup }) => stay !== null || ofGroup)
		.sort((a, b) => a.name.localeCompare(b.name, 'es'));
