/** Fetches a compiled lesson; its address changes with its content, so any copy in a cache is the right one. */
import type { Lesson } from '#lib/domain/course/lesson.ts';
import { findLesson } from './courses.ts';

/**
 * The lesson, or undefined when there is none of that name or it is neither in a cache nor in reach.
 * What comes back was validated when the app was built, so its shape is trusted.
 */
export async function loadLesson(
	fetcher: typeof fetch,
	courseId: string,
	lessonId: string
): Promise<Lesson | undefined> {
	const entry = findLesson(courseId, lessonId);
	if (!entry) return undefined;
	try {
		const answer = await fetcher(entry.address);
		return answer.ok ? await answer.json() : undefined;
	} catch {
		// offline and not in the cache: the caller shows what can be done about it
		return undefined;
	}
}
