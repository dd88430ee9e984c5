import { describe, expect, it } from 'vitest';
import { mixed } from './mixed.ts';

describe('mixed', () => {
	const items = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
	it('never shows the solution as it is written, and is the same each time', () => {
		for (const seed of ['q1', 'q2', 'q3', 'q4', 'q5']) {
			const shown = mixed(items, seed);
			expect(shown.map(({ id }) => id)).not.toEqual(['a', 'b', 'c', 'd']);
			expect([...shown].sort((x, y) => x.id.localeCompare(y.id))).toEqual(items);
			expect(mixed(items, seed)).toEqual(shown);
		}
	});
});
