import { error } from '@sveltejs/kit';
import { courses, findCourse, findLesson } from '#lib/library/courses.ts';
import { loadLesson } from '#lib/library/lesson.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () =>
	courses.flatMap((course) => course.lessons.map(({ id }) => ({ course: course.id, lesson: id })));

export const load: PageLoad = async ({ params, fetch }) => {
	const course = findCourse(params.course);
	const entry = findLesson(params.course, params.lesson);
	if (!course || !entry) error(404, 'not-found');
	return { course, entry, lesson: await loadLesson(fetch, params.course, params.lesson) };
};
