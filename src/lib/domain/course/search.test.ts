import { describe, expect, it } from 'vitest';
import type { Lesson } from './lesson.ts';
import { plainText, SearchIndex } from './search.ts';

const text = (es: string, ay: string) => ({ es, ay });
const lesson = (id: string, title: { es: string; ay: string }, blocks: object[]): Lesson =>
	({
		...{ id, course: 'c', n: 1, rev: 1, title, minutes: 20, blocksRequired: [], pictures: {} },
		...{ review: { es: 'drafted', ay: 'drafted' }, sources: [], glossary: [], blocks }
	}) as unknown as Lesson;

function index(): SearchIndex {
	const made = new SearchIndex();
	made.add(
		lesson('iron', text('8 grupos y hierro', '8 t’aqa manq’a'), [
			{ id: 'b1', kind: 'text', ...text('El hígado da hierro.', 'K’iwchax yiruniwa.') },
			{
				id: 'q1',
				kind: 'choice',
				...text('¿Qué come hoy?', '¿Kuns manq’i?'),
				options: [{ id: 'a', ...text('Quinua', 'Jupha'), why: text('El té quita', 'Janiw') }]
			}
		])
	);
	made.add(
		lesson('liver', text('Hígado para la wawa', 'Wawatak k’iwcha'), [
			{ id: 'b1', kind: 'text', ...text('Bien cocido.', 'Suma qhatiyata.') }
		])
	);
	made.addTitle('far', text('Leche limpia', 'Q’uma lichi'));
	made.addTerms([{ ...text('hígado', 'k’iwcha'), domain: 'food', confidence: 'high' }]);
	return made;
}
const found = (query: string) =>
	index()
		.find(query)
		.map(({ lesson: id, block }) => [id, block]);

describe('search', () => {
	it.each(["k'iwcha", 'k’iwcha', 'kʼiwcha', 'kiwcha', 'K´IWCHA', 'kiwch'])(
		'finds the same however it is typed: %s',
		(query) => {
			expect(found(query)).toEqual([
				['liver', null],
				['iron', 'b1']
			]);
		}
	);

	it('finds without accents and lengths', () => {
		expect(plainText('Jichhüru, Ñuñu, HÍGADO')).toBe('jichhuru, nunu, higado');
		expect(found('higado')).toEqual([
			['liver', null],
			['iron', 'b1']
		]);
	});

	it('finds what stands in an option, and a lesson that is not on the phone by its title', () => {
		expect(found('quinua')).toEqual([['iron', 'q1']]);
		expect(found('lichi')).toEqual([['far', null]]);
	});

	it('wants every word, wherever in the lesson it stands', () => {
		expect(found('hierro quinua')).toEqual([['iron', null]]);
		expect(found('hierro leche')).toEqual([]);
	});

	it('finds words by their beginning, and does not look into reasons', () => {
		expect(found('erro')).toEqual([]);
		expect(found('quita')).toEqual([]);
	});

	it('asks for nothing when nothing is asked', () => {
		expect(found('')).toEqual([]);
		expect(found(' ’ ')).toEqual([]);
	});

	it('says the word as it is written there', () => {
		expect(index().find('kiwcha')[1]).toMatchObject({ lang: 'ay', word: 'K’iwchax' });
		expect(index().term('kiw')).toMatchObject({ es: 'hígado', ay: 'k’iwcha' });
		expect(index().term('')).toBeUndefined();
	});
});
