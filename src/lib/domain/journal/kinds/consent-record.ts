import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, id, integer } from '../shapes.ts';

/** What a caregiver allows for a child: keep in the programme, show to the health post, count without
 * a name. A withdrawal is one of these too. */
export const consentRecord = defineKind({
	kind: 'consent.record',
	v: 1,
	body: z.looseObject({
		keep: z.boolean(),
		show: z.boolean(),
		count: z.boolean(),
		day: day(),
		/** Version of the text that was read to her. */
		text: integer(1, 999),
		how: z.enum(['spoken', 'signed', 'thumb']),
		caregiver: z.optional(id())
	}),
	writers: { promoter: always },
	keys: ({ subject }) => [key('children', subject)],
	fold: {
		children(row, { body }) {
			row.keep = Number(body.keep);
			row.show = Number(body.show);
			row.count = Number(body.count);
		}
	},
	examples: [
		{ keep: true, show: true, count: true, day: '2026-11-24', text: 1, how: 'spoken' },
		{
			keep: true,
			show: false,
			count: true,
			day: '2027-01-08',
			text: 1,
			how: 'thumb',
			caregiver: 'm00000000000001'
		}
	]
});
