import * as z from 'zod/mini';
import { key } from '../entry.ts';
import { always, defineKind } from '../kind.ts';
import { text } from '../shapes.ts';

const plain = ['name', 'family', 'sex', 'caregiver', 'card', 'status'] as const;
const born = ['bornFrom', 'bornTo', 'bornHow'] as const;

/** One field of a child changes; `was` is the value that was replaced. The birth date is one field,
 * `from/to/how`, for its parts mean nothing apart. `status`: active, moved, died, withdrawn. */
export const childAmend = defineKind({
	kind: 'child.amend',
	v: 1,
	body: z.looseObject({ field: z.enum([...plain, 'born']), to: text(80), was: text(80) }),
	writers: { promoter: always },
	keys: ({ subject }) => [key('children', subject)],
	fold: {
		children(row, { body: { field, to, was } }) {
			const now = field === 'born' ? born.map((part) => row[part]).join('/') : row[field];
			if (now !== was) row.review = 1;
			if (field !== 'born') {
				row[field] = to;
				return;
			}
			const parts = to.split('/');
			for (const [i, part] of born.entries()) row[part] = parts[i] ?? '';
		}
	},
	examples: [
		{ field: 'name', to: 'Wara Luz', was: 'Wara' },
		{
			field: 'born',
			to: '2025-10-01/2025-10-31/memory',
			was: '2025-10-02/2025-10-02/card'
		}
	]
});
