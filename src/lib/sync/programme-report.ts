import * as z from 'zod/mini';

const rows = z.array(z.array(z.nullable(z.union([z.string(), z.number()]))));

/** What stands in each list: domain/programme/sums.ts. */
const sums = z.looseObject({
	today: z.string(),
	summed: z.number(),
	places: rows,
	groups: rows,
	members: rows,
	people: rows,
	practising: rows,
	firsts: rows,
	lessons: rows,
	sessions: rows,
	practices: rows,
	practiceMonths: rows,
	amounts: rows,
	promised: rows,
	growth: rows,
	latest: rows,
	referrals: rows,
	late: rows,
	children: rows
});

const target = z.looseObject({
	id: z.string(),
	indicator: z.string(),
	/** `*`, or a community: `c:` and its id. */
	scope: z.string(),
	from: z.string(),
	to: z.string(),
	value: z.number()
});

/** The programme summed up, as `GET /api/app/report/programme` answers it. */
export const programmeReport = z.looseObject({
	now: z.number(),
	/** When the newest fact of all came in, ms; 0 for never. */
	received: z.number(),
	phones: z.looseObject({ all: z.number(), silent: z.number() }),
	held: z.number(),
	/** scope, name of who works there */
	staff: z.array(z.array(z.string())),
	targets: z.array(target),
	sums
});
export type ProgrammeReport = z.infer<typeof programmeReport>;
