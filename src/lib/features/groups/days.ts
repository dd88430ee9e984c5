import { parseDay } from '#lib/domain/shared/day.ts';
import { shortDay } from '#lib/domain/shared/format.ts';
import { m } from '#lib/paraglide/messages.js';

/** «24/11/2026», of a day of the read model; '' stays ''. */
export function writtenDay(text: string): string {
	const day = parseDay(text);
	return day ? shortDay(day) : text;
}

/** «el 24/11/2026», or nothing. */
export const onDay = (text: string): string => {
	const day = parseDay(text);
	return day ? m.groups_on({ day: shortDay(day) }) : '';
};
