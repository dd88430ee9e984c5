import { addDays, dayFromNumber, dayNumber, parseDay, type Day } from '../shared/day.ts';
import type { Birth } from '../growth/index.ts';

/**
 * The calendar by which a birth is remembered when no paper has it: feasts that every family of the
 * highlands keeps, months, and the three seasons. Versioned with the app; a community's own feast days
 * are not in it.
 */
export const EVENTS = [
	'new-year',
	'alasitas',
	'candelaria',
	'carnival',
	'easter',
	'mothers-day',
	'aymara-new-year',
	'san-juan',
	'carmen',
	'independence',
	'all-saints',
	'christmas'
] as const;
export type Event = (typeof EVENTS)[number];

const FIXED: Readonly<Partial<Record<Event, string>>> = {
	'new-year': '01-01',
	alasitas: '01-24',
	candelaria: '02-02',
	'mothers-day': '05-27',
	'aymara-new-year': '06-21',
	'san-juan': '06-24',
	carmen: '07-16',
	independence: '08-06',
	'all-saints': '11-02',
	christmas: '12-25'
};

/** Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher). */
export function easter(year: number): Day {
	const a = year % 19;
	const [b, c] = [Math.floor(year / 100), year % 100];
	const [d, e] = [Math.floor(b / 4), b % 4];
	const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
	const h = (19 * a + b - d - g + 15) % 30;
	const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const n = h + l - 7 * m + 114;
	const two = (value: number) => String(value).padStart(2, '0');
	return dayOf(`${year}-${two(Math.floor(n / 31))}-${two((n % 31) + 1)}`);
}

const dayOf = (text: string): Day => parseDay(text) ?? dayFromNumber(0);

/** The day of a feast in a year; carnival is its Sunday, seven weeks before Easter. */
export function eventDay(event: Event, year: number): Day {
	if (event === 'easter') return easter(year);
	if (event === 'carnival') return addDays(easter(year), -49);
	return dayOf(`${year}-${FIXED[event] ?? '01-01'}`);
}

/** Where a birth lies beside a feast, as it is remembered. */
export type Beside = 'before' | 'about' | 'after';
const ABOUT_DAYS = 7;
const BESIDE_DAYS = 30;

/** Born in the month before a feast, about the feast, or in the month after it. */
export function bornBeside(event: Event, year: number, beside: Beside): Birth {
	const day = eventDay(event, year);
	if (beside === 'about') return between(addDays(day, -ABOUT_DAYS), addDays(day, ABOUT_DAYS));
	return beside === 'before'
		? between(addDays(day, -BESIDE_DAYS), addDays(day, -1))
		: between(addDays(day, 1), addDays(day, BESIDE_DAYS));
}

export const SEASONS = ['rain', 'frost', 'dry'] as const;
export type Season = (typeof SEASONS)[number];

/** First and last month of each; the rains reach into the next year. */
const MONTHS: Readonly<Record<Season, readonly [first: number, last: number]>> = {
	rain: [12, 15],
	frost: [5, 8],
	dry: [8, 11]
};

/** Born in a season that began in `year`. */
export function bornInSeason(season: Season, year: number): Birth {
	const [first, last] = MONTHS[season];
	return between(firstOf(year, first), addDays(firstOf(year, last + 1), -1));
}

/** Born some day of a month, 1–12. */
export const bornInMonth = (year: number, month: number): Birth =>
	between(firstOf(year, month), addDays(firstOf(year, month + 1), -1));

/** The first day of a month that may lie in the next year. */
function firstOf(year: number, month: number): Day {
	const over = Math.floor((month - 1) / 12);
	const within = String(month - 12 * over).padStart(2, '0');
	return dayOf(`${year + over}-${within}-01`);
}

const between = (first: Day, last: Day): Birth => ({ kind: 'between', first, last });

/** A birth cannot lie in the future: what reaches past today ends there; null when nothing is left. */
export function untilToday(birth: Birth, today: Day): Birth | null {
	if (birth.kind === 'unknown') return birth;
	const first = birth.kind === 'exact' ? birth.day : birth.first;
	if (dayNumber(first) > dayNumber(today)) return null;
	if (birth.kind === 'exact' || birth.last <= today) return birth;
	return first === today ? { kind: 'exact', day: today } : between(first, today);
}
