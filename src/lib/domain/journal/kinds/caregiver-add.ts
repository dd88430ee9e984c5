import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, id, slug, text } from '../shapes.ts';

/** Who answers for a child. If she is a member of a group too, `person` is her id there. */
export const caregiverAdd = defineKind({
	kind: 'caregiver.add',
	v: 1,
	opens: true,
	body: z.looseObject({
		name: text(80),
		relation: slug(),
		day: day(),
		phone: z.optional(text(20)),
		language: z.optional(z.enum(['es', 'ay', 'both'])),
		person: z.optional(id())
	}),
	writers: { promoter: always },
	keys: ({ subject }) => [key('caregivers', subject)],
	fold: {
		caregivers(row, { scope, body }) {
			row.scope = scope;
			row.name = body.name;
			row.relation = body.relation;
			// of two records of one person the later counts, but what only the earlier knows stays
			row.phone = body.phone ?? row.phone;
			row.language = body.language ?? row.language;
			row.person = body.person ?? row.person;
		}
	},
	examples: [
		{ name: 'Paulina Mamani', relation: 'mother', day: '2026-11-24', language: 'ay' },
		{ name: 'Luis Choque', relation: 'father', day: '2026-11-24', phone: '70000000' }
	]
});
