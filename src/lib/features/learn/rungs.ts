import { both } from '#lib/app/words.ts';
import { parseDay } from '#lib/domain/shared/day.ts';
import { shortDay } from '#lib/domain/shared/format.ts';
import type { Credits } from '#lib/domain/journal/levels.ts';
import { m } from '#lib/paraglide/messages.js';
import { levels, type Level } from '#lib/ui/level/level.ts';

const names = {
	heard: m.learn_heard,
	understood: m.learn_understood,
	group: m.learn_group_understood,
	committed: m.learn_will_try,
	doing: m.learn_doing
} as const satisfies Record<Level, unknown>;

/** The five levels in words, each with the day it was reached. */
export function rungsOf(credits: Credits | undefined) {
	return levels.map((level) => {
		const day = parseDay(credits?.[level] ?? '');
		const seen = level === 'doing' && credits?.verified ? ` · ${m.learn_seen()}` : '';
		return {
			level,
			words: both(names[level]),
			reached: day !== null,
			note: day ? shortDay(day) + seen : m.learn_not_yet()
		};
	});
}

/** The reached levels as one sentence, for who hears the row of shapes. */
export const reachedWords = (reached: readonly Level[]): string =>
	reached.length
		? m.learn_reached({ levels: reached.map((level) => names[level]()).join(', ') })
		: m.learn_reached_none();
