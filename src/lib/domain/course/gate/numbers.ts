/** Rules about numbers: each has a fact, and both languages say the same ones. */
import { groundsOf } from '../lesson-draft.ts';
import type { DraftBlock, LessonDraft } from '../lesson-draft.ts';
import type { FactBase } from '../fact.ts';
import type { Fault, Rule } from './fault.ts';
import { isTaught, phrasesOf } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { numbersIn, showNumber } from './words.ts';

/** "5 steps" above five steps is no claim. */
function ownCount(block: DraftBlock): number | undefined {
	switch (block.kind) {
		case 'steps':
			return block.steps.length;
		case 'order':
			return block.items.length;
		default:
			return undefined;
	}
}

function ungrounded({ text, block, where }: Phrase, facts: FactBase): number[] {
	if (!block) return [];
	// the list of forbidden claims grounds no number
	const cited = groundsOf(block).facts.filter((id) => id !== 'B');
	const known = new Set(cited.flatMap((id) => numbersIn(facts.get(id)?.es ?? '')));
	const count = where === block.id ? ownCount(block) : undefined;
	return numbersIn(text.es).filter((value) => !known.has(value) && value !== count);
}

/** Whoever adds a number adds a fact: rounding, converting and averaging make new facts. */
export const numbersHaveFacts: Rule = (lesson, { facts }) =>
	phrasesOf(lesson)
		.filter(isTaught)
		.flatMap((phrase): Fault[] =>
			ungrounded(phrase, facts).map((value) => {
				const cited = phrase.block ? groundsOf(phrase.block).facts.join(', ') : '';
				const text = `no cited fact contains ${showNumber(value)} (cited: ${cited})`;
				return { code: 'number-ungrounded', where: phrase.where, language: 'es', text };
			})
		);

/** Numbers of stories, cases and wrong options that no fact holds; the report lists them for a reader. */
export function exemptNumbers(
	lesson: LessonDraft,
	facts: FactBase
): { where: string; values: number[] }[] {
	return phrasesOf(lesson)
		.filter((phrase) => !isTaught(phrase) && phrase.part !== 'title')
		.map((phrase) => ({ where: phrase.where, values: ungrounded(phrase, facts) }))
		.filter(({ values }) => values.length > 0);
}

const sorted = (values: number[]): string =>
	[...values]
		.sort((a, b) => a - b)
		.map(showNumber)
		.join(' ');

/** The same numbers, as often, in both languages. */
export const digitsAgree: Rule = (lesson) =>
	phrasesOf(lesson).flatMap(({ where, text }): Fault[] => {
		const [es, ay] = [sorted(numbersIn(text.es)), sorted(numbersIn(text.ay))];
		const told = `Spanish has ${es || 'no number'}, Aymara ${ay || 'none'}`;
		return es === ay ? [] : [{ code: 'digits-differ', where, language: 'ay', text: told }];
	});
