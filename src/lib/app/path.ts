import type { Credits } from '#lib/domain/journal/levels.ts';
import type { CourseEntry, LessonEntry } from '#lib/library/courses.ts';
import { levels, type Level } from '#lib/ui/level/level.ts';
import type { Progress } from './credits.ts';

/** The levels of a lesson she has reached, in their order. */
export const reachedLevels = (credits: Credits | undefined): Level[] =>
	levels.filter((level) => credits && credits[level] !== '');

/** How far a course is woven: a lesson counts once it has been heard. */
export function courseState(course: CourseEntry, progress: Progress) {
	const finished = course.lessons.filter(({ id }) => progress.get(id)?.heard).length;
	return { finished, all: course.lessons.length };
}

/**
 * The one next step: the first lesson not heard yet in the course she was last in, else in the first
 * course that has one. Undefined when everything has been heard.
 */
export function nextLesson(
	courses: readonly CourseEntry[],
	progress: Progress,
	lastCourse: string | null
): { course: CourseEntry; lesson: LessonEntry } | undefined {
	const order = [...courses].sort(
		(a, b) => Number(b.id === lastCourse) - Number(a.id === lastCourse) || a.n - b.n
	);
	for (const course of order) {
		const lesson = course.lessons.find(({ id }) => !progress.get(id)?.heard);
		if (lesson) return { course, lesson };
	}
	return undefined;
}
