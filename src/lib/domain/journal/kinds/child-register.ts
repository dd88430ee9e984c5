import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, id, text } from '../shapes.ts';

/** A child enters the programme. */
export const childRegister = defineKind({
	kind: 'child.register',
	v: 1,
	opens: true,
	body: z.looseObject({
		name: text(80),
		sex: z.enum(['f', 'm']),
		born: day(),
		bornExact: z.boolean(),
		caregiver: id()
	}),
	writers: { promoter: always },
	keys: ({ subject }) => [key('children', subject)],
	fold: {
		children(row, { scope, body }) {
			row.scope = scope;
			row.name = body.name;
			row.sex = body.sex;
			row.born = body.born;
			row.bornExact = Number(body.bornExact);
			row.caregiver = body.caregiver;
		}
	},
	examples: [
		{
			name: 'Wara Mamani',
			sex: 'f',
			born: '2025-10-02',
			bornExact: true,
			caregiver: 'm00000000000001'
		}
	]
});
