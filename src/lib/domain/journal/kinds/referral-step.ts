import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, id, slug } from '../shapes.ts';

/** What became of a referral: the latest said counts. */
export const referralStep = defineKind({
	kind: 'referral.step',
	v: 1,
	body: z.looseObject({
		referral: id(),
		state: z.enum(['arrived', 'attended', 'recovered', 'not-gone', 'cancelled']),
		day: day(),
		reason: z.optional(slug())
	}),
	writers: { promoter: always },
	keys: ({ subject, body }) => [key('referrals', subject, body.referral)],
	fold: {
		referrals(row, { scope, body }) {
			row.scope = scope;
			row.state = body.state;
			row.stateOn = body.day;
		}
	},
	examples: [{ referral: 'e00000000000001', state: 'arrived', day: '2026-11-25' }]
});
