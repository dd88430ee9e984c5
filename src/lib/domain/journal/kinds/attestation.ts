import * as z from 'zod/mini';
import { earlier, heardOn, later } from '../credits.ts';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, slug } from '../shapes.ts';

/** A facilitator vouches for what no phone saw: a list on paper, a lesson elsewhere. */
export const attestation = defineKind({
	kind: 'attestation',
	v: 1,
	body: z.looseObject({
		lesson: slug(),
		level: z.enum(['heard', 'understood']),
		basis: z.enum(['attested', 'paper', 'elsewhere']),
		day: day()
	}),
	writers: { facilitator: always },
	keys: ({ subject, body }) => [key('progress', subject, body.lesson)],
	fold: {
		progress(row, { scope, body }) {
			row.scope = scope;
			row.attested = 1;
			row.lastOn = later(row.lastOn, body.day);
			row.aloneOn = earlier(row.aloneOn, body.day);
			if (body.level === 'understood') row.understoodOn = earlier(row.understoodOn, body.day);
			row.heardOn = heardOn(row);
		}
	},
	examples: [{ lesson: 'dairy-clean-milking', level: 'heard', basis: 'paper', day: '2026-10-02' }]
});
