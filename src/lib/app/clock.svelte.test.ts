import { describe, expect, it } from 'vitest';
import { daysBetween, parseDay, type Day } from '#lib/domain/shared/day.ts';
import { ageOn } from '#lib/domain/growth/age.ts';
import type { Phone } from '#lib/store/phone.ts';
import { Clock } from './clock.svelte.ts';

const built = Date.parse('2026-11-20T12:00:00Z');
const last = Date.parse('2026-11-24T15:00:00Z');
const day = (text: string): Day => parseDay(text) ?? ('' as Day);

/** What a clock asks of the phone's store. */
function storeOf(stamp: { at: number; offset: number }) {
	const kept = new Map<string, unknown>();
	const store = {
		stamp: async () => stamp,
		setting: async (name: string) => kept.get(name),
		set: async (name: string, value: unknown) => void kept.set(name, value)
	};
	return store as unknown as Phone;
}

describe('which day it is', () => {
	it('is what the phone says while that may be true, whatever its zone', async () => {
		const clock = new Clock(built, () => Date.parse('2026-11-26T02:00:00Z'));
		await clock.check(storeOf({ at: last, offset: 0 }));
		expect([clock.doubtful, clock.today]).toEqual([false, '2026-11-25']);
	});

	it('is put right by the last sync', async () => {
		const clock = new Clock(built, () => 0);
		await clock.check(storeOf({ at: last, offset: last + 3_600_000 }));
		expect([clock.doubtful, clock.today]).toEqual([false, '2026-11-24']);
	});

	it('on a phone at 1 January 1970 is asked for once, and goes on from there', async () => {
		let now = 0;
		const store = storeOf({ at: last, offset: 0 });
		const clock = new Clock(built, () => now);
		await clock.check(store);
		expect([clock.doubtful, clock.earliest]).toEqual([true, '2026-11-24']);
		await clock.confirm(day('2026-11-28'));
		expect([clock.doubtful, clock.today]).toEqual([false, '2026-11-28']);
		now += 3 * 86_400_000;
		const later = new Clock(built, () => now);
		await later.check(store);
		expect([later.doubtful, later.today]).toEqual([false, '2026-12-01']);
		// the battery was out again
		now = 0;
		const again = new Clock(built, () => now);
		await again.check(store);
		expect(again.doubtful).toBe(true);
	});

	it('makes the age, and so the z, of the confirmed day', async () => {
		const clock = new Clock(built, () => 0);
		await clock.check(storeOf({ at: last, offset: 0 }));
		await clock.confirm(day('2026-11-28'));
		expect(daysBetween(day('2025-11-28'), clock.today)).toBe(365);
		expect(ageOn(day('2025-11-28'), clock.today).days).toBe(365);
	});
});
