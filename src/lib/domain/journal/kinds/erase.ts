import * as z from 'zod/mini';
import { selfKey } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { id } from '../shapes.ts';

/** Forgets every id it names – all merged ones, for an erase never spreads by itself. Final. */
export const erase = defineKind({
	kind: 'erase',
	v: 1,
	body: z.looseObject({ ids: z.array(id()).check(z.minLength(1), z.maxLength(40)) }),
	writers: { coordinator: always },
	keys: ({ body }) => body.ids.map(selfKey),
	fold: {},
	examples: [{ ids: ['w00000000000001'] }]
});
