import { describe, expect, it } from 'vitest';
import { shortened } from './messages.ts';

const made = (
	es: string,
	ay: string,
	inputs = ''
) => `import { getLocale, experimentalStaticLocale } from '../runtime.js';
const es_hello = /** @type {(inputs: HelloInputs) => LocalizedString} */ (${inputs}) => {
	return /** @type {LocalizedString} */ (\`${es}\`)
};

const ay_hello = /** @type {(inputs: HelloInputs) => LocalizedString} */ (${inputs}) => {
	return /** @type {LocalizedString} */ (\`${ay}\`)
};
export const hello = /** @type {any} */ ((inputs = {}, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "ay") return ay_hello(inputs)
	return es_hello(inputs)
});`;

function run(code: string | undefined, locale: string) {
	const body = (code ?? '').replace(/^import.*\n/, '').replace('export const hello =', 'return');
	return new Function('getLocale', body)(() => locale);
}

describe('a message of a phone', () => {
	it('says the same in the language of the page, or in the one that is asked for', () => {
		const hello = run(shortened('hello', made('Hola (a todas)', 'Kamisaki')), 'ay');
		expect(hello()).toBe('Kamisaki');
		expect(hello({}, { locale: 'es' })).toBe('Hola (a todas)');
	});

	it('with what is put into it', () => {
		const hello = run(
			shortened('hello', made('Hola ${i?.name}', 'Kamisaki ${i?.name}', 'i')),
			'es'
		);
		expect(hello({ name: 'Ana' })).toBe('Hola Ana');
	});

	it('stays as it is where a language has more than one text', () => {
		const plural = made('Hola', 'Kamisaki').replace(
			'\treturn',
			'\tif (1) return `Buenas`;\n\treturn'
		);
		expect(shortened('hello', plural)).toBeUndefined();
	});
});
