import { describe, expect, it } from 'vitest';
import type { Day } from '../shared/day.ts';
import { childOf } from './rows.ts';
import { duplicatesOf, type Newcomer } from './duplicates.ts';

const known = (more: Record<string, string> = {}, caregiverName = 'Basilia Mamani') => {
	const row = {
		scope: 'c:com000000000001',
		name: 'Wara',
		family: 'Quispe Mamani',
		sex: 'f',
		bornFrom: '2025-10-02',
		bornTo: '2025-10-02',
		...more
	};
	const child = childOf('k00000000000001', row);
	if (!child) throw new Error('no child');
	return { child, caregiverName };
};
const day = (text: string) => text as Day;
const fresh = (more: Partial<Newcomer> = {}): Newcomer => ({
	name: 'Huara',
	family: 'Qispi',
	sex: 'f',
	bornFrom: day('2025-10-02'),
	bornTo: day('2025-10-02'),
	card: '',
	caregiverName: 'Vasilia Mamani',
	...more
});

describe('a child who may be in the register already', () => {
	it.each<[string, Partial<Newcomer>, ReturnType<typeof known>, boolean]>([
		['the same, written otherwise', {}, known(), true],
		['another given name, another mother', { name: 'Paxsi', caregiverName: 'Ana' }, known(), false],
		['a brother', { sex: 'm' }, known(), false],
		['sex not known', { sex: 'unknown' }, known(), true],
		['born two years later', { bornFrom: day('2027-10-02'), bornTo: null }, known(), false],
		[
			'born four weeks apart',
			{ bornFrom: day('2025-10-30'), bornTo: day('2025-10-30') },
			known(),
			true
		],
		['birth unknown', { bornFrom: null, bornTo: null }, known(), true],
		[
			'born in that season',
			{ bornFrom: day('2025-08-01'), bornTo: day('2025-11-30') },
			known(),
			true
		],
		['no family name', { family: '' }, known(), true],
		['another family, the same mother', { family: 'Poma' }, known(), true],
		[
			'another family, another mother',
			{ family: 'Poma', caregiverName: 'Ana Cruz' },
			known(),
			false
		],
		['called otherwise at home: same day, family and mother', { name: 'Luz' }, known(), true],
		['one of two given names', { name: 'Luz Wara' }, known({ name: 'Wara Celia' }), true],
		['the same card number', { name: 'Eva', sex: 'm', card: '77' }, known({ card: '77' }), true]
	])('%s', (_name, more, one, found) => {
		expect(duplicatesOf(fresh(more), [one])).toHaveLength(found ? 1 : 0);
	});

	it('proposes the likeliest first and five at most', () => {
		const likeliest = known({}, 'Basilia Mamani');
		const others = Array.from({ length: 8 }, () => known({ family: '' }, 'Ana'));
		const found = duplicatesOf(fresh(), [...others, likeliest]);
		expect(found).toHaveLength(5);
		expect(found[0]?.known).toBe(likeliest);
	});
});
