import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

describe('sentences of a line', () => {
	it('end with a point, a question or an exclamation before a capital, a number or an opening mark', () => {
		expect(sentencesOf('Lave el balde. ¿Está limpio? ¡Bien! 3 veces al día.')).toEqual([
			'Lave el balde.',
			'¿Está limpio?',
			'¡Bien!',
			'3 veces al día.'
		]);
	});

	it('end before words in quotation marks', () => {
		expect(sentencesOf('Llegó cortada. “La vaca está sana”, dice.” “¿Sí?”')).toEqual([
			'Llegó cortada.',
			'“La vaca está sana”, dice.”',
			'“¿Sí?”'
		]);
	});

	it('go on after a point inside them', () => {
		expect(sentencesOf('Ponga 1.500 gramos… y mezcle.')).toEqual(['Ponga 1.500 gramos… y mezcle.']);
		expect(sentencesOf('Pregunte a la Dra. Mamani. Ella sabe.')).toEqual([
			'Pregunte a la Dra. Mamani.',
			'Ella sabe.'
		]);
	});

	it('a line without any mark is one sentence, an empty one none', () => {
		expect(sentencesOf('Ordeño limpio')).toEqual(['Ordeño limpio']);
		expect(sentencesOf('  ')).toEqual([]);
	});
});
