import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { text } from '../shapes.ts';

/** One field of a person changes. `was` is the value that was replaced: if it is not the present one,
 * two changed it at once and the row asks for review. */
export const memberAmend = defineKind({
	kind: 'member.amend',
	v: 1,
	body: z.looseObject({
		field: z.enum(['name', 'face', 'emblem', 'sex', 'born', 'pin']),
		to: text(80),
		was: text(80)
	}),
	writers: { phone: always, facilitator: always },
	keys: ({ subject }) => [key('people', subject)],
	fold: {
		people(row, { body: { field, to, was } }) {
			if (row[field] !== was) row.review = 1;
			row[field] = to;
		}
	},
	examples: [
		{ field: 'name', to: 'Juana Quispe Mamani', was: 'Juana Quispe' },
		{ field: 'pin', to: '', was: '0f1e2d3c4b5a6978.00112233445566778899aabbccddeeff' }
	]
});
