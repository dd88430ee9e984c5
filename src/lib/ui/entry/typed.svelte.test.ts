import { describe, expect, it, vi } from 'vitest';
import { typed } from './typed.ts';

const press = (key: string, target: HTMLElement = document.body, more: KeyboardEventInit = {}) => {
	const on = { digit: vi.fn(), erase: vi.fn(), done: vi.fn() };
	let taken = false;
	const listen = (event: KeyboardEvent) => (taken = typed(event, on));
	window.addEventListener('keydown', listen);
	document.body.append(target === document.body ? document.createTextNode('') : target);
	target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
	window.removeEventListener('keydown', listen);
	return { ...on, taken };
};

describe('a keyboard beside the drawn keys', () => {
	it('types digits, takes back and is done', () => {
		expect(press('7').digit).toHaveBeenCalledWith(7);
		expect(press('Backspace').erase).toHaveBeenCalled();
		expect(press('Enter').done).toHaveBeenCalled();
	});

	it('leaves other keys, shortcuts and fields alone', () => {
		expect(press('a').taken).toBe(false);
		expect(press('1', document.body, { ctrlKey: true }).taken).toBe(false);
		expect(press('1', document.createElement('input')).taken).toBe(false);
		expect(press('Enter', document.createElement('button')).taken).toBe(false);
	});
});
