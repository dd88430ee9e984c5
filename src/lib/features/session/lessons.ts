import { courses, type CourseEntry, type LessonEntry } from '#lib/library/courses.ts';

/** A lesson by its id, with its course. */
export function lessonById(id: string): { course: CourseEntry; lesson: LessonEntry } | undefined {
	for (const course of courses) {
		const lesson = course.lessons.find((one) => one.id === id);
		if (lesson) return { course, lesson };
	}
	return undefined;
}
