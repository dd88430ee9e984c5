import * as z from 'zod/mini';
import { selfKey } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { id, slug } from '../shapes.ts';

/** Strikes out a fact, a move or a merge. Final: undone by writing the fact again. */
export const strike = defineKind({
	kind: 'void',
	v: 1,
	body: z.looseObject({ target: id(), reason: slug() }),
	writers: { facilitator: always, promoter: always },
	keys: ({ body }) => [selfKey(body.target)],
	fold: {},
	examples: [{ target: 'e00000000000001', reason: 'mistake' }]
});
