import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoff } from './backoff.ts';

it.each([
	[1, 1_000, 2_000],
	[2, 2_000, 4_000],
	[5, 16_000, 32_000],
	[10, 450_000, 900_000],
	[1000, 450_000, 900_000]
])('after %i failures waits from %i to %i ms', (failures, least, most) => {
	expect(backoff(failures, 0)).toBe(least);
	expect(backoff(failures, 1)).toBe(most);
});

it('is never sooner than the server asked for, and never beyond half an hour', () => {
	const random = fc.double({ min: 0, max: 1, noNaN: true });
	fc.assert(
		fc.property(fc.nat(50), random, fc.nat(10_000_000), (failures, r, asked) => {
			const wait = backoff(failures, r, asked);
			expect(wait).toBeGreaterThanOrEqual(Math.min(asked, 30 * 60_000));
			expect(wait).toBeLessThanOrEqual(30 * 60_000);
		})
	);
});
