/** A lesson as a flat list of texts, each with the part it plays; most rules read only this. */
import type { DraftBlock } from '../lesson-draft.ts';
import type { Block, Text } from '../lesson.ts';

/**
 * story: the situation · ask: discussion · lesson: texts and steps · case: what a question describes ·
 * right, wrong: what it offers · reason: every why · check: practice · paper: handout
 */
export type Part =
	'title' | 'story' | 'ask' | 'lesson' | 'case' | 'right' | 'wrong' | 'reason' | 'check' | 'paper';

export interface Phrase<B extends Block = DraftBlock> {
	where: string;
	part: Part;
	text: Text;
	block?: B;
}

/** Parts that teach: what stands here is true, so its numbers need a fact. */
const TAUGHT: readonly Part[] = ['lesson', 'right', 'reason', 'check', 'paper'];
export const isTaught = ({ part }: Pick<Phrase, 'part'>): boolean => TAUGHT.includes(part);

/** The situation block; its people may say what is not so. */
export const isStory = (block: Block): boolean => block.kind === 'text' && block.id.startsWith('s');

type Child = [where: string, part: Part, text: Text];

function questionTexts(block: Block): Child[] {
	switch (block.kind) {
		case 'choice':
			return block.options.flatMap((option): Child[] => [
				[`options.${option.id}`, option.right ? 'right' : 'wrong', option],
				[`options.${option.id}.why`, 'reason', option.why]
			]);
		case 'truefalse':
			return [
				['why.right', 'reason', block.why.right],
				['why.wrong', 'reason', block.why.wrong]
			];
		case 'order':
			return block.items.flatMap((item): Child[] => [
				[`items.${item.id}`, 'right', item],
				[`items.${item.id}.why`, 'reason', item.why]
			]);
		case 'match':
			return block.pairs.flatMap((pair): Child[] => [
				[`pairs.${pair.id}.left`, 'right', pair.left],
				[`pairs.${pair.id}.right`, 'right', pair.right],
				[`pairs.${pair.id}.why`, 'reason', pair.why]
			]);
		default:
			return [];
	}
}

function childTexts(block: Block): Child[] {
	switch (block.kind) {
		case 'steps':
			return block.steps.map((step): Child => [`steps.${step.id}`, 'lesson', step]);
		case 'discuss':
			return block.ask.map((ask, index): Child => [`ask.${index + 1}`, 'ask', ask]);
		case 'practice':
			return [
				...block.checks.map((check): Child => [`checks.${check.id}`, 'check', check]),
				['next', 'ask', block.next]
			];
		case 'handout':
			return [
				...(block.lines ?? []).map((line, i): Child => [`lines.${i + 1}`, 'paper', line]),
				...(block.table?.columns ?? []).map((column): Child => {
					return [`table.${column.id}`, 'paper', column];
				})
			];
		default:
			return questionTexts(block);
	}
}

function ownPart(block: Block): Part {
	switch (block.kind) {
		case 'text':
			return isStory(block) ? 'story' : 'lesson';
		case 'steps':
			return 'lesson';
		case 'discuss':
			return 'ask';
		case 'truefalse':
			return block.answer ? 'right' : 'case';
		case 'practice':
			return 'check';
		case 'handout':
			return 'paper';
		default:
			return 'case';
	}
}

/** Every text of a block, its own first. */
function phrasesOfBlock<B extends Block>(block: B): Phrase<B>[] {
	const own: Phrase<B> = { where: block.id, part: ownPart(block), text: block, block };
	const children = childTexts(block).map(([where, part, text]): Phrase<B> => {
		return { where: `${block.id}.${where}`, part, text, block };
	});
	return [own, ...children];
}

/** Every text of a lesson in reading order, the title first. */
export function phrasesOf<B extends Block>(lesson: { title: Text; blocks: B[] }): Phrase<B>[] {
	return [
		{ where: 'title', part: 'title', text: lesson.title },
		...lesson.blocks.flatMap(phrasesOfBlock)
	];
}
