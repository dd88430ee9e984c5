import type { Day } from '../shared/day.ts';
import { leastOf } from './evidence.ts';

/** What one go at a lesson left behind: the facts that credits are computed from. */
export interface Go {
	readonly blocksHeard: number;
	readonly blocksRequired: number;
	readonly answers: readonly { readonly right: boolean }[];
}

/** Alone: every required block was opened. */
export const heardAlone = ({ blocksHeard, blocksRequired }: Go): boolean =>
	blocksHeard >= blocksRequired;

/** Alone: 4 of 5 questions right, and all of them where a lesson has three or fewer. */
export const understoodAlone = ({ answers }: Go): boolean =>
	answers.length > 0 && answers.filter(({ right }) => right).length >= 0.8 * answers.length;

/** In the group: there for 60 % of the required blocks. */
export const heardInGroup = (blocks: number, blocksRequired: number): boolean =>
	blocks >= 0.6 * blocksRequired;

/** The first day of several, so that a second go never moves a credit. '' is no day yet. */
export const earlier = (known: string, day: Day): string => (known && known < day ? known : day);

/** The last day of several. */
export const later = (known: string, day: Day): string => (known > day ? known : day);

/** Hands raised for each option of a question, and which option was right. */
export interface Hands {
	readonly counts: readonly number[];
	readonly right: number;
	/** How many were in the room when it was asked: women come late and leave early. */
	readonly of?: number | undefined;
}

/** In the group: of those present 70 % raised the right hand at three of four questions. It counts for
 * the group and is never copied into a person's own level. */
export function understoodInGroup(hands: readonly Hands[], present: number): boolean {
	const good = hands.filter(
		({ counts, right, of = present }) => of > 0 && (counts[right] ?? 0) >= 0.7 * of
	);
	return present > 0 && hands.length > 0 && good.length >= 0.75 * hands.length;
}

/** The first day she heard it, alone or in a session; '' if she has not. */
export function heardOn({ aloneOn, sessions }: { aloneOn: string; sessions: string }): string {
	const group = leastOf(sessions);
	if (aloneOn === '' || group === '') return aloneOn || group;
	return aloneOn < group ? aloneOn : group;
}
