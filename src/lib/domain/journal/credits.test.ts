import { describe, expect, it } from 'vitest';
import type { Day } from '../shared/day.ts';
import {
	earlier,
	heardAlone,
	heardInGroup,
	later,
	understoodAlone,
	understoodInGroup
} from './credits.ts';

const go = (blocksHeard: number, right: number, asked: number) => ({
	blocksHeard,
	blocksRequired: 5,
	answers: Array.from({ length: asked }, (_, i) => ({ right: i < right }))
});

describe('alone', () => {
	it.each([
		[4, false],
		[5, true],
		[9, true]
	])('%i of 5 required blocks heard: %s', (blocks, heard) => {
		expect(heardAlone(go(blocks, 0, 0))).toBe(heard);
	});

	it.each([
		[0, 0, false],
		[1, 1, true],
		[2, 3, false],
		[3, 3, true],
		[3, 4, false],
		[4, 4, true],
		[4, 5, true],
		[3, 5, false]
	])('%i of %i answers right: understood %s', (right, asked, understood) => {
		expect(understoodAlone(go(5, right, asked))).toBe(understood);
	});
});

describe('in the group', () => {
	it.each([
		[2, 5, false],
		[3, 5, true],
		[5, 5, true],
		[0, 1, false]
	])('%i of %i blocks there: heard %s', (blocks, required, heard) => {
		expect(heardInGroup(blocks, required)).toBe(heard);
	});

	const asked = (...right: number[]) => right.map((n) => ({ counts: [10 - n, n], right: 1 }));
	it.each([
		[asked(7, 7, 7, 0), true],
		[asked(7, 7, 6, 6), false],
		[asked(10), true],
		[[], false]
	])('hands %j of ten women', (hands, understood) => {
		expect(understoodInGroup(hands, 10)).toBe(understood);
		expect(understoodInGroup(hands, 0)).toBe(false);
	});

	it('measures a question against those who were in the room for it', () => {
		const late = [{ counts: [0, 7], right: 1, of: 10 }];
		expect(understoodInGroup(late, 14)).toBe(true);
		expect(understoodInGroup([{ counts: [0, 0], right: 1, of: 0 }], 14)).toBe(false);
	});
});

it('keeps the first day of a credit and the last day of a go', () => {
	const [monday, friday] = ['2026-11-23', '2026-11-27'] as Day[];
	expect([earlier('', friday!), earlier(friday!, monday!), earlier(monday!, friday!)]).toEqual([
		friday,
		monday,
		monday
	]);
	expect([later('', monday!), later(monday!, friday!), later(friday!, monday!)]).toEqual([
		monday,
		friday,
		friday
	]);
});
