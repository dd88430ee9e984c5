import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { text } from '../shapes.ts';

/** One field of a child changes; `was` is the value that was replaced. */
export const childAmend = defineKind({
	kind: 'child.amend',
	v: 1,
	body: z.looseObject({
		field: z.enum(['name', 'born', 'caregiver']),
		to: text(80),
		was: text(80)
	}),
	writers: { promoter: always },
	keys: ({ subject }) => [key('children', subject)],
	fold: {
		children(row, { body: { field, to, was } }) {
			if (row[field] !== was) row.review = 1;
			row[field] = to;
		}
	},
	examples: [{ field: 'born', to: '2025-10-12', was: '2025-10-02' }]
});
