import { expect, it } from 'vitest';
import { least, reviewLines } from './review.ts';

it.each([
	[['approved', 'drafted', 'checked'], 'drafted'],
	[['approved', 'reviewed'], 'reviewed'],
	[['approved'], 'approved'],
	[[], 'drafted']
])('of %j it is said: %s', (states, said) => {
	expect(least(states)).toBe(said);
});

it('nothing is called reviewed that nobody has reviewed', () => {
	const { words, lessons } = reviewLines();
	expect(words.text).toBe('Palabras de la aplicación: castellano, borrador; aymara, borrador.');
	expect(lessons.text).toMatch(/^Lecciones \(\d+\): castellano, borrador; aymara, borrador\.$/);
	expect(words.second).not.toContain('borrador');
});
