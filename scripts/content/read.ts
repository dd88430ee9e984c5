// content/ on disk → drafts that have the right shape, and messages about those that have not.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { courseSchema, lessonSchema } from '../../src/lib/domain/course/lesson-schema.ts';
import type { CourseDraft, LessonDraft } from '../../src/lib/domain/course/lesson-draft.ts';

export interface Message {
	file: string;
	code: string;
	text: string;
}

export interface LessonFile {
	file: string;
	/** the number in front of its name */
	n: number;
	draft: LessonDraft;
}

export interface CourseFolder {
	file: string;
	draft: CourseDraft;
	/** all of the folder; those that course.yaml does not list are still being written */
	lessons: LessonFile[];
}

/** A YAML file under a schema; what does not fit is told line by line and answered with undefined. */
export function readYaml<T>(
	file: string,
	schema: z.ZodType<T>,
	messages: Message[]
): T | undefined {
	let raw: unknown;
	try {
		raw = parse(readFileSync(file, 'utf8'));
	} catch (error) {
		messages.push({ file, code: 'yaml', text: error instanceof Error ? error.message : '' });
		return undefined;
	}
	const answer = schema.safeParse(raw);
	if (answer.success) return answer.data;
	for (const { path, message } of answer.error.issues) {
		messages.push({ file, code: 'schema', text: `${path.join('.') || '(file)'}: ${message}` });
	}
	return undefined;
}

export function readLesson(file: string, messages: Message[]): LessonFile | undefined {
	const draft = readYaml(file, lessonSchema, messages);
	if (!draft) return undefined;
	const n = Number(/^(\d\d)-/.exec(basename(file))?.[1]);
	if (basename(file) !== `${String(n).padStart(2, '0')}-${draft.id}.yaml`) {
		messages.push({ file, code: 'name', text: `a lesson file is called NN-${draft.id}.yaml` });
	}
	return { file, n, draft };
}

function readCourse(folder: string, messages: Message[]): CourseFolder | undefined {
	const file = join(folder, 'course.yaml');
	const draft = readYaml(file, courseSchema, messages);
	const lessons = readdirSync(join(folder, 'lessons'))
		.filter((name) => name.endsWith('.yaml'))
		.sort()
		.map((name) => readLesson(join(folder, 'lessons', name), messages))
		.filter((lesson) => lesson !== undefined);
	if (!draft) return undefined;
	if (draft.id !== basename(folder)) {
		messages.push({ file, code: 'name', text: `id and folder differ: ${draft.id}` });
	}
	const inOrder = lessons.map((lesson) => lesson.draft.id).filter((id) => draft.lessons.includes(id));
	if (inOrder.join() !== draft.lessons.join()) {
		const text = `lessons lists ${draft.lessons.join(', ')}; the folder holds, in order, ${inOrder.join(', ')}`;
		messages.push({ file, code: 'name', text });
	}
	return { file, draft, lessons };
}

export const isListed = ({ draft }: CourseFolder, lesson: LessonFile): boolean =>
	draft.lessons.includes(lesson.draft.id);

/** All courses in the order of their numbers. */
export function readCourses(root: string, messages: Message[]): CourseFolder[] {
	const home = join(root, 'courses');
	return readdirSync(home)
		.filter((name) => existsSync(join(home, name, 'course.yaml')))
		.map((name) => readCourse(join(home, name), messages))
		.filter((course) => course !== undefined)
		.sort((a, b) => a.draft.n - b.draft.n);
}
