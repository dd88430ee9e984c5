import { ageWindow, WIDEST_WINDOW_DAYS, type Birth } from '../growth/index.ts';
import type { Draft } from '../journal/registry.ts';
import { daysBetween, parseDay, type Day } from '../shared/day.ts';
import {
	bornBeside,
	bornInMonth,
	bornInSeason,
	untilToday,
	type Beside,
	type Event,
	type Season
} from './events.ts';

/** How a birth date was found. */
export const FOUND = ['card', 'certificate', 'event', 'month', 'season', 'unknown'] as const;
export type Found = (typeof FOUND)[number];

/** What was answered about the birth, whichever way was chosen. */
export interface BirthForm {
	readonly found: Found | null;
	/** `2025-10-02`, typed from a paper. */
	readonly day: string;
	readonly year: number;
	readonly month: number;
	readonly season: Season | null;
	readonly event: Event | null;
	readonly beside: Beside;
}

export type BirthFault = 'missing' | 'no-date' | 'future' | 'too-old';
/** Older than this a child is not of this programme; a year was probably mistyped. */
const OLDEST_DAYS = 20 * 366;

function born(form: BirthForm): Birth | BirthFault {
	const { found, day, year, month, season, event, beside } = form;
	if (found === null) return 'missing';
	if (found === 'unknown') return { kind: 'unknown' };
	if (found === 'month') return bornInMonth(year, month);
	if (found === 'season') return season ? bornInSeason(season, year) : 'missing';
	if (found === 'event') return event ? bornBeside(event, year, beside) : 'missing';
	const exact = parseDay(day);
	if (!exact) return day ? 'no-date' : 'missing';
	return { kind: 'exact', day: exact };
}

/** The birth as far as it was told, or what has to be said about it first. */
export function birthFrom(form: BirthForm, today: Day): Birth | BirthFault {
	const told = born(form);
	if (typeof told === 'string') return told;
	const birth = untilToday(told, today);
	if (!birth) return 'future';
	const first = birth.kind === 'exact' ? birth.day : birth.kind === 'between' ? birth.first : today;
	return daysBetween(first, today) > OLDEST_DAYS ? 'too-old' : birth;
}

/** Too wide a birth allows no result that depends on the age. */
export function isTooWide(birth: Birth, today: Day): boolean {
	const window = ageWindow(birth, today);
	return !window || window.oldest - window.youngest > WIDEST_WINDOW_DAYS;
}

const HOW = {
	card: 'card',
	certificate: 'certificate',
	event: 'calendar',
	month: 'memory',
	season: 'calendar',
	unknown: 'unknown'
} as const satisfies Record<Found, Draft<'child.register'>['bornHow']>;

/** The fields of a registration that tell the birth. */
export function birthFields(
	birth: Birth,
	found: Found
): Pick<Draft<'child.register'>, 'bornFrom' | 'bornTo' | 'bornHow'> {
	const bornHow = HOW[found];
	if (birth.kind === 'unknown') return { bornHow };
	if (birth.kind === 'exact') return { bornFrom: birth.day, bornTo: birth.day, bornHow };
	return { bornFrom: birth.first, bornTo: birth.last, bornHow };
}
