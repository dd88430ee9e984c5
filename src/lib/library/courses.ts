/** The courses of this version of the app, small enough to be there before the first tap. */
import type { Language, Review, Text } from '#lib/domain/course/lesson.ts';
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
	/** what it is to lead to at home: one practice for each lesson */
	practice: string;
	/** address of the compiled lesson */
	address: string;
	/** address of what it rests on */
	origin: string;
	/** addresses of its clips; a language without any is silent */
	voice: Partial<Record<Language, string>>;
}

export interface PackEntry {
	/** address of the list of its files */
	address: string;
	/** bytes on the phone with the voice, and of text and pictures alone */
	bytes: number;
	lightBytes: number;
}

export interface CourseEntry {
	id: string;
	n: number;
	title: Text;
	picture: string;
	/** address of its words in both languages */
	glossary: string;
	packs: Record<Language, PackEntry>;
	lessons: LessonEntry[];
}

export { courses };

export function findCourse(courseId: string): CourseEntry | undefined {
	return courses.find(({ id }) => id === courseId);
}

export function findLesson(courseId: string, lessonId: string): LessonEntry | undefined {
	return findCourse(courseId)?.lessons.find(({ id }) => id === lessonId);
}

/** A lesson with its course, by the lesson's id alone: ids are unique across courses. */
export function ofLesson(
	lessonId: string
): { course: CourseEntry; lesson: LessonEntry } | undefined {
	for (const course of courses) {
		const lesson = course.lessons.find(({ id }) => id === lessonId);
		if (lesson) return { course, lesson };
	}
	return undefined;
}
