import { both } from '#lib/app/words.ts';
import type { Beside, Event, Season } from '#lib/domain/child/events.ts';
import type { Found } from '#lib/domain/child/registration.ts';
import { monthNames } from '#lib/domain/shared/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Words } from '#lib/ui/words.ts';
import type { FormFault } from './registering.svelte.ts';

const FOUND = {
	card: m.children_found_card,
	certificate: m.children_found_certificate,
	event: m.children_found_event,
	month: m.children_found_month,
	season: m.children_found_season,
	unknown: m.children_found_unknown
} as const satisfies Record<Found, unknown>;

export const foundWords = (found: Found): string => FOUND[found]();

const SEASON = {
	rain: { words: m.children_season_rain, note: m.children_season_rain_months },
	frost: { words: m.children_season_frost, note: m.children_season_frost_months },
	dry: { words: m.children_season_dry, note: m.children_season_dry_months }
} as const satisfies Record<Season, unknown>;

export const seasonWords = (season: Season): { words: Words; note: string } => ({
	words: both(SEASON[season].words),
	note: SEASON[season].note()
});

const EVENT = {
	'new-year': m.children_event_new_year,
	alasitas: m.children_event_alasitas,
	candelaria: m.children_event_candelaria,
	carnival: m.children_event_carnival,
	easter: m.children_event_easter,
	'mothers-day': m.children_event_mothers_day,
	'aymara-new-year': m.children_event_aymara_new_year,
	'san-juan': m.children_event_san_juan,
	carmen: m.children_event_carmen,
	independence: m.children_event_independence,
	'all-saints': m.children_event_all_saints,
	christmas: m.children_event_christmas
} as const satisfies Record<Event, unknown>;

/** The feasts to choose from; the first line asks. */
export const eventOptions = (events: readonly Event[]) => [
	{ id: '', text: m.children_which_event() },
	...events.map((id) => ({ id, text: EVENT[id]() }))
];

export const besideOptions = (): { id: Beside; words: Words }[] => [
	{ id: 'before', words: both(m.children_beside_before) },
	{ id: 'about', words: both(m.children_beside_about) },
	{ id: 'after', words: both(m.children_beside_after) }
];

export const monthOptions = () =>
	monthNames(getLocale()).map((text, place) => ({ id: String(place + 1), text }));

const RELATION = {
	mother: m.children_relation_mother,
	father: m.children_relation_father,
	grandmother: m.children_relation_grandmother,
	grandfather: m.children_relation_grandfather,
	other: m.children_relation_other
} as const;

export const relationWords = (relation: string): string => {
	const words = Object.entries(RELATION).find(([id]) => id === relation)?.[1];
	return words ? words() : relation;
};

const SEX = {
	f: m.children_girl,
	m: m.children_boy,
	unknown: m.children_sex_later
} as const;

export const sexWords = (sex: keyof typeof SEX): string => SEX[sex]();

export const relationOptions = () =>
	Object.entries(RELATION).map(([id, words]) => ({ id, text: words() }));

const FAULT = {
	'answer-all': m.children_fault_answer_all,
	name: m.children_fault_name,
	caregiver: m.children_fault_caregiver,
	missing: m.children_fault_missing,
	'no-date': m.children_fault_no_date,
	future: m.children_fault_future,
	'too-old': m.children_fault_too_old,
	full: m.children_not_saved_plain,
	locked: m.children_locked_meanwhile_plain,
	fault: m.children_not_saved_plain
} as const satisfies Record<FormFault, unknown>;

/** What to do about it. */
export const faultWords = (fault: FormFault): Words => both(FAULT[fault]);
