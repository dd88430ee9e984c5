import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
	communityScope,
	groupScope,
	idSource,
	isHealth,
	parseId,
	parseScope,
	scopeOwner
} from './ids.ts';

describe('an id', () => {
	it('is 15 small letters or digits and nothing else', () => {
		expect(parseId('abcdefghij01234')).toEqual({ ok: true, value: 'abcdefghij01234' });
		for (const wrong of ['', 'ABCDEFGHIJ01234', 'abc', 'abcdefghij012345', 'abcdefghij0123é']) {
			expect(parseId(wrong)).toEqual({ ok: false, error: 'id' });
		}
	});

	it('is made from random bytes, and bytes that would favour some letters are left out', () => {
		const bytes = [255, 252, 0, 35, 36, 251];
		const source = idSource((length) => {
			const taken = bytes.splice(0, length);
			while (taken.length < length) taken.push(1);
			return Uint8Array.from(taken);
		});
		expect(source()).toBe('a9a9bbbbbbbbbbb');
	});

	it('does not repeat itself', () => {
		const source = idSource((length) => randomBytes(length));
		expect(new Set(Array.from({ length: 2000 }, source)).size).toBe(2000);
	});
});

describe('a scope', () => {
	const id = 'abcdefghij01234';

	it('names a group or a community', () => {
		const parsed = parseId(id);
		if (!parsed.ok) throw new Error('fixture');
		expect(groupScope(parsed.value)).toBe(`g:${id}`);
		expect(communityScope(parsed.value)).toBe(`c:${id}`);
		expect(scopeOwner(groupScope(parsed.value))).toBe(id);
		expect([isHealth(`c:${id}`), isHealth(`g:${id}`)]).toEqual([true, false]);
	});

	it('is refused without its letter', () => {
		expect(parseScope(`g:${id}`).ok).toBe(true);
		for (const wrong of [id, `x:${id}`, `g:${id}x`, 'g:']) {
			expect(parseScope(wrong)).toEqual({ ok: false, error: 'scope' });
		}
	});
});
