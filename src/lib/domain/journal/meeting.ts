import type { Raised } from './hands.ts';
import type { Body, Draft } from './registry.ts';

/** Ids of women who turned out to be one → the id she is shown under. */
type Same = ReadonlyMap<string, string>;
export type Amendment = Draft<'session.amend'>;

/** Something that was said again after the meeting: what was, and what is since. */
export interface Correction {
	readonly id: string;
	readonly by: string;
	/** Its stamp: orders corrections, and is no date. */
	readonly at: number;
	readonly body: Body<'session.amend'>;
	/** Nothing newer was said of the same: it can be taken back. */
	readonly last: boolean;
}

/** A meeting that was recorded, as it stands after all that was said of it since. */
export interface Meeting {
	readonly id: string;
	/** Its record, the entry itself, and the phone that made it. */
	readonly entry: string;
	readonly phone: string;
	readonly body: Body<'session.close'>;
	/** Blocks of the lesson that count. */
	readonly required: number;
	/** For how many blocks each id of the record was there. */
	readonly blocks: ReadonlyMap<string, number>;
	readonly hands: readonly Raised[];
	/** The newest first. */
	readonly corrections: readonly Correction[];
}

const idOf = (id: string, same: Same): string => same.get(id) ?? id;

/** For how many blocks she was there, under any of her ids; null for not at all. Who came for the close
 * alone was there, for none. */
export function stayOf({ blocks }: Meeting, who: string, same: Same): number | null {
	const stays = [...blocks].flatMap(([id, n]) => (idOf(id, same) === who ? [n] : []));
	return stays.length ? Math.max(...stays) : null;
}

const context = ({ body }: Meeting) => ({
	day: body.day,
	lesson: body.lesson,
	blocksRequired: body.blocksRequired
});

/** What is to be said so that she was there for `to` blocks, 0 for not at all, under whatever ids the
 * record knows her by. */
export function amendPresence(
	meeting: Meeting,
	{ who, to }: { who: string; to: number },
	same: Same
): Amendment[] {
	const { blocks, body } = meeting;
	const hers = [...blocks.keys()].filter((id) => idOf(id, same) === who);
	const listed = body.roster.find((id) => idOf(id, same) === who);
	const ids = hers.length ? hers : [listed ?? who];
	return ids.flatMap((id, place): Amendment[] => {
		const was = blocks.get(id) ?? 0;
		const wanted = place === 0 ? to : 0;
		// nothing is said twice; but who is in the list for no block can still be taken out of it
		if (was === wanted && (wanted > 0 || !blocks.has(id))) return [];
		return [{ ...context(meeting), field: 'present', who: id, to: wanted, was }];
	});
}

/** What is to be said so that these are the hands of a question; never more than there were people. */
export function amendHands(
	meeting: Meeting,
	{ q, to }: { q: string; to: readonly number[] }
): Amendment[] {
	const asked = meeting.hands.find((one) => one.q === q);
	if (!asked || to.length !== asked.counts.length) return [];
	const { right, of, counts } = asked;
	const sum = to.reduce((all, n) => all + n, 0);
	if (sum > of || to.join() === counts.join()) return [];
	return [{ ...context(meeting), field: 'hands', q, right, of, to: [...to], was: [...counts] }];
}

/** What takes a correction back: the same, the other way round. Said for each field, for `to` is of another type in each. */
export const takeBack = ({ body }: Correction): Amendment =>
	body.field === 'present'
		? { ...body, to: body.was, was: body.to }
		: { ...body, to: body.was, was: body.to };

/** The lesson that was really held. */
export interface OtherLesson {
	readonly id: string;
	readonly revision: number;
	readonly required: number;
	readonly practice: string;
}

/**
 * The record anew, under the lesson that was held. How long each was there stays, in the measure of that
 * lesson; hands go, for nobody can tell what they were raised for.
 */
export function underLesson(meeting: Meeting, lesson: OtherLesson): Draft<'session.close'> {
	const { body, blocks, required } = meeting;
	return {
		...body,
		languages: [...body.languages],
		roster: [...body.roster],
		will: [...body.will],
		lesson: lesson.id,
		revision: lesson.revision,
		blocksRequired: lesson.required,
		practice: lesson.practice,
		present: [...blocks].map(([who, n]) => ({
			who,
			blocks: Math.round((n * lesson.required) / required)
		})),
		hands: []
	};
}
