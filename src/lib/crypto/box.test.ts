import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newBoxKey, open, seal } from './box.ts';

describe('a box', () => {
	it('gives back what was put in', async () => {
		const key = await newBoxKey();
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), async (value) => {
				const same = JSON.parse(JSON.stringify(value)) as unknown;
				expect(await open(key, 'entry|a|1', await seal(key, 'entry|a|1', value))).toEqual(same);
			}),
			{ numRuns: 50 }
		);
	});

	it('does not open under another label, with another key or when a bit has changed', async () => {
		const key = await newBoxKey();
		const box = await seal(key, 'entry|a|1', { weightKg: 8.1 });
		await expect(open(key, 'entry|b|1', box)).rejects.toThrow();
		await expect(open(await newBoxKey(), 'entry|a|1', box)).rejects.toThrow();
		const sealed = Uint8Array.from(box.sealed);
		sealed[3]! ^= 1;
		await expect(open(key, 'entry|a|1', { ...box, sealed })).rejects.toThrow();
	});

	it('never seals twice alike, and shows nothing of its content', async () => {
		const key = await newBoxKey();
		const [one, two] = [await seal(key, 'x', 'Wara'), await seal(key, 'x', 'Wara')];
		expect(Buffer.from(one.sealed)).not.toEqual(Buffer.from(two.sealed));
		expect(Buffer.from(one.sealed).toString('latin1')).not.toContain('Wara');
	});
});
