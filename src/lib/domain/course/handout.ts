/** One page of paper for a wall: what to do and how a neighbour sees it done. */
import type { Check, HandoutBlock, Lesson, StepsBlock, Text } from './lesson.ts';

export interface HandoutPage {
	title: Text;
	/** the drawing that stands for the lesson */
	picture: string | undefined;
	/** the steps that the questions turn on; the first of the lesson */
	steps: StepsBlock | undefined;
	practice: Text | undefined;
	checks: Check[];
	/** lines or a table to fill in, when the lesson has them */
	sheet: HandoutBlock | undefined;
}

/** Every lesson has a page, also one without a handout block of its own. */
export function handoutOf(lesson: Lesson): HandoutPage {
	const { blocks } = lesson;
	const practice = blocks.find((block) => block.kind === 'practice');
	return {
		title: lesson.title,
		picture: practice?.picture,
		steps: blocks.find((block) => block.kind === 'steps'),
		practice: practice && { es: practice.es, ay: practice.ay },
		checks: lesson.practice.checks,
		sheet: blocks.find((block) => block.kind === 'handout')
	};
}
