import { m } from '#lib/paraglide/messages.js';

/** For how long somebody was at a meeting, in words; null is "not at all". */
export function stayWords(blocks: number | null, all: number): string {
	if (blocks === null) return m.session_stay_none();
	return blocks >= all ? m.session_stay_all() : m.session_stay_n({ n: blocks, all });
}
