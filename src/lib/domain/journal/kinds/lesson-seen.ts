import * as z from 'zod/mini';
import { earlier } from '../credits.ts';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, id, slug } from '../shapes.ts';

/** The lesson that fits a visit was seen with the mother. */
export const lessonSeen = defineKind({
	kind: 'lesson.seen',
	v: 1,
	body: z.looseObject({ visit: id(), lesson: slug(), day: day(), with: z.optional(id()) }),
	writers: { promoter: always },
	keys: ({ subject, body }) => [key('measurements', subject, body.visit)],
	fold: {
		measurements(row, { body }) {
			row.seenOn = earlier(row.seenOn, body.day);
		}
	},
	examples: [
		{
			visit: 'e00000000000001',
			lesson: 'feeding-6-8-months',
			day: '2026-11-24',
			with: 'm00000000000001'
		}
	]
});
