import { describe, expect, it } from 'vitest';
import type { Day } from '../shared/day.ts';
import { behind, shownVisits } from './same-day.ts';

const visit = (id: string, day: string, at: number) => ({ id, day: day as Day, at });

describe('measured twice on one day', () => {
	const elena = visit('e', '2026-11-24', 100);
	const mario = visit('m', '2026-11-24', 200);
	const before = visit('b', '2026-10-20', 900);

	it('the later is shown, in whatever order they arrive', () => {
		expect(shownVisits([elena, mario, before])).toEqual([mario, before]);
		expect(shownVisits([mario, before, elena])).toEqual([mario, before]);
	});

	it('the other is kept behind it', () => {
		expect(behind(mario, [elena, mario, before])).toEqual([elena]);
		expect(behind(before, [elena, mario, before])).toEqual([]);
	});

	it('two of one moment: every phone shows the same', () => {
		const twin = visit('z', '2026-11-24', 200);
		expect(shownVisits([twin, mario])).toEqual(shownVisits([mario, twin]));
	});

	it('the day counts before the moment of writing: what is written down later lies where it belongs', () => {
		expect(shownVisits([before, elena])[0]).toEqual(elena);
	});
});
