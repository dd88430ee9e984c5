import { describe, expect, it } from 'vitest';
import { parseDay, type Day } from '../shared/day.ts';
import { ageFromDays } from './age.ts';
import { underFiveWithin } from './approximate.ts';
import { assess, type Visit } from './assess.ts';
import { underFive, type Reading } from './under-five.ts';
import { visitTables } from './visit-tables.ts';

const day = (text: string): Day => parseDay(text)!;
const visit: Visit = {
	sex: 'f',
	birth: { kind: 'exact', day: day('2025-10-20') },
	day: day('2026-11-24'),
	weight: 8.5,
	length: 74.9,
	position: 'lying',
	headMm: 450,
	armMm: 140,
	oedema: 'none'
};
/** The same child as the tables want it: cm. */
const reading: Reading = {
	sex: 'f',
	weight: 8.5,
	length: 74.9,
	position: 'lying',
	head: 45,
	arm: 14,
	oedema: false
};
const indicators = ['lfa', 'wfa', 'wfl', 'bfa', 'hcfa', 'acfa'] as const;
const pick = (z: Readonly<Record<(typeof indicators)[number], unknown>>) =>
	indicators.map((name) => z[name]);

describe('a visit', () => {
	it('of a known birth date is computed for its day', () => {
		const { age, z } = assess(visit, visitTables);
		expect(age).toEqual({ youngest: 400, oldest: 400 });
		expect(pick(z)).toEqual(pick(underFive({ ...reading, age: ageFromDays(400) }, visitTables)));
		expect(z.acfa.kind).toBe('z');
		expect(z.hcfa.kind).toBe('z');
	});

	it('of an approximate one for every day of its window', () => {
		const birth = { kind: 'between', first: day('2025-10-10'), last: day('2025-10-30') } as const;
		const { age, z } = assess({ ...visit, birth }, visitTables);
		expect(age).toEqual({ youngest: 390, oldest: 410 });
		expect(z).toEqual(underFiveWithin(reading, { youngest: 390, oldest: 410 }, visitTables));
		expect(z.lfa).toMatchObject({ kind: 'range' });
	});

	it('of an unknown one without an age', () => {
		const { age, z } = assess({ ...visit, birth: { kind: 'unknown' } }, visitTables);
		expect(age).toBeUndefined();
		expect(z.wfl.kind).toBe('z');
		expect(z.lfa).toEqual({ kind: 'unknown', reason: 'age-missing' });
	});

	it('takes oedema as seen: not looked at is not present', () => {
		expect(assess({ ...visit, oedema: 'present' }, visitTables).z.wfl).toEqual({
			kind: 'unknown',
			reason: 'oedema'
		});
		expect(assess({ ...visit, oedema: 'not-seen' }, visitTables).z.wfl.kind).toBe('z');
	});

	it('without a tape has no arm and no head', () => {
		const { z } = assess({ ...visit, armMm: undefined, headMm: undefined }, visitTables);
		expect([z.acfa, z.hcfa]).toEqual(Array(2).fill({ kind: 'unknown', reason: 'measure-missing' }));
	});
});
