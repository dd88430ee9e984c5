import { readFileSync } from 'node:fs';
import type { Lesson } from '#lib/domain/course/lesson.ts';
import { courses } from '#lib/library/courses.ts';
import { at } from '../server/place.mjs';

/** What the fictional programme needs to know of a lesson. */
export interface TaughtLesson {
	readonly id: string;
	readonly course: string;
	readonly rev: number;
	readonly blocksRequired: number;
	readonly questions: readonly {
		readonly q: string;
		readonly options: number;
		readonly right: number;
	}[];
	readonly practice: string;
	readonly checks: readonly string[];
	readonly unit?: 'l' | 'm2' | 'kg';
}

const UNITS = { L: 'l', m2: 'm2', kg: 'kg' } as const;

function taught(lesson: Lesson): TaughtLesson {
	const practice = lesson.blocks.find((block) => block.kind === 'practice');
	const amount = practice?.kind === 'practice' ? practice.amount : undefined;
	return {
		id: lesson.id,
		course: lesson.course,
		rev: lesson.rev,
		blocksRequired: lesson.blocksRequired.length,
		questions: lesson.blocks.flatMap((block) =>
			block.kind === 'choice'
				? [
						{
							q: block.id,
							options: block.options.length,
							right: block.options.findIndex(({ right }) => right)
						}
					]
				: []
		),
		practice: lesson.practice.id,
		checks: lesson.practice.checks.map(({ id }) => id),
		...(amount ? { unit: UNITS[amount] } : {})
	};
}

/** The lessons of this version of the app, course by course, as `npm run content` compiled them. */
export const readLessons = (): TaughtLesson[] =>
	courses.flatMap(({ lessons }) =>
		lessons.map(({ address }) =>
			taught(JSON.parse(readFileSync(at('static', address.slice(1)), 'utf8')) as Lesson)
		)
	);
