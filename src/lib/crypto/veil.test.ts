import { expect, it } from 'vitest';
import { lifts, veil } from './veil.ts';

it('opens by the same three pictures in the same order, and by nothing else', async () => {
	const kept = await veil(['potato', 'sun', 'fish']);
	expect(kept).not.toContain('sun');
	expect(kept.length).toBeLessThanOrEqual(80);
	expect(await lifts(['potato', 'sun', 'fish'], kept)).toBe(true);
	expect(await lifts(['sun', 'potato', 'fish'], kept)).toBe(false);
	expect(await lifts(['potato', 'sun'], kept)).toBe(false);
	expect(await lifts([], '')).toBe(false);
});

it('two people with the same pictures have different veils', async () => {
	expect(await veil(['sun', 'key', 'egg'])).not.toBe(await veil(['sun', 'key', 'egg']));
});
