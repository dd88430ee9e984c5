import { afterEach, expect, it, vi } from 'vitest';
import { alone } from './lock.ts';

afterEach(() => vi.unstubAllGlobals());

it('does the work where there are no locks', async () => {
	vi.stubGlobal('navigator', {});
	expect(await alone(async () => 7)).toBe(7);
});

it('leaves the work to the tab that is at it', async () => {
	const held = new Set<string>();
	const request = async (name: string, _how: object, run: (lock: object | null) => unknown) => {
		if (held.has(name)) return run(null);
		held.add(name);
		try {
			return await run({});
		} finally {
			held.delete(name);
		}
	};
	vi.stubGlobal('navigator', { locks: { request } });
	let end = () => {};
	const first = alone(() => new Promise<string>((done) => (end = () => done('first'))));
	expect(await alone(async () => 'second')).toBeUndefined();
	end();
	expect(await first).toBe('first');
	expect(await alone(async () => 'third')).toBe('third');
});
