import { optionLetter } from '#lib/domain/course/session/hands.ts';
import { m } from '#lib/paraglide/messages.js';

/** For how long somebody was at a meeting, in words; null is "not at all". */
export function stayWords(blocks: number | null, all: number): string {
	if (blocks === null) return m.session_stay_none();
	return blocks >= all ? m.session_stay_all() : m.session_stay_n({ n: blocks, all });
}

/** «A 10, B 4»: the hands of each option; `between` stands between two. */
export const handsWords = (counts: readonly number[], between = ', '): string =>
	counts.map((n, place) => `${optionLetter(place)} ${n}`).join(between);
