// What every journal must answer, whatever database it stands on.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#lib/domain/journal/entry.ts';
import { registry } from '#lib/domain/journal/registry.ts';
import type { Grant } from '#lib/domain/journal/policy.ts';
import type { Answer, Batch, SyncAnswer, SyncRequest } from '#lib/sync/protocol.ts';
import { idSource, type Id } from '#lib/domain/shared/ids.ts';
import { randomBytes } from 'node:crypto';

export const newId = idSource((length) => randomBytes(length));
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Someone who can sync. */
export interface Someone {
	readonly type: 'phone' | 'account';
	readonly id: Id;
	readonly grants: readonly Grant[];
	/** Scopes of a phone's own groups from before it was enrolled. */
	readonly own?: readonly string[];
}

/** A server with its journal, as a test sees it. */
export interface World {
	sync(who: Someone, request: SyncRequest): Promise<SyncAnswer>;
	/** The body of an entry as it is stored; undefined if it is not in the journal. */
	stored(id: string): Promise<unknown>;
	/** Why an entry is held; undefined if it is not. */
	held(id: string): Promise<string | undefined>;
	/** The body of a held entry; null if it is forgotten. */
	aside(id: string): Promise<unknown>;
	/** A row of a table as an object, by the value of a column. */
	row(table: string, column: string, value: string): Promise<Record<string, unknown> | undefined>;
}

let stamp = 0;
export const entryOf = (e: Partial<Entry> | Record<string, unknown>): Entry =>
	({
		id: newId(),
		v: registry.kindOf(String(e.kind))?.v ?? 1,
		at: ++stamp,
		n: stamp,
		phone: 'p00000000000001',
		...e
	}) as unknown as Entry;

export const batches = (entries: readonly Entry[]): Batch[] =>
	entries.map(({ scope, by, phone, ...entry }) => ({ scope, by, phone, entries: [entry] }));

export const requestOf = (
	entries: readonly Entry[],
	more: Partial<SyncRequest> = {}
): SyncRequest => ({ v: 1, push: batches(entries), cursors: {}, proof: '', ...more });

const said = (answer: Answer) => ('c' in answer ? `${answer.s}:${answer.c}` : answer.s);
const scopeOf = (letter: 'g' | 'c') => `${letter}:${newId()}` as Entry['scope'];

/** A place of its own for each test: nothing is shared, so that one database serves them all. */
function place() {
	const group = scopeOf('g');
	const elsewhere = scopeOf('g');
	const village = scopeOf('c');
	const valley = scopeOf('c');
	const someone = (role: Grant['role'], ...scopes: Grant['scope'][]): Someone => ({
		type: role === 'phone' ? 'phone' : 'account',
		id: newId(),
		grants: scopes.map((scope) => ({ role, scope }))
	});
	const phone = someone('phone', group);
	const juana = newId();
	const join = (subject: Id, more: Partial<Entry> = {}) =>
		entryOf({
			kind: 'member.join',
			scope: group,
			subject,
			by: subject,
			body: { name: 'Juana', face: 'f', day: '2026-11-24' },
			...more
		});
	const finish = (subject: Id, more: Partial<Entry> = {}) =>
		entryOf({
			kind: 'lesson.finish',
			scope: group,
			subject,
			by: subject,
			body: {
				day: '2026-11-24',
				lesson: 'l1',
				revision: 1,
				rules: 1,
				language: 'ay',
				blocksHeard: 5,
				blocksRequired: 5,
				answers: []
			},
			...more
		});
	const promoter = someone('promoter', village);
	const register = (subject: Id, more: Partial<Entry> = {}) =>
		entryOf({
			kind: 'child.register',
			scope: village,
			subject,
			by: promoter.id,
			body: {
				name: 'Wara',
				sex: 'f',
				bornFrom: '2025-10-02',
				bornTo: '2025-10-02',
				bornHow: 'card',
				caregiver: newId(),
				day: '2026-11-24'
			},
			...more
		});
	return {
		group,
		elsewhere,
		village,
		valley,
		someone,
		phone,
		juana,
		join,
		finish,
		promoter,
		register
	};
}

