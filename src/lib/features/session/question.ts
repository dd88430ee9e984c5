import { both, pair } from '#lib/app/words.ts';
import type { ChoiceBlock, Lesson, Text, TrueFalseBlock } from '#lib/domain/course/lesson.ts';
import { optionLetter } from '#lib/domain/course/session/hands.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Words } from '#lib/ui/words.ts';

/** What the room can raise its hands for. */
export interface Shown {
	readonly letter: string;
	readonly words: Words;
	readonly picture: string | undefined;
	readonly why: Text;
	/** Path of the reason in the block, for its voice. */
	readonly path: string;
	readonly right: boolean;
}

export type HandsBlock = ChoiceBlock | TrueFalseBlock;

/** The options of a question, A, B, C, in the order in which their hands are counted. */
export function optionsOf(block: HandsBlock, lesson: Lesson): Shown[] {
	if (block.kind === 'truefalse')
		return [true, false].map((said, place) => ({
			letter: optionLetter(place),
			words: both(said ? m.learn_true : m.learn_false),
			picture: undefined,
			why: said === block.answer ? block.why.right : block.why.wrong,
			path: said === block.answer ? 'why.right' : 'why.wrong',
			right: said === block.answer
		}));
	return block.options.map((option, place) => ({
		letter: optionLetter(place),
		words: pair(option),
		picture: lesson.pictures[option.picture]?.src,
		why: option.why,
		path: `options.${option.id}.why`,
		right: option.right === true
	}));
}
