/** The courses of this version of the app, small enough to be there before the first tap. */
import type { Review, Text } from '#lib/domain/course/lesson.ts';
import { courses } from './generated/index.ts';

export interface LessonEntry {
	id: string;
	/** its number in the course */
	n: number;
	title: Text;
	minutes: number;
	rev: number;
	review: Review;
	/** address of its first drawing */
	picture: string;
	/** address of the compiled lesson */
	address: string;
}

export interface CourseEntry {
	id: string;
	n: number;
	title: Text;
	picture: string;
	lessons: LessonEntry[];
}

export { courses };

export function findCourse(courseId: string): CourseEntry | undefined {
	return courses.find(({ id }) => id === courseId);
}

export function findLesson(courseId: string, lessonId: string): LessonEntry | undefined {
	return findCourse(courseId)?.lessons.find(({ id }) => id === lessonId);
}
