import * as z from 'zod/mini';
import { isHealth, isScope } from '../../shared/ids.ts';
import { selfKey, type OwnerId } from '../entry.ts';
import { defineKind } from '../kind.ts';
import { owner } from '../shapes.ts';

/** Two people, or two groups, and not the same. A community is merged with nothing. */
const alike = (from: OwnerId, to: OwnerId): boolean =>
	from !== to && !isHealth(from) && !isHealth(to) && isScope(from) === isScope(to);

/** `from` and `to` are one person, caregiver, child or group, shown under `to`. Undone by voiding it.
 * A phone may only say it of its own group. */
export const merge = defineKind({
	kind: 'merge',
	v: 1,
	body: z
		.looseObject({ from: owner(), to: owner() })
		.check(z.refine(({ from, to }) => alike(from, to))),
	writers: {
		facilitator: ({ from }) => !from.startsWith('g:'),
		promoter: ({ from }) => !from.startsWith('g:'),
		phone: ({ from, to }) => from.startsWith('g:') && to.startsWith('g:')
	},
	keys: ({ body }) => [selfKey(body.from), selfKey(body.to)],
	fold: {},
	examples: [
		{ from: 'w00000000000001', to: 'w00000000000002' },
		{ from: 'g:own000000000001', to: 'g:grp000000000001' }
	]
});
