import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, text } from '../shapes.ts';

/** A person becomes a member of a group: her name as she says it, the face she chose. */
export const memberJoin = defineKind({
	kind: 'member.join',
	v: 1,
	opens: true,
	body: z.looseObject({ name: text(80), face: text(60), day: day() }),
	writers: { phone: always, facilitator: always },
	keys: ({ subject }) => [key('people', subject)],
	fold: {
		people(row, { scope, body }) {
			row.scope = scope;
			row.name = body.name;
			row.face = body.face;
			row.joined = body.day;
		}
	},
	examples: [{ name: 'Juana Quispe', face: 'bowler.shawl.magenta.2', day: '2026-11-24' }]
});
