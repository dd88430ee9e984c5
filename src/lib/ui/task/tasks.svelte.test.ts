import { describe, expect, it } from 'vitest';
import { Matching } from './matching.svelte.ts';
import { Ordering } from './ordering.svelte.ts';

describe('cards put in order', () => {
	it('numbers them as they are tapped', () => {
		const cards = new Ordering(['wash', 'milk', 'strain']);
		cards.tap('milk');
		cards.tap('wash');
		expect(cards.placeOf('milk')).toBe(1);
		expect(cards.placeOf('wash')).toBe(2);
		expect(cards.placeOf('strain')).toBeUndefined();
		expect(cards.missing).toBe(1);
	});

	it('moves the later ones up when one is taken back', () => {
		const cards = new Ordering(['wash', 'milk', 'strain']);
		for (const id of ['milk', 'wash', 'strain', 'milk']) cards.tap(id);
		expect(cards.order).toEqual(['wash', 'strain']);
		cards.tap('milk');
		expect(cards.complete).toBe(true);
		cards.clear();
		expect(cards.missing).toBe(3);
	});

	it('ignores a card that is not there', () => {
		const cards = new Ordering(['wash']);
		cards.tap('fly');
		expect(cards.order).toEqual([]);
	});
});

describe('cards joined in pairs', () => {
	const colours = () => new Matching(['red', 'yellow'], ['today', 'soon']);

	it('joins a card with the next one of the other side, from either side', () => {
		const match = colours();
		match.tap('left', 'red');
		expect(match.isChosen('left', 'red')).toBe(true);
		match.tap('right', 'today');
		match.tap('right', 'soon');
		match.tap('left', 'yellow');
		expect(match.pairs).toEqual([
			{ left: 'red', right: 'today' },
			{ left: 'yellow', right: 'soon' }
		]);
		expect(match.complete).toBe(true);
	});

	it('gives both cards of a pair the letter of the left row', () => {
		const match = colours();
		match.tap('right', 'today');
		match.tap('left', 'yellow');
		expect(match.letterOf('left', 'yellow')).toBe('b');
		expect(match.letterOf('right', 'today')).toBe('b');
		expect(match.letterOf('left', 'red')).toBeUndefined();
	});

	it('changes the choice on the same side and drops it on a second tap', () => {
		const match = colours();
		match.tap('left', 'red');
		match.tap('left', 'yellow');
		expect(match.isChosen('left', 'red')).toBe(false);
		match.tap('left', 'yellow');
		expect(match.isChosen('left', 'yellow')).toBe(false);
	});

	it('undoes a pair when one of its cards is tapped', () => {
		const match = colours();
		match.tap('left', 'red');
		match.tap('right', 'today');
		match.tap('right', 'today');
		expect(match.pairs).toEqual([]);
		match.tap('left', 'green');
		match.clear();
		expect(match.complete).toBe(false);
	});
});
