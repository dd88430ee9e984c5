import { describe, expect, it } from 'vitest';
import { langOf, plainPath, withLang } from './prefix.ts';

describe('the language of an address is its first step', () => {
	it.each([
		['/', 'es', '/', '/ay/'],
		['/ay/', 'ay', '/', '/ay/'],
		['/ay', 'ay', '/', '/ay/'],
		['/courses/dairy/?block=b1', 'es', '/courses/dairy/?block=b1', '/ay/courses/dairy/?block=b1'],
		['/ay/courses/', 'ay', '/courses/', '/ay/courses/'],
		['/ay?then=%2Fay%2F', 'ay', '/?then=%2Fay%2F', '/ay/?then=%2Fay%2F'],
		['/ayuda/', 'es', '/ayuda/', '/ay/ayuda/']
	])('%s', (path, lang, spanish, aymara) => {
		expect(langOf(path)).toBe(lang);
		expect(plainPath(path)).toBe(spanish);
		expect(withLang(path, 'es')).toBe(spanish);
		expect(withLang(path, 'ay')).toBe(aymara);
	});
});
