import { REVIEW_STATES, type Language, type ReviewState } from '#lib/domain/course/lesson.ts';
import { courses } from '#lib/library/courses.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { otherLang, type Lang, type Words } from '#lib/ui/words.ts';
import rooms from '../../../messages/review.json';

/** What can be said of many texts: the state of the one that is least reviewed. Of none: drafted. */
export const least = (states: readonly string[]): ReviewState =>
	REVIEW_STATES.find((state) => states.includes(state)) ?? 'drafted';

const NAMES = {
	drafted: m.phone_state_drafted,
	checked: m.phone_state_checked,
	reviewed: m.phone_state_reviewed,
	approved: m.phone_state_approved
} satisfies Record<ReviewState, unknown>;
type States = Record<Language, ReviewState>;

function said(states: States, say: (of: Record<Language, string>, locale: Lang) => string): Words {
	const lang = getLocale();
	const inLang = (locale: Lang) => {
		const name = (of: Language) => NAMES[states[of]]({}, { locale });
		return say({ es: name('es'), ay: name('ay') }, locale);
	};
	return { lang, text: inLang(lang), second: inLang(otherLang(lang)) };
}

const both = (of: (lang: Language) => readonly string[]): States => ({
	es: least(of('es')),
	ay: least(of('ay'))
});

/** How far the words of the screens and the lessons have been reviewed, one line each. */
export function reviewLines(): { words: Words; lessons: Words } {
	const lessons = courses.flatMap((course) => course.lessons);
	const ofWords = both((lang) => Object.values(rooms).map((room) => room[lang]));
	const ofLessons = both((lang) => lessons.map(({ review }) => review[lang]));
	const n = lessons.length;
	return {
		words: said(ofWords, (of, locale) => m.phone_about_words(of, { locale })),
		lessons: said(ofLessons, (of, locale) => m.phone_about_lessons({ ...of, n }, { locale }))
	};
}
