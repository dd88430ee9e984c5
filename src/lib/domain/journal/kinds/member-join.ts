import * as z from 'zod/mini';
import { earlier } from '../credits.ts';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, slug, text, year } from '../shapes.ts';

/** A person becomes a member of a group: her name as she says it, the face she chose. */
export const memberJoin = defineKind({
	kind: 'member.join',
	v: 1,
	opens: true,
	body: z.looseObject({
		name: text(80),
		face: text(60),
		day: day(),
		emblem: z.optional(slug()),
		sex: z.optional(z.enum(['f', 'm'])),
		born: z.optional(year())
	}),
	writers: { phone: always, facilitator: always },
	keys: ({ subject }) => [key('people', subject)],
	fold: {
		people(row, { scope, body }) {
			row.scope = scope;
			row.name = body.name;
			row.face = body.face;
			row.joined = earlier(row.joined, body.day);
			// of two records of one person the later counts, but what only the earlier knows stays
			row.emblem = body.emblem ?? row.emblem;
			row.sex = body.sex ?? row.sex;
			row.born = body.born ?? row.born;
		}
	},
	examples: [
		{ name: 'Juana Quispe', face: 'bowler.shawl.magenta.2', day: '2026-11-24' },
		{
			name: 'Justina Mamani',
			face: 'braids.jumper.lake.1',
			day: '2026-11-24',
			emblem: 'vicuna',
			sex: 'f',
			born: '1988'
		}
	]
});
