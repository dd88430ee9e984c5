import type { Day } from '../shared/day.ts';
import { earlier, later } from './credits.ts';
import type { Tables } from './tables.ts';

type Level = 'committed' | 'doing' | 'verified' | 'stopped';
const RISING = ['verified', 'doing', 'committed'] as const;

/** Writes one report into a woman's practice. The level is the highest one said since she last stopped;
 * days decide, so that the order of reports does not. */
export function report(row: Tables['practices'], level: Level, day: Day): void {
	const column = `${level}On` as const;
	row[column] = later(row[column], day);
	row.day = later(row.day, day);
	if (level === 'doing' || level === 'verified') row.since = earlier(row.since, day);
	const since = RISING.find((one) => row[`${one}On`] > row.stoppedOn);
	row.level = since ?? 'stopped';
}
