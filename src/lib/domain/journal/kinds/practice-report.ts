import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, number, slug } from '../shapes.ts';

/** What a woman does at home with what she learnt. Only a facilitator may say that she saw it. */
export const practiceReport = defineKind({
	kind: 'practice.report',
	v: 1,
	body: z.looseObject({
		practice: slug(),
		level: z.enum(['committed', 'doing', 'verified', 'stopped']),
		day: day(),
		amount: z.optional(number(0, 1e6)),
		unit: z.optional(z.enum(['l', 'm2', 'kg']))
	}),
	writers: { phone: ({ level }) => level !== 'verified', facilitator: always },
	keys: ({ subject, body }) => [key('practices', subject, body.practice)],
	fold: {
		practices(row, { scope, body }) {
			row.scope = scope;
			row.level = body.level;
			row.day = body.day;
			row.amount = body.amount ?? 0;
			row.unit = body.unit ?? '';
		}
	},
	examples: [
		{ practice: 'clean-milking', level: 'doing', day: '2026-11-24', amount: 12, unit: 'l' },
		{ practice: 'clean-milking', level: 'verified', day: '2026-11-24' }
	]
});
