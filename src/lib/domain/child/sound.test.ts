import { describe, expect, it } from 'vitest';
import { alike, distance, heardIn, soundsOf } from './sound.ts';

const one = (name: string) => soundsOf(name).join(' ');

describe('a name sounds the same however it is written', () => {
	it.each([
		['Quispe', 'Qispi'],
		['Choque', 'Chuqi'],
		['Choquehuanca', 'Chuqiwanka'],
		['Condori', 'Kunturi'],
		['Huanca', 'Wanka'],
		['Guanca', 'Huanca'],
		['Mamani', 'MAMANI'],
		['Ticona', 'Tikuna'],
		['Vilca', 'Willka'],
		['Yujra', 'Llujra'],
		['Callisaya', 'Kayisaya'],
		['Zenón', 'Senon'],
		['Hilaria', 'Ilaria'],
		['Jhonny', 'Jonny'],
		['Benita', 'Venita'],
		['Apaza', 'Apasa'],
		['Cussi', 'Kusi'],
		['Ch’uqi', 'Chuqi'],
		["Q'uma", 'Quma'],
		['Khantuta', 'Kantuta'],
		['Catari', 'Katari'],
		['Tapia', 'Tapia'],
		['Nina', 'Nina'],
		['Huarachi', 'Warachi'],
		['Poma', 'Puma']
	])('%s and %s', (a, b) => {
		expect(one(a)).toBe(one(b));
	});

	it.each([
		['Mamani', 'Quispe'],
		['Wara', 'Sara'],
		['Luz', 'Luis'],
		['Nina', 'Tina'],
		['Paxsi', 'Inti']
	])('%s is not %s', (a, b) => {
		expect(one(a)).not.toBe(one(b));
	});

	it('has a sound per word, in order, and none for what has no letters', () => {
		expect(soundsOf(' Wara  Luz ')).toHaveLength(2);
		expect(soundsOf('12 — …')).toEqual([]);
	});
});

describe('the search', () => {
	const wara = soundsOf('Wara Luz Qispi Basilia');
	it.each([
		['quis', true],
		['Huara', true],
		['luz wa', true],
		['basilia kispe', true],
		['', true],
		['mam', false],
		['wara mam', false]
	])('«%s»: %s', (typed, found) => {
		expect(heardIn(wara, soundsOf(typed))).toBe(found);
	});
});

describe('words that may be meant by one another', () => {
	it.each([
		['wara', 'wara', 0],
		['kispi', 'kispe', 1],
		['martn', 'matrn', 1],
		['ana', '', 3],
		['juana', 'jana', 1]
	])('%s to %s is %i', (a, b, steps) => {
		expect(distance(a, b)).toBe(steps);
	});
	it('lets a slip pass in a long name and none in a short one', () => {
		expect(alike('mamani', 'mamany')).toBe(true);
		expect(alike('ana', 'ina')).toBe(false);
		expect(alike('wara', 'warayana')).toBe(false);
	});
});
