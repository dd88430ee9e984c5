import * as z from 'zod/mini';
import { earlier, heardAlone, heardOn, later, understoodAlone } from '../credits.ts';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, integer, slug } from '../shapes.ts';

/** One go at a lesson, alone. It carries what counted, so that credits never need old content. */
export const lessonFinish = defineKind({
	kind: 'lesson.finish',
	v: 1,
	body: z.looseObject({
		day: day(),
		lesson: slug(),
		revision: integer(1, 9999),
		rules: integer(1, 99),
		language: z.enum(['es', 'ay', 'both']),
		blocksHeard: integer(0, 99),
		blocksRequired: integer(1, 99),
		answers: z.array(z.looseObject({ q: slug(), right: z.boolean() })).check(z.maxLength(40))
	}),
	writers: { phone: always, facilitator: always },
	keys: ({ subject, body }) => [key('progress', subject, body.lesson)],
	fold: {
		progress(row, { scope, body }) {
			row.scope = scope;
			row.lastOn = later(row.lastOn, body.day);
			row.revision = Math.max(row.revision, body.revision);
			if (heardAlone(body)) row.aloneOn = earlier(row.aloneOn, body.day);
			if (understoodAlone(body)) row.understoodOn = earlier(row.understoodOn, body.day);
			row.heardOn = heardOn(row);
		}
	},
	examples: [
		{
			day: '2026-11-24',
			lesson: 'dairy-clean-milking',
			revision: 2,
			rules: 1,
			language: 'both',
			blocksHeard: 6,
			blocksRequired: 5,
			answers: [{ q: 'q1', right: true }]
		}
	]
});
