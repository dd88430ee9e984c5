import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, id, integer, text } from '../shapes.ts';

/** How a birth date was found. */
const how = z.enum(['card', 'certificate', 'memory', 'calendar', 'unknown']);

/** A child enters the programme. A birth date is a range, of one day where it is known exactly; without
 * any it is left out, and no age is computed. */
export const childRegister = defineKind({
	kind: 'child.register',
	v: 1,
	opens: true,
	body: z.looseObject({
		name: text(80),
		family: z.optional(text(80)),
		sex: z.enum(['f', 'm', 'unknown']),
		bornFrom: z.optional(day()),
		bornTo: z.optional(day()),
		bornHow: how,
		caregiver: id(),
		card: z.optional(text(30)),
		birthWeightG: z.optional(integer(200, 7000)),
		day: day()
	}),
	writers: { promoter: always },
	keys: ({ subject }) => [key('children', subject)],
	fold: {
		children(row, { scope, body }) {
			row.scope = scope;
			row.name = body.name;
			row.sex = body.sex;
			row.caregiver = body.caregiver;
			row.status = 'active';
			// of two records of one person the later counts, but what only the earlier knows stays
			row.family = body.family ?? row.family;
			row.card = body.card ?? row.card;
			if (!body.bornFrom && row.bornFrom) return;
			row.bornFrom = body.bornFrom ?? '';
			row.bornTo = body.bornTo ?? '';
			row.bornHow = body.bornHow;
		}
	},
	examples: [
		{
			name: 'Wara',
			family: 'Mamani',
			sex: 'f',
			bornFrom: '2025-10-02',
			bornTo: '2025-10-02',
			bornHow: 'card',
			caregiver: 'm00000000000001',
			day: '2026-11-24'
		},
		{
			name: 'Amaru',
			sex: 'm',
			bornHow: 'unknown',
			caregiver: 'm00000000000001',
			day: '2026-11-24'
		}
	]
});
