import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { MemoryJournal } from '#lib/sync/memory.ts';
import { play } from '../../../../tests/support/journal/play.ts';
import { arrive } from './arrive.ts';
import { key, type Entry } from './entry.ts';
import { defineKind } from './kind.ts';
import { makeRegistry, registry } from './registry.ts';
import type { Shelf } from './shelf.ts';
import { atOnce, inTime } from './steps.ts';

const group = 'g:grp000000000001';
const entry = (id: string, kind: string, subject: string, body: object): Entry =>
	({
		id,
		kind,
		v: 1,
		scope: group,
		subject,
		at: 1,
		n: 1,
		by: 'w00000000000001',
		phone: 'p00000000000001',
		body
	}) as Entry;

const join = entry('e00000000000001', 'member.join', 'w00000000000001', {
	name: 'Juana',
	face: 'f',
	day: '2026-11-24'
});
const amend = entry('e00000000000002', 'member.amend', 'w00000000000001', {
	field: 'name',
	to: 'Juana Quispe',
	was: 'Juana'
});

it('gives a phone that must wait the same change as a server that need not', async () => {
	const journal = new MemoryJournal();
	play(journal, [[join]]);
	const slow: Shelf = {
		byId: async (ids) => journal.byId(ids),
		byKey: async (keys) => journal.byKey(keys),
		about: async (ids) => journal.about(ids)
	};
	const change = atOnce(arrive(journal, { fresh: [amend] }));
	expect(await inTime(arrive(slow, { fresh: [amend] }))).toEqual(change);
	expect(change.rows.get('w00000000000001|people|')).toMatchObject({ name: 'Juana Quispe' });
});

it('folds what stays when entries leave', () => {
	const journal = new MemoryJournal();
	play(journal, [[join, amend]]);
	const change = atOnce(arrive(journal, { fresh: [], was: [amend] }));
	expect(change.rows.get('w00000000000001|people|')).toMatchObject({ name: 'Juana' });
});

describe('a kind at its second version', () => {
	const names = z.looseObject({ names: z.array(z.string()) });
	const joined = defineKind({
		kind: 'member.join',
		v: 2,
		opens: true,
		body: names,
		writers: {},
		keys: ({ subject }) => [key('people', subject)],
		fold: {
			people(row, { body }) {
				row.name = body.names.join(' ');
			}
		},
		upcast: (body) => ({ names: (body as { name: string }).name.split(' ') }),
		examples: [{ names: ['Juana', 'Quispe'] }]
	});
	const second = makeRegistry([
		joined,
		...registry.kinds.filter(({ kind }) => kind !== joined.kind)
	]);
	const old = entry('e00000000000001', 'member.join', 'w00000000000001', {
		name: 'Juana Quispe',
		face: 'f',
		day: '2026-11-24'
	});
	const young = { ...old, id: 'e00000000000009', v: 2, body: { names: ['Juana', 'Luz'] }, at: 9 };

	it('raises bodies of the first when it reads them, and rewrites none', () => {
		const change = atOnce(arrive(new MemoryJournal(), { fresh: [old] }, second));
		expect(change.rows.get('w00000000000001|people|')).toMatchObject({ name: 'Juana Quispe' });
		expect(change.entries).toEqual([old]);
	});

	it('folds both versions together, in any order', () => {
		for (const order of [
			[old, young],
			[young, old]
		]) {
			const journal = new MemoryJournal();
			play(
				journal,
				order.map((e) => [e as Entry]),
				second
			);
			expect(journal.rows.get('w00000000000001|people|')).toMatchObject({ name: 'Juana Luz' });
		}
	});

	it('is carried and not folded by a program that knows only the first', () => {
		const change = atOnce(arrive(new MemoryJournal(), { fresh: [young as Entry] }));
		expect([...change.rows]).toEqual([]);
	});
});

it('carries a kind that it does not know, and folds nothing of it', () => {
	const unknown = entry('e00000000000003', 'lesson.dream', 'w00000000000001', { what: 1 });
	const change = atOnce(arrive(new MemoryJournal(), { fresh: [unknown] }));
	expect([change.entries, change.filed, [...change.rows]]).toEqual([[unknown], [], []]);
	expect(change.home.get(unknown.id)).toBe(group);
});