export function conforms(name: string, world: () => World): void {
	const says = async (who: Someone, ...entries: Entry[]) =>
		(await world().sync(who, requestOf(entries))).answers.map(said);

	describe(`${name}: what becomes of an entry`, () => {
		it('takes it once: the second time it is a double, and other content under its id is refused', async () => {
			const { phone, join, juana } = place();
			const entry = join(juana);
			expect(await says(phone, entry, entry)).toEqual(['ok', 'dup']);
			expect(await says(phone, entry)).toEqual(['dup']);
			const other = { ...entry, body: { name: 'Otra', face: 'f', day: '2026-11-24' } } as Entry;
			expect(await says(phone, other)).toEqual(['refused:taken']);
			expect(await world().stored(entry.id)).toEqual(entry.body);
		});

		it('does not mind in which order the fields of a body stand', async () => {
			const { phone, join, juana } = place();
			const entry = join(juana);
			await says(phone, entry);
			const turned = { ...entry, body: { day: '2026-11-24', face: 'f', name: 'Juana' } } as Entry;
			expect(await says(phone, turned)).toEqual(['dup']);
		});

		it('keeps the fields of a body that it does not know', async () => {
			const { phone, join, juana } = place();
			const body = { name: 'Juana', face: 'f', day: '2026-11-24', hat: { brim: 3 } };
			const entry = join(juana, { body });
			await says(phone, entry);
			expect(await world().stored(entry.id)).toEqual(body);
		});

		it('refuses what is no entry and leaves the rest of the push unharmed', async () => {
			const { phone, join, finish, juana } = place();
			const good = join(juana);
			const deep = JSON.parse('['.repeat(200) + ']'.repeat(200));
			const answers = await says(
				phone,
				finish(juana, { id: 'CAPITALS0000000' as Id }),
				finish(juana, { body: { day: '2026-02-30' } }),
				finish(juana, { body: { ...(finish(juana).body as object), more: deep } }),
				finish(juana, { body: { ...(finish(juana).body as object), more: 'x'.repeat(40_000) } }),
				finish(juana, { subject: '' as Id }),
				good
			);
			expect(answers).toEqual([
				'refused:shape',
				'refused:body',
				'refused:shape',
				'refused:size',
				'refused:shape',
				'ok'
			]);
			expect(await world().stored(good.id)).toEqual(good.body);
		});

		it('takes days of 1900 and 2100: an implausible day is never a reason', async () => {
			const { phone, join, juana } = place();
			const on = (day: string) => join(newId(), { by: juana, body: { name: 'A', face: 'f', day } });
			await says(phone, join(juana));
			expect(await says(phone, on('1900-01-01'), on('2100-12-31'))).toEqual(['ok', 'ok']);
		});

		it('asks to come again with kinds and versions that it does not know', async () => {
			const { phone, join, finish, juana } = place();
			await says(phone, join(juana));
			expect(
				await says(phone, finish(juana, { kind: 'lesson.dream' }), finish(juana, { v: 9 }))
			).toEqual(['later:kind', 'later:kind']);
		});

		it('holds what is well-formed but not by right, and takes it from someone who may', async () => {
			const { phone, someone, elsewhere, group, join, finish, juana } = place();
			await says(phone, join(juana));
			const stranger = someone('phone', elsewhere);
			const entry = finish(juana);
			expect(await says(stranger, entry)).toEqual(['held:scope']);
			expect(await world().held(entry.id)).toBe('scope');
			expect(await world().stored(entry.id)).toBeUndefined();
			expect(await says(stranger, entry)).toEqual(['held:scope']);
			expect(await says(phone, entry)).toEqual(['ok']);
			expect(await world().held(entry.id)).toBeUndefined();
			const report = (level: string) =>
				finish(juana, {
					kind: 'practice.report',
					body: { practice: 'p', level, day: '2026-11-24' }
				});
			expect(await says(phone, report('doing'), report('verified'))).toEqual(['ok', 'held:role']);
			const elena = someone('facilitator', group);
			expect(await says(elena, finish(juana))).toEqual(['held:author']);
			expect(await says(elena, finish(juana, { by: elena.id }))).toEqual(['ok']);
		});

		it('lets entries wait for the person they are by, and holds those by people of others', async () => {
			const { phone, elsewhere, someone, join, finish, juana } = place();
			expect(await says(phone, finish(juana))).toEqual(['later:by']);
			expect(await says(phone, finish(juana), join(juana))).toEqual(['ok', 'ok']);
			const other = someone('phone', elsewhere);
			const paulina = newId();
			await says(other, join(paulina, { scope: elsewhere }));
			expect(await says(phone, finish(juana, { by: paulina }))).toEqual(['held:author']);
		});
	});

	describe(`${name}: rights over what is touched`, () => {
		it('a facilitator strikes facts of her group and no others', async () => {
			const { phone, group, elsewhere, someone, join, finish, juana } = place();
			const fact = finish(juana);
			await says(phone, join(juana), fact);
			const strike = (by: Id, scope: Entry['scope'], target: Id) =>
				entryOf({ kind: 'void', scope, subject: target, by, body: { target, reason: 'mistake' } });
			const [hers, other] = [someone('facilitator', group), someone('facilitator', elsewhere)];
			expect(await says(other, strike(other.id, elsewhere, fact.id))).toEqual(['held:scope']);
			expect(await says(hers, strike(hers.id, group, newId()))).toEqual(['later:target']);
			expect(await world().row('progress', 'person', juana)).toMatchObject({ lesson: 'l1' });
			expect(await says(hers, strike(hers.id, group, fact.id))).toEqual(['ok']);
			expect(await world().row('progress', 'person', juana)).toBeUndefined();
		});

		it('a void of what is held is held with it', async () => {
			const { phone, group, elsewhere, someone, join, finish, juana } = place();
			await says(phone, join(juana));
			const fact = finish(juana);
			await says(someone('phone', elsewhere), fact);
			const hers = someone('facilitator', group);
			const strike = entryOf({
				kind: 'void',
				scope: group,
				subject: fact.id,
				by: hers.id,
				body: { target: fact.id, reason: 'mistake' }
			});
			expect(await says(hers, strike)).toEqual(['held:scope']);
		});

		it('gives a fact to a member of a group of hers only', async () => {
			const { phone, group, elsewhere, someone, join, finish, juana } = place();
			const [paulina, stranger] = [newId(), newId()];
			const fact = finish(juana);
			await says(phone, join(juana), join(paulina), fact);
			await says(someone('phone', elsewhere), join(stranger, { scope: elsewhere }));
			const hers = someone('facilitator', group);
			const give = (to: Id) =>
				entryOf({
					kind: 'reassign',
					scope: group,
					subject: fact.id,
					by: hers.id,
					body: { target: fact.id, to }
				});
			expect(await says(hers, give(stranger), give(newId()), give(paulina))).toEqual([
				'held:scope',
				'later:target',
				'ok'
			]);
			expect(await world().row('progress', 'person', paulina)).toMatchObject({
				heardOn: '2026-11-24'
			});
		});

		it('merges two people of her group, not one of it with a stranger', async () => {
			const { phone, group, elsewhere, someone, join, juana } = place();
			const [again, stranger] = [newId(), newId()];
			await says(phone, join(juana), join(again));
			await says(someone('phone', elsewhere), join(stranger, { scope: elsewhere }));
			const hers = someone('facilitator', group);
			const merge = (from: Id, to: Id) =>
				entryOf({ kind: 'merge', scope: group, subject: to, by: hers.id, body: { from, to } });
			expect(await says(hers, merge(stranger, juana), merge(newId(), juana))).toEqual([
				'held:scope',
				'later:target'
			]);
			expect(await says(hers, merge(again, juana))).toEqual(['ok']);
			expect(await world().row('aliases', 'same', juana)).toMatchObject({ same: juana });
		});

		it('a phone merges its own group into its group, once', async () => {
			const { group, elsewhere, phone, join, juana } = place();
			const own = scopeOf('g');
			const grants = [group, own, elsewhere].map((scope) => ({ role: 'phone', scope }) as const);
			const enrolled: Someone = { ...phone, grants, own: [own] };
			const merge = (from: string, to: string) =>
				entryOf({ kind: 'merge', scope: from, subject: to, by: juana, body: { from, to } });
			await says(enrolled, join(juana, { scope: own }));
			expect(await says(enrolled, merge(elsewhere, group))).toEqual(['held:scope']);
			expect(await says(enrolled, merge(own, group))).toEqual(['ok']);
			expect(await world().row('people', 'scope', group)).toMatchObject({ name: 'Juana' });
			expect(await says(enrolled, merge(own, elsewhere))).toEqual(['held:role']);
		});

		it('moves a child only from where one may write her', async () => {
			const { village, valley, someone, promoter, register } = place();
			const wara = newId();
			await says(promoter, register(wara));
			const move = (by: Id, scope: Entry['scope'], to: string) =>
				entryOf({ kind: 'child.move', scope, subject: wara, by, body: { to, day: '2026-11-24' } });
			const other = someone('promoter', valley);
			expect(await says(other, move(other.id, valley, valley))).toEqual(['held:scope']);
			expect(await says(promoter, move(promoter.id, village, valley))).toEqual(['ok']);
		});
	});

	describe(`${name}: what is delivered`, () => {
		it('goes on from its cursor, and starts again where the cursor is not known', async () => {
			const { phone, group, join, finish, juana } = place();
			const first = await world().sync(phone, requestOf([join(juana)]));
			const page = first.scopes[group]!;
			expect(page.rows.map((row) => row[2])).toHaveLength(1);
			const entry = finish(juana);
			const second = await world().sync(
				phone,
				requestOf([entry], { cursors: { [group]: page.cursor } })
			);
			expect(second.scopes[group]!.reset).toBe(false);
			expect(second.scopes[group]!.rows.map((row) => row[2])).toEqual([entry.id]);
			const quiet = await world().sync(
				phone,
				requestOf([], { cursors: { [group]: second.scopes[group]!.cursor } })
			);
			expect(quiet.scopes[group]).toBeUndefined();
			const lost = await world().sync(
				phone,
				requestOf([], { cursors: { [group]: [page.cursor[0], newId()] } })
			);
			expect(lost.scopes[group]).toMatchObject({ reset: true });
			expect(lost.scopes[group]!.rows).toHaveLength(2);
		});

		it('comes in pages, and says when there is more', async () => {
			const { phone, group, join } = place();
			const women = [newId(), newId(), newId()];
			await says(phone, ...women.map((who) => join(who)));
			const page = await world().sync(phone, requestOf([], { limit: 2 }));
			expect(page.more).toBe(true);
			expect(page.scopes[group]!.rows).toHaveLength(2);
			const rest = await world().sync(
				phone,
				requestOf([], { limit: 2, cursors: { [group]: page.scopes[group]!.cursor } })
			);
			expect(rest.scopes[group]!.rows).toHaveLength(1);
			expect(rest.more).toBe(false);
		});

		it('names every scope that may be read, and a coordinator reads no entries', async () => {
			const { phone, group, elsewhere, someone, join, juana } = place();
			await says(phone, join(juana));
			const both = someone('facilitator', group, elsewhere);
			expect((await world().sync(both, requestOf([]))).reads.account).toEqual([group, elsewhere]);
			const coordinator = someone('coordinator', '*');
			const answer = await world().sync(coordinator, requestOf([]));
			expect([answer.reads.account, answer.scopes]).toEqual([[], {}]);
		});

		it('follows a child who moves, and says at her old place that she is gone', async () => {
			const { village, valley, someone, promoter, register } = place();
			const wara = newId();
			const entry = register(wara);
			const first = await world().sync(promoter, requestOf([entry]));
			const cursor = first.scopes[village]!.cursor;
			const move = entryOf({
				kind: 'child.move',
				scope: village,
				subject: wara,
				by: promoter.id,
				body: { to: valley, day: '2026-11-24' }
			});
			const second = await world().sync(
				promoter,
				requestOf([move], { cursors: { [village]: cursor } })
			);
			expect(second.scopes[village]).toMatchObject({ reset: false });
			const gone = [move.id, entry.id].map((id) => [expect.any(Number), 1, id]);
			expect(second.scopes[village]!.rows).toHaveLength(2);
			expect(second.scopes[village]!.rows).toEqual(expect.arrayContaining(gone));
			const there = await world().sync(someone('promoter', valley), requestOf([]));
			expect(there.scopes[valley]!.rows.map((row) => row[2]).sort()).toEqual(
				[entry.id, move.id].sort()
			);
			const fresh = await world().sync(promoter, requestOf([]));
			expect(fresh.scopes[village]!.rows).toEqual(expect.arrayContaining(gone));
		});

		it('forgets an erased person, also what arrives later', async () => {
			const { phone, group, someone, join, finish, juana } = place();
			const [paulina, entry] = [newId(), finish(juana)];
			const first = await world().sync(phone, requestOf([join(paulina), join(juana), entry]));
			const coordinator = someone('coordinator', '*');
			const erase = entryOf({
				kind: 'erase',
				scope: group,
				subject: juana,
				by: coordinator.id,
				body: { ids: [juana] }
			});
			expect(await says(coordinator, erase)).toEqual(['ok']);
			expect(await world().stored(entry.id)).toBeNull();
			expect(await world().row('progress', 'person', juana)).toBeUndefined();
			const cursors = { [group]: first.scopes[group]!.cursor };
			const next = await world().sync(phone, requestOf([], { cursors }));
			const told = next.scopes[group]!.rows.find((row) => row[2] === entry.id);
			expect(told?.at(-1)).toBeNull();
			expect(await says(phone, entry)).toEqual(['ok']);
			const late = finish(juana, { by: paulina });
			expect(await says(phone, late)).toEqual(['ok']);
			expect(await world().stored(late.id)).toBeNull();
		});

		it('takes a blank from a phone that had to forget before it could send', async () => {
			const { phone, group, someone, join, finish, juana } = place();
			const paulina = newId();
			await says(phone, join(juana), join(paulina));
			const coordinator = someone('coordinator', '*');
			const by = coordinator.id;
			const body = { ids: [juana] };
			await says(coordinator, entryOf({ kind: 'erase', scope: group, subject: juana, by, body }));
			const blank = finish(juana, { by: paulina, body: null });
			expect(await says(phone, blank)).toEqual(['ok']);
			expect(await world().stored(blank.id)).toBeNull();
			expect(await says(phone, blank)).toEqual(['ok']);
			const whole = finish(paulina);
			await says(phone, whole);
			expect(await says(phone, { ...whole, body: null })).toEqual(['dup']);
			expect(await world().stored(whole.id)).toEqual(whole.body);
		});

		it('forgets an erased person among what it holds, and holds nothing of her later', async () => {
			const { phone, group, elsewhere, someone, join, finish, juana } = place();
			await says(phone, join(juana));
			const stranger = someone('phone', elsewhere);
			const before = finish(juana);
			expect(await says(stranger, before)).toEqual(['held:scope']);
			const coordinator = someone('coordinator', '*');
			const body = { ids: [juana] };
			const by = coordinator.id;
			await says(coordinator, entryOf({ kind: 'erase', scope: group, subject: juana, by, body }));
			const after = finish(juana);
			expect(await says(stranger, after)).toEqual(['held:scope']);
			for (const { id } of [before, after]) expect(await world().aside(id)).toBeNull();
			expect(await says(stranger, before, after)).toEqual(['ok', 'ok']);
		});

		it('tells a phone what became of the entries that were held', async () => {
			const { phone, elsewhere, someone, join, finish, juana } = place();
			await says(phone, join(juana));
			const stranger = someone('phone', elsewhere);
			const [one, two] = [finish(juana), finish(juana)];
			await says(stranger, one, two);
			await says(phone, one);
			const never = newId();
			const listed = [one.id, two.id, never];
			const { decided } = await world().sync(stranger, requestOf([], { listed }));
			expect(decided).toEqual([
				{ id: one.id, verdict: 'released', q: expect.any(Number) },
				{ id: never, verdict: 'lost', q: 0 }
			]);
		});

		it('asks for the journal again when it does not know the proof', async () => {
			const { phone, join, juana } = place();
			const entry = join(juana);
			const { answers } = await world().sync(phone, requestOf([entry]));
			const q = answers[0] && 'q' in answers[0] ? answers[0].q : 0;
			const asks = async (proof: Id, proofQ: number) =>
				(await world().sync(phone, requestOf([], { proof, proofQ }))).resend;
			expect([await asks(entry.id, q), await asks(newId(), q)]).toEqual([false, true]);
			// it came back to a restored server by some other way, and others of this phone may not have
			expect(await asks(entry.id, q + 1)).toBe(true);
		});
	});
}
