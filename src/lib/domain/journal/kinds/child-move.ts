import * as z from 'zod/mini';
import { key, selfKey } from '../entry.ts';
import { defineKind } from '../kind.ts';
import { day, scope } from '../shapes.ts';

/** A child moves to another community, and all her entries with her: so it is filed under the child
 * herself too, for where she lives decides where they are delivered. */
export const childMove = defineKind({
	kind: 'child.move',
	v: 1,
	body: z.looseObject({ to: scope(), day: day() }),
	writers: { promoter: ({ to }) => to.startsWith('c:') },
	keys: ({ subject }) => [key('children', subject), selfKey(subject)],
	fold: {
		children(row, { body }) {
			row.scope = body.to;
		}
	},
	examples: [{ to: 'c:com000000000002', day: '2026-11-24' }]
});
