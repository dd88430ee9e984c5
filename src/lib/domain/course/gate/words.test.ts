import { describe, expect, it } from 'vitest';
import { numbersIn, sentencesOf, wordsOf } from './words.ts';

describe('numbers of a text', () => {
	it.each([
		['2 o 3 comidas, hasta ½ taza', [2, 3, 0.5]],
		['1½ tazas y 1 ½', [1.5, 1, 0.5]],
		['Bs 1.820 = 200 + 120', [1820, 200, 120]],
		['8,1 kg y 68,0 cm', [8.1, 68]],
		['entre −3 y −5 °C', [-3, -5]],
		['de 115–124 mm', [115, 124]],
		['3 L por m2, en 4 m²', [3, 4]],
		['sin números', []],
		['a los 6 meses, 9', [6, 9]]
	])('%s', (text, numbers) => {
		expect(numbersIn(text)).toEqual(numbers);
	});
});

describe('sentences and words', () => {
	it('end at a stop, a question, a colon and a line', () => {
		expect(sentencesOf('Rojo: hoy. ¿Y mañana?\nVerde “sí.” Fin')).toEqual([
			'Rojo:',
			'hoy.',
			'¿Y mañana?',
			'Verde “sí.”',
			'Fin'
		]);
	});
	it('count a number with its unit once', () => {
		expect(wordsOf('Abra con 25 °C — o 3 L.')).toEqual(['Abra', 'con', '25°C', 'o', '3L.']);
	});
});
