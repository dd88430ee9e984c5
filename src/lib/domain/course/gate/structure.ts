/** Rules about the bones of a lesson: ids, order, keys, hands. */
import type { DraftBlock, LessonDraft } from '../lesson-draft.ts';
import type { Fault, Rule } from './fault.ts';
import { isStory } from './phrases.ts';

const repeated = (ids: string[]): string[] => ids.filter((id, at) => ids.indexOf(id) !== at);

function childIds(block: DraftBlock): string[] {
	switch (block.kind) {
		case 'steps':
			return block.steps.map(({ id }) => id);
		case 'choice':
			return block.options.map(({ id }) => id);
		case 'order':
			return block.items.map(({ id }) => id);
		case 'match':
			return block.pairs.map(({ id }) => id);
		case 'practice':
			return block.checks.map(({ id }) => id);
		case 'handout':
			return block.table?.columns.map(({ id }) => id) ?? [];
		default:
			return [];
	}
}

/** Ids are assigned once; two of a name would credit one answer to the other. */
export const idsAreUnique: Rule = ({ blocks }) => [
	...repeated(blocks.map(({ id }) => id)).map((id): Fault => {
		return { code: 'id-twice', where: id, text: `two blocks are called ${id}` };
	}),
	...blocks.flatMap((block) =>
		repeated(childIds(block)).map((id): Fault => {
			return { code: 'id-twice', where: block.id, text: `${id} is there twice` };
		})
	)
];

/** The situation opens, talk comes before advice, one practice closes. */
export const anatomyHolds: Rule = ({ blocks }) => {
	const faults: Fault[] = [];
	const fault = (where: string, text: string) => faults.push({ code: 'anatomy', where, text });
	const [first, second] = blocks;
	if (!first || !isStory(first)) fault(first?.id ?? '', 'a lesson opens with its situation, s1');
	if (second?.kind !== 'discuss') fault(second?.id ?? '', 'd1 asks before anything is taught');
	const practices = blocks.filter(({ kind }) => kind === 'practice').length;
	if (practices !== 1) fault('', `a lesson has one practice, not ${practices}`);
	return faults;
};

/** A question is asked about what an earlier block taught. */
export const keysPointBack: Rule = ({ blocks }) =>
	blocks.flatMap((block, at): Fault[] => {
		if (!('key' in block)) return [];
		const target = blocks.findIndex(({ id }) => id === block.key);
		const fault = (code: string, text: string) => [{ code, where: block.id, text }];
		if (target < 0) return fault('key-missing', `key ${block.key} is no block of this lesson`);
		if (target > at) return fault('key-later', `key ${block.key} comes after the question`);
		const kind = blocks[target]?.kind;
		const teaches = kind === 'text' || kind === 'steps';
		return teaches ? [] : fault('key-kind', `key ${block.key} teaches nothing: it is ${kind}`);
	});

const rightPlaces = ({ blocks }: LessonDraft): number[] =>
	blocks.flatMap((block) =>
		block.kind === 'choice' ? [block.options.findIndex(({ right }) => right)] : []
	);

/** Four questions that hands can answer, one right option each, not always in the same place. */
export const handsCanCount: Rule = (lesson) => {
	const faults: Fault[] = [];
	const { blocks } = lesson;
	for (const block of blocks) {
		if (block.kind !== 'choice') continue;
		const right = block.options.filter((option) => option.right).length;
		const text = `exactly one option is right, not ${right}`;
		if (right !== 1) faults.push({ code: 'one-right', where: block.id, text });
	}
	const hands = blocks.filter(({ kind }) => kind === 'choice' || kind === 'truefalse').length;
	const few = `hands can answer ${hands} questions; at least 4 of choice and truefalse`;
	if (hands < 4) faults.push({ code: 'hands', where: '', text: few });
	const places = rightPlaces(lesson);
	if (places.length > 1 && new Set(places).size === 1) {
		const text = 'the right option always stands in the same place';
		faults.push({ code: 'same-place', where: '', text });
	}
	return faults;
};

/** Nobody listens to four blocks in a row without hands or talk. */
export const knowledgeComesInPieces: Rule = ({ blocks }) => {
	let run = 0;
	return blocks.flatMap((block): Fault[] => {
		run = (block.kind === 'text' && !isStory(block)) || block.kind === 'steps' ? run + 1 : 0;
		const text = 'a fourth block of knowledge in a row: put a question or talk before it';
		return run === 4 ? [{ code: 'knowledge-run', where: block.id, text }] : [];
	});
};

function minutesOf(block: DraftBlock): number {
	switch (block.kind) {
		case 'discuss':
			return block.minutes;
		case 'text':
			return 1.5;
		case 'choice':
		case 'truefalse':
			return 2;
		case 'handout':
			return 1;
		default:
			return 3;
	}
}

/** Minutes are the sum of the blocks, rounded to five. */
export const minutesAreTold: Rule = ({ blocks, minutes }) => {
	const sum = blocks.reduce((total, block) => total + minutesOf(block), 0);
	const told = Math.round(sum / 5) * 5;
	const text = `the blocks take ${sum} minutes: minutes is ${told}`;
	return Math.abs(sum - minutes) <= 3 ? [] : [{ code: 'minutes', where: '', text }];
};
