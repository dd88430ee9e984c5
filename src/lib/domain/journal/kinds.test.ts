import { describe, expect, it } from 'vitest';
import { isId } from '../shared/ids.ts';
import { isSelfKey, splitKey, type Entry } from './entry.ts';
import { matrix } from './policy.ts';
import { Reading } from './reading.ts';
import { bodyOf, isKnown, registry, type Body, type Fact, type Kind } from './registry.ts';
import { isTable, tables } from './tables.ts';

const reading = new Reading(registry);
const entryOf = (kind: string, v: number, body: unknown, scope: string): Entry =>
	({
		id: 'e00000000000001',
		kind,
		v,
		scope,
		subject: 'x00000000000001',
		at: 1,
		n: 1,
		by: 'w00000000000001',
		phone: 'p00000000000001',
		body
	}) as Entry;

describe.each(registry.kinds.map((def) => [def.kind, def] as const))('%s', (_name, def) => {
	it('has examples, and they are bodies of it', () => {
		expect(def.examples.length).toBeGreaterThan(0);
		for (const example of def.examples) {
			expect(def.body.safeParse(example)).toMatchObject({ success: true });
		}
	});

	it('keeps fields that it does not know', () => {
		const [example] = def.examples as object[];
		const read = def.body.safeParse({ ...example, fromTheFuture: 1 });
		expect(read).toMatchObject({ success: true, data: { fromTheFuture: 1 } });
	});

	it('is filed under tables that are there, and folds every one of them', () => {
		for (const example of def.examples) {
			const entry = entryOf(def.kind, def.v, example, 'g:grp000000000001');
			for (const k of reading.keys(entry)) {
				if (isSelfKey(k)) continue;
				const { table } = splitKey(k);
				expect(isTable(table)).toBe(true);
				expect(Object.keys(def.fold)).toContain(table);
			}
		}
	});

	it('says in a community nothing but ids by its keys, for they stand in clear on a phone', () => {
		if (!def.writers.promoter) return;
		for (const example of def.examples) {
			const entry = entryOf(def.kind, def.v, example, 'c:com000000000001');
			for (const k of reading.keys(entry)) {
				const { sub } = splitKey(k);
				expect(sub === '' || isId(sub)).toBe(true);
			}
		}
	});

	it('is written by somebody', () => {
		expect(Object.keys(def.writers).length).toBeGreaterThan(0);
	});
});

it('names every kind and every column once', () => {
	expect(new Set(registry.kinds.map(({ kind }) => kind)).size).toBe(registry.kinds.length);
	for (const [name, { key, start }] of Object.entries(tables)) {
		const columns = ['id', ...key, ...Object.keys(start)];
		expect([name, new Set(columns).size]).toEqual([name, columns.length]);
	}
});

it('gives no one health rights in a group, and no phone the last word', () => {
	const may = Object.fromEntries(matrix().map(({ kind, may: cells }) => [kind, cells]));
	expect(may['visit.record']).toEqual({
		phone: 'no',
		facilitator: 'no',
		promoter: 'yes',
		coordinator: 'no'
	});
	expect(may['practice.report']).toEqual({
		phone: 'depends',
		facilitator: 'yes',
		promoter: 'no',
		coordinator: 'no'
	});
	expect(may.erase).toEqual({ phone: 'no', facilitator: 'no', promoter: 'no', coordinator: 'yes' });
});

describe('types of the registry', () => {
	it('tells facts apart by their kind', () => {
		const right: Body<'visit.record'>['position'] = 'lying';
		// @ts-expect-error a wrong body does not compile
		const wrong: Body<'member.amend'> = { field: 'age', to: 'x', was: 'y' };
		const kind: Kind = 'lesson.finish';
		const first = (e: Fact) => (e.kind === 'session.close' ? e.body?.present[0]?.who : undefined);
		const ids = (e: Entry) => (isKnown(e) ? e.kind : bodyOf(e, 'erase')?.ids);
		expect([right, wrong.field, kind, typeof first, typeof ids]).toEqual([
			'lying',
			'age',
			'lesson.finish',
			'function',
			'function'
		]);
	});
});
