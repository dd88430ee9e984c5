import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from './read.ts';
import { spokenMessages } from './spoken.ts';

describe('what a voice says besides the lessons', () => {
	const messages: Message[] = [];
	const said = spokenMessages(join('content', 'voice', 'spoken.json'), messages);

	it('are sentences that are there, without a place to fill', () => {
		expect(messages).toEqual([]);
		expect(said.get('children_say_grows_well')).toMatchObject({ es: 'Crece bien. Siga así.' });
		expect(said.size).toBeGreaterThan(30);
	});

	it('no result sentence holds a number: numbers are shown big, not said', () => {
		for (const [key, { es, ay }] of said) {
			if (key.includes('_say_')) expect(`${es} ${ay}`, key).not.toMatch(/\d/);
		}
	});
});
