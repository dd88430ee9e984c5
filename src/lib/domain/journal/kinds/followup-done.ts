import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, id, integer, slug } from '../shapes.ts';

/** The call or home visit that the result of a measuring asked for, and how it went. */
export const followupDone = defineKind({
	kind: 'followup.done',
	v: 1,
	body: z.looseObject({
		visit: id(),
		day: day(),
		outcome: z.enum(['seen', 'away', 'moved', 'refused']),
		feeding: z.optional(
			z.looseObject({
				groups: z.array(slug()).check(z.maxLength(12)),
				meals: integer(0, 20),
				breast: z.boolean()
			})
		)
	}),
	writers: { promoter: always },
	keys: ({ subject, body }) => [key('measurements', subject, body.visit)],
	fold: {
		measurements(row, { body }) {
			row.followedOn = body.day;
			row.outcome = body.outcome;
			row.tries = body.outcome === 'away' ? row.tries + 1 : 0;
		}
	},
	examples: [{ visit: 'e00000000000001', day: '2026-11-26', outcome: 'seen' }]
});
