import { error } from '@sveltejs/kit';
import { courses, findCourse } from '#lib/library/courses.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => courses.map(({ id }) => ({ course: id }));

export const load: PageLoad = ({ params }) => {
	const course = findCourse(params.course);
	if (!course) error(404, 'not-found');
	return { course };
};
