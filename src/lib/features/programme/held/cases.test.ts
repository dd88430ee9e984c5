import { describe, expect, it } from 'vitest';
import type { HeldFact } from '#lib/app/office.svelte.ts';
import { casesOf } from './cases.ts';

const fact = (more: Partial<HeldFact> = {}): HeldFact => ({
	id: 'e00000000000001',
	code: 'scope',
	scope: 'g:g00000000000001',
	got: 1,
	by: 'w00000000000001',
	account: false,
	name: 'Juana',
	phone: 'p00000000000001',
	label: 'Celular de Qhana',
	place: 'Huarina · Qhana',
	about: '',
	sealed: false,
	ready: false,
	entry: { kind: 'lesson.finish', subject: 'w00000000000001', at: 1, body: {} },
	...more
});
const erase = { kind: 'erase', subject: 'w00000000000001', at: 1, body: {} };

describe('what waits for a decision', () => {
	it('is one question for what one hand wrote in one place', () => {
		const cases = casesOf([fact(), fact({ id: 'b' }), fact({ id: 'c', by: 'somebody' })]);
		expect(cases.map(({ facts }) => facts.map(({ id }) => id))).toEqual([
			['e00000000000001', 'b'],
			['c']
		]);
	});

	it('is a question of its own where somebody is to be forgotten', () => {
		const cases = casesOf([fact({ code: 'role', entry: erase }), fact({ id: 'b', entry: erase })]);
		expect(cases.map(({ erases }) => erases)).toEqual([true, true]);
	});

	it('names the right that is missing, and none where a right is not what is missing', () => {
		const lacks = (more: Partial<HeldFact>) => casesOf([fact(more)])[0]?.lacks;
		expect(lacks({})).toBe('phone');
		expect(lacks({ account: true })).toBe('facilitator');
		expect(lacks({ account: true, scope: 'c:c00000000000001' })).toBe('promoter');
		expect(lacks({ scope: 'c:c00000000000001' })).toBeNull();
		expect(lacks({ code: 'author' })).toBeNull();
	});

	it('is ready when all of it is', () => {
		expect(casesOf([fact({ ready: true }), fact({ id: 'b' })])[0]?.ready).toBe(false);
		expect(casesOf([fact({ ready: true }), fact({ id: 'b', ready: true })])[0]?.ready).toBe(true);
	});
});
