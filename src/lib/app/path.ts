import type { Row } from '#lib/domain/journal/tables.ts';
import type { CourseEntry, LessonEntry } from '#lib/library/courses.ts';

/** What is known of one person and one lesson. */
export interface LessonProgress {
	heard: boolean;
	understood: boolean;
	inGroup: boolean;
	/** the day it was last finished */
	day: string;
}
export type Progress = ReadonlyMap<string, LessonProgress>;

/** Rows of the read model `progress` as the screens ask for them. */
export const progressFrom = (rows: readonly Row[]): Progress =>
	new Map(
		rows.map((row): [string, LessonProgress] => [
			String(row.lesson),
			{
				heard: row.heardOn !== '',
				understood: row.understoodOn !== '',
				inGroup: row.groupOn !== '',
				day: String(row.lastOn)
			}
		])
	);

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
