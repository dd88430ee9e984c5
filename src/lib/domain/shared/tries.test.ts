import { expect, it } from 'vitest';
import { nextTryAfter } from './tries.ts';

const MINUTE = 60_000;

it.each([
	[0, 0],
	[4, 0],
	[5, 1],
	[6, 2],
	[8, 8],
	[9, 15],
	[40, 15]
])('after %i wrong pictures the next try waits %i minutes', (count, minutes) => {
	const now = 1_000_000_000;
	expect(nextTryAfter({ count, last: now }, now, 15 * MINUTE)).toBe(now + minutes * MINUTE);
});

it('a clock that is set back gains nothing', () => {
	expect(nextTryAfter({ count: 5, last: 9_000_000 }, 1_000_000, 15 * MINUTE)).toBe(1_060_000);
});
