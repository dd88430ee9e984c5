import * as z from 'zod/mini';
import { heardInGroup, later } from '../credits.ts';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { presence, tally } from '../presence.ts';
import { day, id, integer, slug } from '../shapes.ts';

/** How long one person was at a session, said again afterwards: `blocks` 0 is "she was not there". It
 * repeats what it needs of the session, which may arrive later. The subject is the session. */
export const sessionAmend = defineKind({
	kind: 'session.amend',
	v: 1,
	body: z.looseObject({
		day: day(),
		lesson: slug(),
		blocksRequired: integer(1, 99),
		who: id(),
		blocks: integer(0, 99),
		was: integer(0, 99)
	}),
	writers: { facilitator: always },
	keys: ({ scope, subject, body }) => [
		key('sessions', scope, subject),
		key('progress', body.who, body.lesson)
	],
	fold: {
		sessions(row, { body }) {
			tally(row, body.who, body.blocks > 0);
		},
		progress(row, { scope, subject, body }, who) {
			row.scope = scope;
			row.lastOn = later(row.lastOn, body.day);
			const heard = heardInGroup(body.blocks, body.blocksRequired);
			presence(row, { session: subject, who, day: heard ? body.day : '' });
		}
	},
	examples: [
		{
			day: '2026-11-24',
			lesson: 'dairy-clean-milking',
			blocksRequired: 5,
			who: 'w00000000000002',
			blocks: 5,
			was: 0
		}
	]
});
