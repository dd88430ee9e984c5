import * as z from 'zod/mini';

/** A number of people; null is 1 to 4, which is not told. */
const told = z.nullable(z.number());
const part = z.looseObject({ name: z.string(), n: told });

/** The programme summed up, as `GET /api/app/report/programme` answers it. */
export const programmeReport = z.looseObject({
	now: z.number(),
	/** When the newest fact of all came in, ms; 0 for never. */
	received: z.number(),
	people: z.looseObject({
		members: z.number(),
		reached: z.number(),
		heard: z.number(),
		understood: z.number(),
		byCommunity: z.array(part),
		bySex: z.array(part),
		byAge: z.array(part)
	}),
	/** The newest month first. */
	sessions: z.array(
		z.looseObject({
			month: z.string(),
			held: z.number(),
			present: z.number(),
			expected: z.number()
		})
	),
	practices: z.array(
		z.looseObject({
			practice: z.string(),
			level: z.string(),
			n: z.number(),
			amount: z.number(),
			unit: z.string()
		})
	),
	/** The newest month first; each child once in it. */
	growth: z.array(
		z.looseObject({
			month: z.string(),
			n: told,
			stunted: z.optional(told),
			acute: z.optional(told),
			well: z.optional(told)
		})
	),
	referrals: z.array(z.looseObject({ state: z.string(), n: told })),
	children: z.number(),
	phones: z.looseObject({ all: z.number(), silent: z.number() }),
	held: z.number(),
	targets: z.array(z.looseObject({ indicator: z.string(), scope: z.string(), value: z.number() }))
});
export type ProgrammeReport = z.infer<typeof programmeReport>;
