/** Fetches compiled content; an address changes with its content, so any copy in a cache is the right one. */
import type { GlossaryTerm, Language, Lesson, Origin, Voice } from '#lib/domain/course/lesson.ts';
import type { Pack } from '#lib/domain/course/pack.ts';
import { findCourse, findLesson } from './courses.ts';

type Fetcher = typeof fetch;

/** What comes back was validated when the app was built, so its shape is trusted. */
async function load<T>(fetcher: Fetcher, address: string | undefined): Promise<T | undefined> {
	if (!address) return undefined;
	try {
		const answer = await fetcher(address);
		return answer.ok ? await answer.json() : undefined;
	} catch {
		// offline and not in the cache: the caller shows what can be done about it
		return undefined;
	}
}

/** The lesson, or undefined when there is none of that name or it is neither in a cache nor in reach. */
export const loadLesson = (
	fetcher: Fetcher,
	courseId: string,
	lessonId: string
): Promise<Lesson | undefined> => load(fetcher, findLesson(courseId, lessonId)?.address);

/** Where a lesson comes from: facts, sources, who has looked at it. */
export const loadOrigin = (
	fetcher: Fetcher,
	courseId: string,
	lessonId: string
): Promise<Origin | undefined> => load(fetcher, findLesson(courseId, lessonId)?.origin);

/** The clips of a lesson; undefined where the language has none. */
export const loadVoice = (
	fetcher: Fetcher,
	lesson: { voice: Partial<Record<Language, string>> },
	language: Language
): Promise<Voice | undefined> => load(fetcher, lesson.voice[language]);

/** The words of a course in both languages, by Spanish. */
export const loadGlossary = (
	fetcher: Fetcher,
	courseId: string
): Promise<(GlossaryTerm & { id: string })[] | undefined> =>
	load(fetcher, findCourse(courseId)?.glossary);

/** The files that make a course work without a network. */
export const loadPack = (
	fetcher: Fetcher,
	courseId: string,
	language: Language
): Promise<Pack | undefined> => load(fetcher, findCourse(courseId)?.packs[language].address);
