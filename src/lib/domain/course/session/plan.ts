import type { Block, Lesson } from '../lesson.ts';

/** What a screen of the session is for. */
export type Stage =
	'tried' | 'roll' | 'show' | 'discuss' | 'hands' | 'answer' | 'task' | 'will' | 'close';

/** One screen of the session; its id stands in the address and in the draft. */
export interface Place {
	readonly id: string;
	readonly stage: Stage;
	readonly block?: string;
	/** Of a block with steps: one step per screen. */
	readonly step?: string;
}

/** A question that is answered by a show of hands. */
export interface HandsQuestion {
	readonly id: string;
	readonly options: number;
	/** Place of the right option, from 0. */
	readonly right: number;
	/** The block that taught it. */
	readonly key: string;
}

/** All that a session must know of its lesson to be closed, also where the lesson is out of reach. It
 * holds ids and counts only and lies in the draft. */
export interface SessionPlan {
	readonly course: string;
	readonly lesson: string;
	readonly revision: number;
	readonly places: readonly Place[];
	/** Blocks that count for «heard». */
	readonly required: readonly string[];
	readonly questions: readonly HandsQuestion[];
	readonly practice?: string;
}

const ROLL: Place = { id: 'roll', stage: 'roll' };
const CLOSE: Place = { id: 'close', stage: 'close' };
const TRIED: Place = { id: 'tried', stage: 'tried' };

const at = (stage: Stage, { id }: Block): Place[] => [{ id, stage, block: id }];

/** The screens of each kind of block. What is put in order or matched the group does together on the
 * phone; the paper for the wall is no part of a meeting. */
const screens: { [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => readonly Place[] } =
	{
		text: (block) => at('show', block),
		steps: ({ id, steps }) =>
			steps.map((step) => ({ id: `${id}.${step.id}`, stage: 'show', block: id, step: step.id })),
		discuss: (block) => at('discuss', block),
		choice: (block) => hands(block),
		truefalse: (block) => hands(block),
		order: (block) => at('task', block),
		match: (block) => at('task', block),
		practice: (block) => at('will', block),
		handout: () => []
	};

const hands = (block: Block): readonly Place[] => [
	...at('hands', block),
	{ id: `${block.id}.answer`, stage: 'answer', block: block.id }
];

const placesOf = <K extends Block['kind']>(block: Extract<Block, { kind: K }>) =>
	screens[block.kind as K](block);

/** The places of a true/false question are «yes», «no». */
function question(block: Block): HandsQuestion[] {
	if (block.kind === 'truefalse')
		return [{ id: block.id, options: 2, right: block.answer ? 0 : 1, key: block.key }];
	if (block.kind !== 'choice') return [];
	const right = block.options.findIndex((option) => option.right === true);
	return [{ id: block.id, options: block.options.length, right, key: block.key }];
}

/** The screens of one meeting: who tried the last practice (if there is one to ask about), the roll
 * call, the lesson, who will try, the close. */
export function planSession(lesson: Lesson, asksAboutLast: boolean): SessionPlan {
	const practice = lesson.blocks.find(({ kind }) => kind === 'practice');
	return {
		course: lesson.course,
		lesson: lesson.id,
		revision: lesson.rev,
		places: [
			...(asksAboutLast ? [TRIED] : []),
			ROLL,
			...lesson.blocks.flatMap((block) => placesOf(block)),
			CLOSE
		],
		required: lesson.blocksRequired,
		questions: lesson.blocks.flatMap(question),
		...(practice ? { practice: lesson.practice.id } : {})
	};
}

export const placeAt = (plan: SessionPlan, id: string): Place =>
	plan.places.find((place) => place.id === id) ?? ROLL;

const neighbour = (plan: SessionPlan, id: string, by: 1 | -1): Place | null =>
	plan.places[plan.places.findIndex((place) => place.id === id) + by] ?? null;

export const placeAfter = (plan: SessionPlan, id: string): Place | null => neighbour(plan, id, 1);

export const placeBefore = (plan: SessionPlan, id: string): Place | null => neighbour(plan, id, -1);

/** Where a block is shown first: «explain again» goes there. */
export const placeOfBlock = (plan: SessionPlan, block: string): Place | null =>
	plan.places.find((place) => place.block === block) ?? null;
