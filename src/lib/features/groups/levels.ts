import { levels, type Level } from '#lib/ui/level/level.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Credits } from '#lib/domain/journal/levels.ts';

/** The highest level of a lesson, which stands for those below it. */
export const highest = (credits: Credits | undefined): Level | undefined =>
	levels.findLast((level) => credits?.[level]);

/** What the shapes are called in the language of the screen. */
export const levelNames = (): Record<Level | 'none', string> => ({
	heard: m.groups_level_heard(),
	understood: m.groups_level_understood(),
	group: m.groups_level_group(),
	committed: m.groups_level_committed(),
	doing: m.groups_level_doing(),
	none: m.groups_not_yet()
});
