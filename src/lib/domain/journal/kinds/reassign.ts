import * as z from 'zod/mini';
import { selfKey } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { id } from '../shapes.ts';

/** "It was not me": the target is about `to`. The latest one counts. Final: undone by another one. */
export const reassign = defineKind({
	kind: 'reassign',
	v: 1,
	body: z.looseObject({ target: id(), to: id() }),
	// a phone only what its members could have written themselves: the target is judged too
	writers: { phone: always, facilitator: always, promoter: always },
	keys: ({ body }) => [selfKey(body.target)],
	fold: {},
	examples: [{ target: 'e00000000000001', to: 'w00000000000002' }]
});
