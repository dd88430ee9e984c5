import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, integer, number, slug, text } from '../shapes.ts';

/** One measuring: the raw readings, and what was said of them at that moment. */
export const visitRecord = defineKind({
	kind: 'visit.record',
	v: 1,
	body: z.looseObject({
		day: day(),
		weightKg: z.optional(number(0.5, 150)),
		lengthCm: z.optional(number(30, 220)),
		position: z.enum(['lying', 'standing']),
		muacMm: z.optional(integer(60, 400)),
		oedema: z.boolean(),
		said: z.looseObject({
			class: slug(),
			action: slug(),
			lesson: z.optional(slug()),
			engine: text(20)
		})
	}),
	writers: { promoter: always },
	keys: ({ subject, id }) => [key('measurements', subject, id)],
	fold: {
		measurements(row, { scope, body }) {
			row.scope = scope;
			row.day = body.day;
			row.weightKg = body.weightKg ?? 0;
			row.lengthCm = body.lengthCm ?? 0;
			row.muacMm = body.muacMm ?? 0;
			row.position = body.position;
			row.oedema = Number(body.oedema);
			row.class = body.said.class;
			row.lesson = body.said.lesson ?? '';
			row.engine = body.said.engine;
		}
	},
	examples: [
		{
			day: '2026-11-24',
			weightKg: 8.1,
			lengthCm: 68,
			position: 'lying',
			muacMm: 112,
			oedema: false,
			said: { class: 'mam', action: 'refer', lesson: 'feeding-6-8-months', engine: '1' }
		}
	]
});
