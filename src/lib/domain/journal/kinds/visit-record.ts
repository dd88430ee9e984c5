import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { day, integer, number, slug, text } from '../shapes.ts';

const readings = (low: number, high: number) =>
	z.optional(z.array(number(low, high)).check(z.minLength(1), z.maxLength(5)));
const zScore = () => z.optional(number(-20, 20));

/** What was said at that moment, with the rules and tables it was said by. */
const said = z.looseObject({
	class: slug(),
	action: slug(),
	lesson: z.optional(slug()),
	engine: text(20),
	rules: integer(1, 999),
	/** The next contact that was promised. */
	next: z.optional(day()),
	waz: zScore(),
	haz: zScore(),
	whz: zScore(),
	trend: z.optional(slug())
});

/** What was fed the day before, by picture. */
const feeding = z.looseObject({
	groups: z.array(slug()).check(z.maxLength(12)),
	meals: integer(0, 20),
	breast: z.boolean()
});

/** One measuring: every reading as it was read, which of them count, and what was said of them. What
 * was not measured says why. */
export const visitRecord = defineKind({
	kind: 'visit.record',
	v: 1,
	body: z.looseObject({
		day: day(),
		weightsKg: readings(0.3, 250),
		tareKg: z.optional(number(0, 10)),
		lengthsCm: readings(20, 250),
		position: z.enum(['lying', 'standing', 'unknown']),
		muacsMm: readings(20, 600),
		headsCm: readings(15, 80),
		oedema: z.enum(['none', '1', '2', '3', 'unseen']),
		missing: z.optional(z.record(slug(), slug())),
		counts: z.looseObject({
			weightKg: z.optional(number(0.3, 250)),
			lengthCm: z.optional(number(20, 250)),
			muacMm: z.optional(number(20, 600)),
			headCm: z.optional(number(15, 80))
		}),
		ill: z.optional(z.array(slug()).check(z.maxLength(12))),
		feeding: z.optional(feeding),
		said
	}),
	writers: { promoter: always },
	keys: ({ subject, id }) => [key('measurements', subject, id)],
	fold: {
		measurements(row, { scope, at, body: { counts, said: verdict, ...body } }) {
			row.scope = scope;
			row.at = at;
			row.day = body.day;
			row.weightKg = counts.weightKg ?? null;
			row.lengthCm = counts.lengthCm ?? null;
			row.muacMm = counts.muacMm ?? null;
			row.headCm = counts.headCm ?? null;
			row.position = body.position;
			row.oedema = body.oedema;
			row.waz = verdict.waz ?? null;
			row.haz = verdict.haz ?? null;
			row.whz = verdict.whz ?? null;
			row.class = verdict.class;
			row.action = verdict.action;
			row.lesson = verdict.lesson ?? '';
			row.engine = verdict.engine;
			row.nextOn = verdict.next ?? '';
		}
	},
	examples: [
		{
			day: '2026-11-24',
			weightsKg: [8.1, 8.1],
			tareKg: 0.3,
			lengthsCm: [68],
			position: 'lying',
			muacsMm: [112],
			oedema: 'none',
			counts: { weightKg: 7.8, lengthCm: 68, muacMm: 112 },
			said: {
				class: 'sam',
				action: 'refer-today',
				lesson: 'feeding-6-8-months',
				engine: '1',
				rules: 1,
				waz: -0.42,
				haz: -1.1
			}
		},
		{
			day: '2026-11-24',
			position: 'unknown',
			oedema: 'unseen',
			missing: { weight: 'cried', length: 'cried' },
			counts: {},
			said: { class: 'unknown', action: 'again', engine: '1', rules: 1 }
		}
	]
});
