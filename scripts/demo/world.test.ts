import { describe, expect, it } from 'vitest';
import { RESULT_CLASSES } from '#lib/domain/growth/index.ts';
import type { Entry } from '#lib/domain/journal/entry.ts';
import { bodyOf, registry } from '#lib/domain/journal/registry.ts';
import { parseDay } from '#lib/domain/shared/day.ts';
import { readLessons } from './lessons.ts';
import { makeWorld } from './world.ts';

const today = parseDay('2026-11-24')!;
const lessons = readLessons();
const world = makeWorld(today, lessons);
const all: Entry[] = [...world.groups, ...world.accounts].flatMap(({ entries }) => [...entries]);
const ofKind = (kind: string) => all.filter((entry) => entry.kind === kind);

describe('the fictional programme', () => {
	it('has 5 communities, 12 groups, 240 members and 120 children', () => {
		expect(world.communities).toHaveLength(5);
		expect(world.groups).toHaveLength(12);
		expect(ofKind('member.join').length - ofKind('merge').length).toBe(240);
		expect(ofKind('child.register')).toHaveLength(120);
	});

	it('is the same again for the same day, and another for another seed', () => {
		expect(makeWorld(today, lessons)).toEqual(world);
		expect(makeWorld(today, lessons, 1)).not.toEqual(world);
	});

	it('is made of facts that their kinds accept, each with its own id, counted without gap', () => {
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
		for (const { kind, body } of all)
			expect(registry.kindOf(kind)?.body.safeParse(body), kind).toMatchObject({ success: true });
		for (const { entries } of [...world.groups, ...world.accounts]) {
			expect(entries.map(({ n }) => n)).toEqual(entries.map((_, i) => i + 1));
			expect(entries.every(({ at }, i) => i === 0 || at > (entries[i - 1]?.at ?? 0))).toBe(true);
		}
	});

	it('happened in the two years before today', () => {
		const days = all.flatMap(({ body }) => (body as { day?: string }).day ?? []).sort();
		expect(days[0]! >= '2024-11-20' && days.at(-1)! < today).toBe(true);
	});

	it('has children of every result and referrals in every state', () => {
		const classes = new Set(all.map((entry) => bodyOf(entry, 'visit.record')?.said.class));
		for (const name of RESULT_CLASSES) expect(classes, name).toContain(name);
		const states = new Set(all.map((entry) => bodyOf(entry, 'referral.step')?.state));
		for (const state of ['arrived', 'attended', 'recovered', 'not-gone'])
			expect(states).toContain(state);
		const stepped = new Set(all.map((entry) => bodyOf(entry, 'referral.step')?.referral));
		expect(ofKind('referral.open').some(({ id }) => !stepped.has(id))).toBe(true);
	});

	it('never raises more hands than are there', () => {
		for (const entry of all) {
			const body = bodyOf(entry, 'session.close');
			for (const { counts } of body?.hands ?? [])
				expect(counts.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(body?.present.length ?? 0);
		}
	});
});
