import { describe, expect, it } from 'vitest';
import {
	beginGo,
	hear,
	needsHelp,
	resumeGo,
	standAt,
	tryAnswer,
	verdict,
	type Plan
} from './go.ts';

const plan: Plan = {
	lesson: 'dairy-clean-milking',
	revision: 2,
	blocks: ['s1', 'd1', 'b1', 'q1', 'b2', 'q2', 'p1'],
	required: ['s1', 'b1', 'b2', 'p1'],
	questions: ['q1', 'q2']
};

describe('a go through a lesson', () => {
	it('begins at the first block with nothing heard', () => {
		expect(beginGo(plan)).toEqual({
			lesson: 'dairy-clean-milking',
			revision: 2,
			at: 's1',
			heard: [],
			answers: {}
		});
	});

	it('counts only required blocks, each once', () => {
		let go = beginGo(plan);
		for (const block of ['s1', 's1', 'd1', 'b1']) go = hear(go, block);
		expect(verdict(plan, go)).toEqual({ rules: 1, blocksHeard: 2, blocksRequired: 4, answers: [] });
	});

	it('judges a question by the first try of this go', () => {
		let go = tryAnswer(beginGo(plan), 'q1', false);
		go = tryAnswer(go, 'q1', true);
		go = tryAnswer(go, 'q2', true);
		expect(verdict(plan, go).answers).toEqual([
			{ q: 'q1', right: false },
			{ q: 'q2', right: true }
		]);
		expect(go.answers.q1).toEqual({ right: false, tries: 2, solved: true });
	});

	it('offers the explaining block after four wrong tries, not when solved', () => {
		let go = beginGo(plan);
		for (let i = 0; i < 3; i++) go = tryAnswer(go, 'q1', false);
		expect(needsHelp(go, 'q1')).toBe(false);
		go = tryAnswer(go, 'q1', false);
		expect(needsHelp(go, 'q1')).toBe(true);
		expect(needsHelp(tryAnswer(go, 'q1', true), 'q1')).toBe(false);
	});
});

describe('a kept go', () => {
	const kept = standAt(hear(beginGo(plan), 's1'), 'b1');
	it.each([
		['the same revision', plan, 'b1'],
		['a newer revision', { ...plan, revision: 3 }, 's1'],
		['another lesson', { ...plan, lesson: 'dairy-mastitis' }, 's1'],
		['a lesson that lost the block', { ...plan, blocks: ['s1', 'q1'] }, 's1']
	])('%s', (_, now, at) => {
		expect(resumeGo(now, kept).at).toBe(at);
	});
	it('nothing kept', () => expect(resumeGo(plan, null)).toEqual(beginGo(plan)));
});
