import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, id, slug, text } from '../shapes.ts';

/** A child is sent to the health post; the entry's own id is the referral. */
export const referralOpen = defineKind({
	kind: 'referral.open',
	v: 1,
	opens: true,
	body: z.looseObject({
		day: day(),
		visit: z.optional(id()),
		reasons: z.array(slug()).check(z.minLength(1), z.maxLength(12)),
		dangers: z.optional(z.array(slug()).check(z.maxLength(12))),
		urgency: z.enum(['today', 'week']),
		place: text(80)
	}),
	writers: { promoter: always },
	keys: ({ subject, id: referral }) => [key('referrals', subject, referral)],
	fold: {
		referrals(row, { scope, body }) {
			row.scope = scope;
			row.day = body.day;
			row.visit = body.visit ?? '';
			row.reasons = [...body.reasons].sort().join(' ');
			row.urgency = body.urgency;
			row.place = body.place;
			if (row.state !== '') return;
			row.state = 'open';
			row.stateOn = body.day;
		}
	},
	examples: [
		{
			day: '2026-11-24',
			visit: 'e00000000000001',
			reasons: ['muac-under-115'],
			dangers: ['does-not-drink'],
			urgency: 'today',
			place: 'Batallas'
		}
	]
});
