import { describe, expect, it } from 'vitest';
import type { Go } from '#lib/domain/course/go.ts';
import type { Lesson } from '#lib/domain/course/lesson.ts';
import { Playing, type GoKeeper } from './playing.svelte.ts';

const text = { es: 'Texto.', ay: 'Qillqa.' };
const lesson: Lesson = {
	id: 'dairy-clean-milking',
	course: 'dairy',
	n: 1,
	rev: 1,
	title: text,
	minutes: 20,
	review: { es: 'drafted', ay: 'drafted' },
	blocks: [
		{ id: 's1', kind: 'text', picture: 'p', ...text },
		{
			id: 'q1',
			kind: 'truefalse',
			picture: 'p',
			key: 's1',
			answer: true,
			why: { right: text, wrong: text },
			...text
		},
		{ id: 'p1', kind: 'practice', practice: 'x', picture: 'p', checks: [], next: text, ...text }
	],
	blocksRequired: ['s1', 'p1'],
	practice: { id: 'x', block: 'p1', checks: [] },
	pictures: {},
	sources: [],
	glossary: []
};

function keeper() {
	const kept = new Map<string, Go>();
	const keep: GoKeeper = {
		read: (id) => kept.get(id) ?? null,
		keep: (id, go) => void (go ? kept.set(id, go) : kept.delete(id))
	};
	return { kept, keep };
}

describe('playing a lesson', () => {
	it('keeps every step before the screen changes', () => {
		const { kept, keep } = keeper();
		const playing = new Playing(lesson, keep);
		expect(playing.goOn('s1')).toBe('q1');
		expect(kept.get(lesson.id)?.heard).toEqual(['s1']);
		playing.answer('q1', true);
		expect(kept.get(lesson.id)?.answers.q1?.solved).toBe(true);
	});

	it('goes on where a killed browser left it', () => {
		const { keep } = keeper();
		new Playing(lesson, keep).goOn('s1');
		const again = new Playing(lesson, keep);
		expect(again.at).toBe('q1');
		expect(again.goOn('q1')).toBe('p1');
		expect(again.goOn('p1')).toBeNull();
		expect(again.verdict).toEqual({ rules: 1, blocksHeard: 2, blocksRequired: 2, answers: [] });
	});

	it('begins anew once recorded', () => {
		const { kept, keep } = keeper();
		const playing = new Playing(lesson, keep);
		playing.goOn('s1');
		playing.forget();
		expect(kept.size).toBe(0);
		expect(playing.at).toBe('s1');
	});
});
