import { describe, expect, it } from 'vitest';
import type { Id } from '#lib/domain/shared/ids.ts';
import { Sentinel } from './sentinel.svelte.ts';

const old = 'p00000000000001' as Id;
const fresh = 'p00000000000002' as Id;

/** A browser that has lost its databases: a new page, the same cookies. */
const afterwards = () => new Sentinel();

describe('the sentinel of this phone', () => {
	it('says nothing of a new phone, nor of one that is still itself', () => {
		const sentinel = new Sentinel();
		sentinel.check(old);
		sentinel.note(old, { made: 12, safe: 9 });
		const later = afterwards();
		later.check(old);
		expect([sentinel.lost, later.lost]).toEqual([null, null]);
	});

	it('notices that the browser has thrown the database away, and how much no server had', () => {
		new Sentinel().note(old, { made: 12, safe: 9 });
		const sentinel = afterwards();
		sentinel.check(fresh);
		expect(sentinel.lost).toEqual({ unsent: 3 });
	});

	it('goes on saying so until somebody has read it, also after new facts', () => {
		new Sentinel().note(old, { made: 12, safe: 12 });
		const sentinel = afterwards();
		sentinel.check(fresh);
		sentinel.note(fresh, { made: 1, safe: 0 });
		const again = afterwards();
		again.check(fresh);
		expect(again.lost).toEqual({ unsent: 0 });
		again.seen();
		again.note(fresh, { made: 1, safe: 0 });
		const last = afterwards();
		last.check(fresh);
		expect(last.lost).toBeNull();
	});
});
