import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { withPiece } from '../evidence.ts';
import { always, defineKind } from '../kind.ts';
import { report } from '../practice-level.ts';
import { day, number, slug } from '../shapes.ts';

const check = z.looseObject({ id: slug(), seen: z.boolean() });

/** What a woman does at home with what she learnt. Only a facilitator may say that she saw it. */
export const practiceReport = defineKind({
	kind: 'practice.report',
	v: 1,
	body: z.looseObject({
		practice: slug(),
		level: z.enum(['committed', 'doing', 'verified', 'stopped']),
		day: day(),
		lesson: z.optional(slug()),
		checks: z.optional(z.array(check).check(z.maxLength(20))),
		amount: z.optional(number(0, 1e6)),
		unit: z.optional(z.enum(['l', 'm2', 'kg']))
	}),
	writers: { phone: ({ level }) => level !== 'verified', facilitator: always },
	keys: ({ subject, body }) => [key('practices', subject, body.practice)],
	fold: {
		practices(row, { scope, body }) {
			row.scope = scope;
			report(row, body.level, body.day);
			if (body.amount === undefined) return;
			row.amounts = withPiece(row.amounts, body.day, String(body.amount));
			if (body.day < row.amountOn) return;
			row.amount = body.amount;
			row.unit = body.unit ?? '';
			row.amountOn = body.day;
		}
	},
	examples: [
		{ practice: 'clean-milking', level: 'doing', day: '2026-11-24', amount: 12, unit: 'l' },
		{
			practice: 'clean-milking',
			level: 'verified',
			day: '2026-11-24',
			lesson: 'dairy-clean-milking',
			checks: [{ id: 'c1', seen: true }]
		}
	]
});
