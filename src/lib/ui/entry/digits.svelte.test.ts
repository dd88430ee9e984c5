import { describe, expect, it } from 'vitest';
import { Digits } from './digits.svelte.ts';

const weight = { decimals: 1, digits: 4 };
const arm = { decimals: 0, digits: 3 };
const type = (digits: Digits, keys: string) => {
	for (const key of keys) digits.press(Number(key));
	return digits;
};

describe('a value typed without a comma key', () => {
	it('shows where the digits will stand before the first one', () => {
		expect(new Digits(weight).text).toBe('–,–');
		expect(new Digits(arm).text).toBe('–');
		expect(new Digits(weight).empty).toBe(true);
	});

	it.each([
		['84', '8,4', 8.4],
		['680', '68,0', 68],
		['1205', '120,5', 120.5],
		['09', '0,9', 0.9]
	])('sets the comma itself: %s is %s', (keys, text, value) => {
		const digits = type(new Digits(weight), keys);
		expect(digits.text).toBe(text);
		expect(digits.value).toBe(value);
	});

	it('has no value while only the decimal is there', () => {
		const digits = type(new Digits(weight), '7');
		expect(digits.text).toBe('7');
		expect(digits.value).toBeUndefined();
	});

	it('reads millimetres as they are and refuses a leading zero', () => {
		expect(type(new Digits(arm), '112').value).toBe(112);
		expect(type(new Digits(arm), '0112').text).toBe('112');
	});

	it('ignores a digit too many', () => {
		expect(type(new Digits(arm), '1123').text).toBe('112');
	});

	it('takes back the last digit, then everything', () => {
		const digits = type(new Digits(weight), '84');
		digits.erase();
		expect(digits.text).toBe('8');
		digits.clear();
		digits.erase();
		expect(digits.empty).toBe(true);
	});
});
