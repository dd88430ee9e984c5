import { describe, expect, it } from 'vitest';
import { shareOf } from './share.ts';

describe('a part of a whole with its 95 % interval', () => {
	// Newcombe 1998, Stat Med 17:857–872, table I, method 3 (score without continuity correction)
	it.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718]
	])('%i of %i', (n, of, low, high) => {
		const share = shareOf(n, of)!;
		expect(share.low).toBeCloseTo(low, 4);
		expect(share.high).toBeCloseTo(high, 4);
	});

	it('is nothing without a whole', () => {
		expect(shareOf(0, 0)).toBeUndefined();
	});
});
