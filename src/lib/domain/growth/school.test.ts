import { describe, expect, it } from 'vitest';
import { ageFromDays, ageFromMonths } from './age.ts';
import { schoolTables } from './school-tables.ts';
import { schoolAge, type SchoolReading } from './school.ts';

const boy: SchoolReading = {
	sex: 'm',
	age: ageFromMonths(66),
	height: 109.6,
	weight: 18.7,
	oedema: false
};
const unknown = (reason: string) => ({ kind: 'unknown', reason });
const of = (change: Partial<SchoolReading>) => schoolAge({ ...boy, ...change }, schoolTables);

describe('5 to 19 years', () => {
	it('begin where the under-fives end: at 60 months, 1,827 days', () => {
		expect(of({ age: ageFromMonths(60) }).hfa.kind).toBe('z');
		expect(of({ age: ageFromMonths(59.99) }).hfa).toEqual(unknown('age-below-table'));
		expect(of({ age: ageFromDays(1826) }).hfa).toEqual(unknown('age-below-table'));
		expect(of({ age: ageFromDays(1827) }).hfa.kind).toBe('z');
	});

	it('end at 228 months, weight for age at 120, both included', () => {
		expect(of({ age: ageFromMonths(120) }).wfa.kind).toBe('z');
		expect(of({ age: ageFromMonths(120.01) }).wfa).toEqual(unknown('age-above-table'));
		expect(of({ age: ageFromMonths(228) }).bfa.kind).toBe('z');
		expect(of({ age: ageFromMonths(228.01) }).hfa).toEqual(unknown('age-above-table'));
	});

	it.each<[string, Partial<SchoolReading>, [string, string, string]]>([
		['no sex', { sex: undefined }, ['sex-missing', 'sex-missing', 'sex-missing']],
		['no age', { age: undefined }, ['age-missing', 'age-missing', 'age-missing']],
		['a negative age', { age: ageFromMonths(-1) }, ['age-invalid', 'age-invalid', 'age-invalid']],
		[
			'an endless age',
			{ age: ageFromMonths(Infinity) },
			['age-invalid', 'age-invalid', 'age-invalid']
		],
		[
			'no number for an age',
			{ age: ageFromMonths(NaN) },
			['age-invalid', 'age-invalid', 'age-invalid']
		],
		['birth', { age: ageFromMonths(0) }, ['age-below-table', 'age-below-table', 'age-below-table']],
		['oedema', { oedema: true }, ['z', 'oedema', 'oedema']],
		['no height', { height: undefined }, ['length-missing', 'z', 'length-missing']],
		['a height of 0', { height: 0 }, ['length-invalid', 'z', 'length-invalid']],
		['no weight', { weight: undefined }, ['z', 'weight-missing', 'weight-missing']],
		['a weight that is no number', { weight: NaN }, ['z', 'weight-missing', 'weight-missing']],
		['a weight of 0', { weight: 0 }, ['z', 'weight-invalid', 'weight-invalid']],
		['a weight below 0', { weight: -20 }, ['z', 'weight-invalid', 'weight-invalid']],
		['an endless weight', { weight: Infinity }, ['z', 'weight-invalid', 'weight-invalid']]
	])('%s', (_, change, expected) => {
		const { hfa, wfa, bfa } = of(change);
		expect([hfa, wfa, bfa].map((z) => (z.kind === 'z' ? 'z' : z.reason))).toEqual(expected);
	});

	it('the body mass index is told with oedema and without an age', () => {
		const bmi = 18.7 / ((109.6 / 100) * (109.6 / 100));
		expect(of({ oedema: true, age: undefined }).bmi).toBe(bmi);
		expect(of({ weight: 0 }).bmi).toEqual(unknown('weight-invalid'));
		expect(of({ height: undefined }).bmi).toEqual(unknown('length-missing'));
	});

	it('a table that was not loaded', () => {
		expect(schoolAge(boy, {}).hfa).toEqual(unknown('table-missing'));
	});
});
