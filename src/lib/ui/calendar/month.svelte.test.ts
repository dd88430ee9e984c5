import { describe, expect, it } from 'vitest';
import { Month } from './month.svelte.ts';

const november = () => new Month('2026-11-24', '2026-01-31', '2026-12-15');

describe('the month of a picture calendar', () => {
	it('begins its weeks on Monday', () => {
		const weeks = november().weeks;
		expect(weeks).toHaveLength(6);
		expect(weeks[0]?.map((day) => day?.n)).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
			1
		]);
		expect(weeks[5]?.[0]?.iso).toBe('2026-11-30');
	});

	it('knows leap years', () => {
		const weeks = new Month('2028-02-10', '2028-01-01', '2028-12-31').weeks.flat();
		expect(weeks.filter(Boolean)).toHaveLength(29);
	});

	it('marks the days that cannot be chosen', () => {
		const month = november();
		month.turn(1);
		expect(month.weeks.flat().find((day) => day?.n === 15)?.out).toBe(false);
		expect(month.weeks.flat().find((day) => day?.n === 16)?.out).toBe(true);
		expect(month.hasLater).toBe(false);
	});

	it('steps across months and stops at the ends', () => {
		const month = november();
		month.step(7);
		expect(month.at).toBe('2026-12-01');
		month.step(100);
		expect(month.at).toBe('2026-12-15');
	});

	it('turns to the last day of a shorter month', () => {
		const month = new Month('2026-03-31', '2026-01-31', '2026-12-15');
		month.turn(-1);
		expect(month.at).toBe('2026-02-28');
		expect([month.year, month.month, month.hasEarlier]).toEqual([2026, 2, true]);
	});

	it('opens within its bounds', () => {
		expect(new Month('2020-01-03', '2026-01-31', '2026-12-15').at).toBe('2026-01-31');
	});
});
