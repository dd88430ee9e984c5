import { describe, expect, it } from 'vitest';
import { ownQuality, type ReadingsOf } from './own-quality.ts';

const many = (count: number, make: (i: number) => Partial<ReadingsOf>): ReadingsOf[] =>
	Array.from({ length: count }, (_, i) => ({ oedema: 'none', ...make(i) }));

describe('last digits', () => {
	it('even ones: nothing to say', () => {
		const { digits } = ownQuality(many(100, (i) => ({ weightsKg: [8 + (i % 10) / 10] })));
		expect(digits.weight).toEqual({
			counts: [10, 10, 10, 10, 10, 10, 10, 10, 10, 10],
			read: 100,
			needed: 0,
			often: undefined
		});
	});

	it.each([
		['all rounded to the half', (i: number) => 8 + (i % 2) / 2, 0],
		['all five', () => 8.5, 5]
	] as const)('%s: the digit is named', (_, value, often) => {
		const { digits } = ownQuality(many(60, (i) => ({ weightsKg: [value(i)] })));
		expect(digits.weight.often).toBe(often);
	});

	it.each([
		[0, 50],
		[49, 1],
		[50, 0]
	])('%i readings: %i more are needed', (count, needed) => {
		const { digits } = ownQuality(many(count, () => ({ muacsMm: [130] })));
		expect(digits.arm.needed).toBe(needed);
		expect(digits.arm.often).toBe(count < 50 ? undefined : 0);
	});

	// a share s of one digit, the rest even: score 100·√(χ²/9n) = 100·(s − 0.1)/0.9
	it.each([
		[27, undefined],
		[28, 3]
	])('named above a score of 20: of 100 one digit %i times', (times, often) => {
		const rest = [0, 1, 2, 4, 5, 6, 7, 8, 9];
		const visits = many(100, (i) => ({
			muacsMm: [130 + (i < times ? 3 : (rest[i % 9] ?? 0))]
		}));
		expect(ownQuality(visits).digits.arm.often).toBe(often);
	});

	it('only first readings count, and the arm by its millimetres', () => {
		const { digits } = ownQuality(many(2, () => ({ lengthsCm: [70.3, 70.9], muacsMm: [137] })));
		expect(digits.length.counts[3]).toBe(2);
		expect(digits.length.counts[9]).toBe(0);
		expect(digits.arm.counts[7]).toBe(2);
	});
});

describe('measured twice', () => {
	it.each([
		['nineteen pairs are too few', 19, 0.1, undefined, false],
		['a tenth of a kilogram apart', 20, 0.1, Math.sqrt((20 * 0.01) / 40), false],
		['two tenths apart', 20, 0.2, Math.sqrt((20 * 0.04) / 40), true]
	] as const)('%s', (_, count, apart, error, coach) => {
		const { repeats } = ownQuality(many(count, () => ({ weightsKg: [8, 8 + apart] })));
		expect(repeats.weight.pairs).toBe(count);
		if (error === undefined) expect(repeats.weight.error).toBeUndefined();
		else expect(repeats.weight.error).toBeCloseTo(error, 6);
		expect(repeats.weight.coach).toBe(coach);
	});

	// two readings d apart in every pair: an error of d/√2
	it.each([
		['length', 'lengthsCm', 70, 0.8, false],
		['length', 'lengthsCm', 70, 0.9, true],
		['arm', 'muacsMm', 130, 3, false],
		['arm', 'muacsMm', 130, 4, true],
		['weight', 'weightsKg', 8, 0.14, false],
		['weight', 'weightsKg', 8, 0.15, true]
	] as const)('%s: %s of %d read %d apart: %s', (measure, field, value, apart, coach) => {
		const { repeats } = ownQuality(many(20, () => ({ [field]: [value, value + apart] })));
		expect(repeats[measure].coach).toBe(coach);
	});

	it('one reading is no pair', () => {
		expect(ownQuality(many(30, () => ({ lengthsCm: [70] }))).repeats.length.pairs).toBe(0);
	});
});

it('feet that were not looked at are counted', () => {
	const visits = many(4, (i) => ({ oedema: i < 3 ? 'none' : 'unseen' }));
	expect(ownQuality(visits)).toMatchObject({ visits: 4, oedemaUnseen: 1 });
});
