import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, slug } from '../shapes.ts';

/** A person leaves the group. What she learnt stays hers; if she comes back it is voided. */
export const memberLeave = defineKind({
	kind: 'member.leave',
	v: 1,
	body: z.looseObject({ day: day(), reason: z.optional(slug()) }),
	writers: { phone: always, facilitator: always },
	keys: ({ subject }) => [key('people', subject)],
	fold: {
		people(row, { body }) {
			row.left = body.day;
		}
	},
	examples: [{ day: '2027-03-01', reason: 'moved' }]
});
