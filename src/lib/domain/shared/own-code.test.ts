import { describe, expect, it } from 'vitest';
import { codeFault } from './own-code.ts';

describe('an own code', () => {
	it.each([
		['482913', null],
		['0471928', null],
		['48291', 'short'],
		['', 'short'],
		['123456', 'easy'],
		['987654', 'easy'],
		['890123', 'easy'],
		['111111', 'easy'],
		['121212', 'easy'],
		['482482', 'easy'],
		['qala uta', 'short'],
		['qalasaya uru', null]
	])('%s', (code, fault) => expect(codeFault(code)).toBe(fault));
});
