import { describe, expect, it } from 'vitest';
import { bytesOf, newDataKey, unwrap, wrap } from './keys.ts';
import { hardnessFor, LEAST, newSalt, stretch, wrappingKey } from './stretch.ts';

const SOFT = { memoryKiB: 256, passes: 1 };

describe('a code', () => {
	it('wraps a key that only it unwraps', async () => {
		const salt = newSalt();
		const key = await newDataKey();
		const wrapped = await wrap(key, await stretch('482913', salt, SOFT), 'vault|a');
		const right = await stretch('482913', salt, SOFT);
		const opened = await unwrap(wrapped, right, { label: 'vault|a' });
		expect(opened?.extractable).toBe(false);
		expect(await unwrap(wrapped, right, { label: 'vault|b' })).toBeUndefined();
		const wrong = await stretch('482914', salt, SOFT);
		expect(await unwrap(wrapped, wrong, { label: 'vault|a' })).toBeUndefined();
		const salted = await stretch('482913', newSalt(), SOFT);
		expect(await unwrap(wrapped, salted, { label: 'vault|a' })).toBeUndefined();
	});

	it('may be a phrase, with any capitals, blanks and apostrophes', async () => {
		const salt = newSalt();
		const wrapped = await wrap(await newDataKey(), await stretch('Q’uma  lich ', salt, SOFT), 'x');
		const typed = await stretch("q'uma lich", salt, SOFT);
		expect(await unwrap(wrapped, typed, { label: 'x' })).toBeDefined();
	});
});

describe('how hard a code is stretched', () => {
	it.each([
		[1, 800, { memoryKiB: 65_536, passes: 4 }],
		[25, 800, { memoryKiB: 65_536, passes: 4 }],
		[40, 800, { memoryKiB: 65_536, passes: 2 }],
		[100, 800, { memoryKiB: 32_768, passes: 2 }],
		[170, 800, LEAST],
		[5000, 800, LEAST]
	])('a phone that needs %i ms for the probe takes %j within %i ms', (probe, budget, wanted) => {
		expect(hardnessFor(probe, budget)).toEqual(wanted);
	});
});

it('reads hexadecimal and nothing else', async () => {
	expect([...bytesOf('00ff10')]).toEqual([0, 255, 16]);
	for (const wrong of ['', '0', 'zz', 'AB', '0x00']) {
		expect(() => bytesOf(wrong)).toThrow(RangeError);
	}
	expect((await wrappingKey(bytesOf('11'.repeat(32)))).usages).toEqual(['wrapKey', 'unwrapKey']);
});
