import { describe, expect, it } from 'vitest';
import { hardest, raisedIn } from './hands.ts';

const asked = (q: string, counts: number[], right = 0, of = 10) => ({ q, counts, right, of });

describe('hands of a meeting', () => {
	it('are read as they are kept', () => {
		expect(raisedIn('q1=5.7.2/0/14;q2=3.0/1/3')).toEqual([
			asked('q1', [5, 7, 2], 0, 14),
			asked('q2', [3, 0], 1, 3)
		]);
		expect(raisedIn('')).toEqual([]);
	});
});

describe('the hardest question', () => {
	it('is the one with the fewest right hands of those asked, over all meetings', () => {
		const last = [asked('q1', [9, 1]), asked('q2', [4, 6])];
		const before = [asked('q1', [2, 8]), asked('q2', [6, 4])];
		expect(hardest([last, before])).toMatchObject({ q: 'q2', good: 10, asked: 20 });
	});

	it('shows what was raised the last time', () => {
		const found = hardest([[asked('q1', [4, 6])], [asked('q1', [1, 9])]]);
		expect(found).toMatchObject({ counts: [4, 6], good: 5, asked: 20 });
	});

	it('is none where every hand was right, or nothing was asked', () => {
		expect(hardest([[asked('q1', [10, 0])]])).toBeUndefined();
		expect(hardest([[asked('q1', [0, 0], 0, 0)]])).toBeUndefined();
		expect(hardest([])).toBeUndefined();
	});
});
