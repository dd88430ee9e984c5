import * as z from 'zod/mini';
import { heardInGroup, later } from '../credits.ts';
import { key } from '../entry.ts';
import { raise, raisedIn } from '../hands.ts';
import { always, defineKind } from '../kind.ts';
import { blocksIn, presence, tally } from '../presence.ts';
import { day, id, integer, slug } from '../shapes.ts';

const said = { day: day(), lesson: slug(), blocksRequired: integer(1, 99) };
const counts = () => z.array(integer(0, 200)).check(z.maxLength(6));

/** How many blocks she was there for; 0 is "she was not there". */
const present = z.looseObject({
	...said,
	field: z.literal('present'),
	who: id(),
	to: integer(0, 99),
	was: integer(0, 99)
});
const hands = z.looseObject({
	...said,
	field: z.literal('hands'),
	q: slug(),
	right: integer(0, 5),
	of: integer(0, 400),
	to: counts(),
	was: counts()
});
type Body = z.infer<typeof present> | z.infer<typeof hands>;

/**
 * One thing about a meeting, said again afterwards: for how long a person was there, or the hands of a
 * question. `was` is what it replaced: if that is not the present value, two changed it at once. It
 * repeats what it needs of the session, which may arrive later. The subject is the session.
 */
export const sessionAmend = defineKind({
	kind: 'session.amend',
	v: 2,
	body: z.union([present, hands]),
	writers: { phone: always, facilitator: always },
	keys: ({ scope, subject, body }) => [
		key('sessions', scope, subject),
		...(body.field === 'present' ? [key('progress', body.who, body.lesson)] : [])
	],
	fold: {
		sessions(row, { body }) {
			if (body.field === 'present') {
				if (blocksIn(row, body.who) !== body.was) row.review = 1;
				tally(row, body.who, body.to || null);
				return;
			}
			const before = raisedIn(row.hands).find(({ q }) => q === body.q)?.counts ?? [];
			if (before.join() !== body.was.join()) row.review = 1;
			raise(row, { ...body, counts: body.to });
		},
		progress(row, { scope, subject, body }, who) {
			if (body.field !== 'present') return;
			row.scope = scope;
			row.lastOn = later(row.lastOn, body.day);
			const heard = heardInGroup(body.to, body.blocksRequired);
			presence(row, { session: subject, who, day: heard ? body.day : '' });
		}
	},
	/** The first version knew presence alone, and called the new value `blocks`. */
	upcast: (body) => {
		const { blocks, ...rest } = Object(body) as { blocks: number };
		return { ...rest, field: 'present', to: blocks } as unknown as Body;
	},
	examples: [
		{
			field: 'present',
			day: '2026-11-24',
			lesson: 'dairy-clean-milking',
			blocksRequired: 5,
			who: 'w00000000000002',
			to: 5,
			was: 0
		},
		{
			field: 'hands',
			day: '2026-11-24',
			lesson: 'dairy-clean-milking',
			blocksRequired: 5,
			q: 'q1',
			right: 0,
			of: 14,
			to: [10, 4],
			was: [4, 10]
		}
	]
});
