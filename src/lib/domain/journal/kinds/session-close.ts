import * as z from 'zod/mini';
import { heardInGroup, later } from '../credits.ts';
import { key } from '../entry.ts';
import { raise } from '../hands.ts';
import { always, defineKind } from '../kind.ts';
import { report } from '../practice-level.ts';
import { presence, tally } from '../presence.ts';
import { day, id, integer, slug } from '../shapes.ts';

const present = z.looseObject({ who: id(), blocks: integer(0, 99) });
const hands = z.looseObject({
	q: slug(),
	counts: z.array(integer(0, 200)).check(z.maxLength(6)),
	right: integer(0, 5),
	/** How many were in the room then, visitors too; and how often it was asked until these hands. */
	of: z.optional(integer(0, 400)),
	asked: z.optional(integer(1, 99))
});

/** One record for the whole group. It names people by id only: erasing one never touches it. */
export const sessionClose = defineKind({
	kind: 'session.close',
	v: 1,
	opens: true,
	body: z.looseObject({
		day: day(),
		lesson: slug(),
		revision: integer(1, 9999),
		rules: integer(1, 99),
		languages: z.array(z.enum(['es', 'ay'])).check(z.maxLength(2)),
		/** By a hand, or by itself after 12 h with what it held. */
		closed: z.enum(['hand', 'clock']),
		minutes: z.optional(integer(0, 1440)),
		blocksRequired: integer(1, 99),
		/** The group as it was at that moment. */
		roster: z.array(id()).check(z.maxLength(200)),
		present: z.array(present).check(z.maxLength(200)),
		/** People of no group here, who raised their hands too. */
		visitors: z.optional(integer(0, 200)),
		hands: z.array(hands).check(z.maxLength(40)),
		practice: z.optional(slug()),
		will: z.array(id()).check(z.maxLength(200))
	}),
	writers: { phone: always, facilitator: always },
	keys: ({ scope, subject, body }) => [
		key('sessions', scope, subject),
		...body.present.map(({ who }) => key('progress', who, body.lesson)),
		...(body.practice ? body.will : []).map((who) => key('practices', who, body.practice))
	],
	fold: {
		sessions(row, { body }) {
			row.day = body.day;
			row.lesson = body.lesson;
			row.revision = body.revision;
			row.languages = [...body.languages].sort().join(' ');
			row.closed = body.closed;
			row.roster = body.roster.length;
			row.required = body.blocksRequired;
			row.minutes = body.minutes ?? null;
			for (const { who, blocks } of body.present) tally(row, who, blocks);
			for (const { of = body.present.length, ...one } of body.hands) raise(row, { ...one, of });
		},
		progress(row, { scope, subject, body }, who) {
			row.scope = scope;
			row.lastOn = later(row.lastOn, body.day);
			row.revision = Math.max(row.revision, body.revision);
			const blocks = body.present.find((one) => one.who === who)?.blocks ?? 0;
			const heard = heardInGroup(blocks, body.blocksRequired);
			presence(row, { session: subject, who, day: heard ? body.day : '' });
		},
		practices(row, { scope, body }) {
			row.scope = scope;
			report(row, 'committed', body.day);
		}
	},
	examples: [
		{
			day: '2026-11-24',
			lesson: 'dairy-clean-milking',
			revision: 2,
			rules: 1,
			languages: ['ay', 'es'],
			closed: 'hand',
			minutes: 42,
			blocksRequired: 5,
			roster: ['w00000000000001', 'w00000000000002'],
			present: [{ who: 'w00000000000001', blocks: 5 }],
			hands: [{ q: 'q1', counts: [1, 0], right: 0 }],
			practice: 'clean-milking',
			will: ['w00000000000001']
		}
	]
});
