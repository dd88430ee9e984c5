import { both } from '#lib/app/words.ts';
import { spokenAge } from '#lib/domain/child/age.ts';
import { birthOf, fullName, type Caregiver, type Child } from '#lib/domain/child/rows.ts';
import { ARM_CUT_OFFS, type Face } from '#lib/domain/growth/index.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { otherLang, type Words } from '#lib/ui/words.ts';

/** Her age as people say it. */
export function ageWords(child: Pick<Child, 'bornFrom' | 'bornTo'>, on: Day): Words {
	const age = spokenAge(birthOf(child), on);
	if (age.kind === 'days') return both(m.children_age_days, { n: age.days });
	if (age.kind === 'years') {
		return age.months
			? both(m.children_age_years_months, { y: age.years, n: age.months })
			: both(m.children_age_years, { y: age.years });
	}
	if (age.kind !== 'months') return both(m.children_age_unknown);
	return age.from === age.to
		? both(m.children_age_months, { n: age.from })
		: both(m.children_age_months_range, { from: age.from, to: age.to });
}

/** «mamá Basilia»; a relation of a later version is left out. */
export function caregiverWords(caregiver: Caregiver | undefined): string {
	if (!caregiver) return '';
	const { relation, name } = caregiver;
	if (relation === 'mother') return m.children_mother_of({ name });
	return relation === 'father' ? m.children_father_of({ name }) : name;
}

/** What stands under her name in a list: her age and who cares for her. */
export const aboutWords = (
	{ child, caregiver }: { child: Child; caregiver: Caregiver | undefined },
	on: Day
): string => [ageWords(child, on).text, caregiverWords(caregiver)].filter(Boolean).join(' · ');

/** The child as the bar of her screens names her: first name, and her age below it. */
export const titleOf = (child: Child, on: Day): Words => ({
	// the name is of both languages; below it stands the age in the language shown
	lang: otherLang(getLocale()),
	text: child.name || fullName(child),
	second: ageWords(child, on).text
});

/** The word of a result, one of four. */
export function faceWords(face: Face): Words {
	const words = {
		ok: m.children_face_ok,
		watch: m.children_face_watch,
		refer: m.children_face_refer,
		again: m.children_face_again
	} as const;
	return both(words[face]);
}

const HEADS = { f: 12, m: 13, unknown: 14 } as const;

/** A drawing for a child, always the same one for her: guards against mix-ups, no likeness. */
export function drawingOf({ id, sex }: Pick<Child, 'id' | 'sex'>): string {
	let sum = 0;
	for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
	const [clothes, colour, skin] = [1 + (sum % 6), 1 + (sum % 8), 1 + (sum % 3)];
	return `h${HEADS[sex]}-c${clothes}-k${colour}-s${skin}`;
}

export function clothesWords(clothes: 'none' | 'light' | 'full'): Words {
	const words = {
		none: m.children_clothes_none,
		light: m.children_clothes_light,
		full: m.children_clothes_full
	} as const;
	return both(words[clothes]);
}

/** The colour of the tape, said. */
export function zoneWords(mm: number | undefined): string {
	if (mm === undefined) return m.children_tape();
	if (mm < ARM_CUT_OFFS.sam) return m.children_tape_red();
	return mm < ARM_CUT_OFFS.mam ? m.children_tape_yellow() : m.children_tape_green();
}
