import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { text } from '../shapes.ts';

/** One field of a caregiver changes; `was` is the value that was replaced. */
export const caregiverAmend = defineKind({
	kind: 'caregiver.amend',
	v: 1,
	body: z.looseObject({
		field: z.enum(['name', 'relation', 'phone', 'language', 'person']),
		to: text(80),
		was: text(80)
	}),
	writers: { promoter: always },
	keys: ({ subject }) => [key('caregivers', subject)],
	fold: {
		caregivers(row, { body: { field, to, was } }) {
			if (row[field] !== was) row.review = 1;
			row[field] = to;
		}
	},
	examples: [{ field: 'phone', to: '71111111', was: '70000000' }]
});
