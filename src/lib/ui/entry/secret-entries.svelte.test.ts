import { describe, expect, it } from 'vitest';
import { CodeEntry } from './code-entry.svelte.ts';
import { PinEntry } from './pin-entry.svelte.ts';

describe('a picture PIN', () => {
	it('takes three different pictures in order', () => {
		const pin = new PinEntry();
		for (const name of ['llama', 'sun', 'llama', 'bell'] as const) pin.press(name);
		expect(pin.picked).toEqual(['llama', 'sun', 'bell']);
		expect(pin.complete).toBe(true);
	});

	it('ignores a fourth picture and takes back the last', () => {
		const pin = new PinEntry();
		for (const name of ['llama', 'sun', 'bell', 'egg'] as const) pin.press(name);
		pin.erase();
		expect(pin.picked).toEqual(['llama', 'sun']);
		pin.clear();
		expect(pin.picked).toEqual([]);
	});
});

describe('an own code', () => {
	it('is enough with six digits and may be longer', () => {
		const code = new CodeEntry();
		for (const digit of [0, 4, 7, 1, 9]) code.press(digit);
		expect(code.enough).toBe(false);
		code.press(2);
		expect(code.enough).toBe(true);
		code.press(8);
		expect(code.value).toBe('0471928');
	});

	it('stops at twelve and takes digits back', () => {
		const code = new CodeEntry();
		for (let press = 0; press < 15; press++) code.press(1);
		expect(code.length).toBe(12);
		code.erase();
		expect(code.length).toBe(11);
		code.clear();
		expect(code.value).toBe('');
	});
});
