import * as z from 'zod/mini';

const entry = z.looseObject({
	kind: z.string(),
	subject: z.string(),
	at: z.number(),
	/** null: erased, or of a child and not asked for. */
	body: z.nullable(z.looseObject({}))
});
const held = z.looseObject({
	id: z.string(),
	code: z.string(),
	scope: z.string(),
	/** When it came in, ms. */
	got: z.number(),
	by: z.string(),
	/** Written with an account, not by a person of a group. */
	account: z.boolean(),
	name: z.string(),
	phone: z.string(),
	label: z.string(),
	place: z.string(),
	about: z.string(),
	/** A fact of a child: its body is shown for a reason only. */
	sealed: z.boolean(),
	/** Who wrote it has the right by now. */
	ready: z.boolean(),
	entry: z.nullable(entry)
});
/** A fact that lies aside on the server, as `GET /api/app/held` tells of it. */
export type HeldFact = z.infer<typeof held>;
export const heldList = z.looseObject({ held: z.array(held) });
export const heldOne = z.looseObject({
	entry: z.nullable(entry),
	/** Whom it is about. */
	names: z.array(z.string())
});
