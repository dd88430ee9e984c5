import { creditsOf, type Credits, type Ground } from '#lib/domain/journal/levels.ts';
import { courses } from '#lib/library/courses.ts';

/** What one person is credited with, by lesson. */
export type Progress = ReadonlyMap<string, Credits>;

const practiceOf = new Map(
	courses.flatMap((course) => course.lessons.map(({ id, practice }) => [id, practice]))
);

/** Loaded after the first paint: it knows all lessons. */
export const progressFrom = (ground: Ground): Progress => creditsOf(ground, practiceOf);
