import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { newBoxKey } from '#lib/crypto/box.ts';
import type { Entry, Key } from '#lib/domain/journal/entry.ts';
import type { Row } from '#lib/domain/journal/tables.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { MemoryJournal } from '#lib/sync/memory.ts';
import { newId } from '../../../tests/support/journal/conformance.ts';
import { meaning } from '../../../tests/support/journal/oracle.ts';
import { holdsInTime, play, sorted } from '../../../tests/support/journal/play.ts';
import { pushes, story } from '../../../tests/support/journal/stories.ts';
import { PhoneDatabase } from './database.ts';
import { Phone, type FactDraft, type ReceivedPage } from './phone.ts';

const STORIES = { numRuns: 40 };
const anywhere = 'g:grp000000000000' as ScopeId;
let count = 0;

interface Made {
	readonly name?: string;
	readonly clock?: () => number;
	readonly locked?: () => boolean;
	readonly full?: (is: boolean) => void;
}
async function fresh(more: Made = {}) {
	const key = await newBoxKey();
	const name = more.name ?? `phone-${++count}`;
	const phone = await Phone.open(name, {
		clock: more.clock ?? (() => 1000),
		newId,
		keyring: () => (more.locked?.() ? undefined : key),
		...(more.full ? { full: more.full } : {})
	});
	const db = new PhoneDatabase(name); // a second look at the same database, as a dump would take it
	const close = () => [phone, db].forEach((one) => one.close());
	const rows = async () => {
		const all = new Map<Key, Row>();
		for (const { key: k } of await db.rows.toArray()) {
			const row = await phone.row(k);
			if (row) all.set(k, row);
		}
		return all;
	};
	return { phone, db, rows, close };
}

const page = (more: Partial<ReceivedPage>): ReceivedPage => ({
	scope: anywhere,
	entries: [],
	gone: [],
	cursor: [0, ''],
	...more
});

describe('the phone folds as the server does', () => {
	it('to the meaning of the set, and seals what is health data', { timeout: 60_000 }, () =>
		holdsInTime(
			story,
			async (s) => {
				const { phone, db, rows, close } = await fresh();
				for (const entries of pushes(s)) await phone.receive(page({ entries }));
				const wanted = meaning(s.entries);
				expect(sorted(await rows())).toEqual(sorted(wanted.rows));
				const stored = await db.entries.toArray();
				const blank = stored.filter(({ body, box }) => body === undefined && !box);
				expect(new Set(blank.map(({ id }) => id))).toEqual(wanted.blank);
				for (const { scope, body } of stored) {
					if (scope.startsWith('c:')) expect(body).toBeUndefined();
				}
				close();
			},
			STORIES
		)
	);

	it('and what leaves leaves no trace in what stays', { timeout: 60_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(story, fc.func(fc.boolean()), async (s, leaves) => {
				const { phone, rows, close } = await fresh();
				for (const entries of pushes(s)) await phone.receive(page({ entries }));
				const { blank } = meaning(s.entries);
				const gone = s.entries.filter((e) => e.kind !== 'erase' && leaves(e.id));
				await phone.receive(page({ gone: gone.map(({ id }) => id) }));
				const stay = s.entries
					.filter((e) => !gone.includes(e))
					.map((e): Entry => (blank.has(e.id) ? { ...e, body: null } : e));
				expect(sorted(await rows())).toEqual(sorted(meaning(stay).rows));
				close();
			}),
			STORIES
		);
	});

	it('also when it pulls after every push of others, blanks included', { timeout: 60_000 }, () =>
		holdsInTime(
			story,
			async (s) => {
				const { phone, rows, close } = await fresh();
				const server = new MemoryJournal();
				let seen = 0;
				for (const push of pushes(s)) {
					play(server, [push]);
					const told = server.deliveries.slice(seen).filter((d) => d.scope && !d.gone);
					seen = server.deliveries.length;
					await phone.receive(page({ entries: server.byId(told.map((d) => d.entry)) }));
				}
				expect(sorted(await rows())).toEqual(sorted(server.rows));
				close();
			},
			STORIES
		)
	);
});

const juana = 'w00000000000001';
const join = (subject = juana): FactDraft<'member.join'> => ({
	kind: 'member.join',
	scope: anywhere,
	subject,
	by: subject,
	body: { name: 'Juana', face: 'f', day: '2026-11-24' }
});
const finish = (more: Partial<FactDraft<'lesson.finish'>> = {}): FactDraft<'lesson.finish'> => ({
	kind: 'lesson.finish',
	scope: anywhere,
	subject: juana,
	by: juana,
	body: {
		day: '2026-11-24',
		lesson: 'l1',
		revision: 1,
		rules: 1,
		language: 'es',
		blocksHeard: 5,
		blocksRequired: 5,
		answers: []
	},
	...more
});
const wara = (): FactDraft<'child.register'> => ({
	kind: 'child.register',
	scope: 'c:com000000000001' as ScopeId,
	subject: newId(),
	by: 'u00000000000001',
	body: {
		name: 'Wara Mamani',
		sex: 'f',
		bornFrom: '2025-10-02',
		bornTo: '2025-10-02',
		bornHow: 'card',
		caregiver: 'm00000000000001',
		day: '2026-11-24'
	}
});

describe('a fact made here', () => {
	it('is numbered, stamped, folded at once and waits in the outbox', async () => {
		const { phone, close } = await fresh();
		const saved = [await phone.save(join()), await phone.save(finish())];
		expect(saved.map((one) => one.ok && [one.value.n, one.value.at])).toEqual([
			[1, 1000],
			[2, 1001]
		]);
		expect(await phone.rows('people', anywhere)).toMatchObject([
			{ name: 'Juana', scope: anywhere }
		]);
		expect(await phone.rowsOf('progress', juana)).toMatchObject([
			{ lesson: 'l1', heardOn: '2026-11-24' }
		]);
		expect((await phone.outbox.page(0, 10, () => true)).map(({ n }) => n)).toEqual([1, 2]);
		expect(await phone.counts()).toEqual({
			made: 2,
			safe: 0,
			waiting: new Map([[juana, 2]]),
			listed: 0
		});
		close();
	});

	it('is refused when it is none, and nothing of it stays', async () => {
		const { phone, close } = await fresh();
		const wrong = finish({ body: { ...finish().body, day: '2026-02-30' } });
		expect(await phone.save(wrong)).toEqual({ ok: false, error: 'body' });
		expect((await phone.counts()).made).toBe(0);
		close();
	});

	it('gets no number twice and leaves none out when two tabs write at once', async () => {
		const one = await fresh();
		const two = await fresh({ name: one.db.name });
		await Promise.all(
			Array.from({ length: 12 }, (_, i) =>
				(i % 2 ? one : two).phone.save(finish({ body: { ...finish().body, lesson: `l${i}` } }))
			)
		);
		const numbers = (await one.db.entries.orderBy('out').toArray()).map(({ n }) => n);
		expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
		one.close();
		two.close();
	});

	it('is stamped after everything seen, but never after a stamp a day ahead', async () => {
		const { phone, close } = await fresh({ clock: () => 1_000_000 });
		const theirs = (at: number): Entry =>
			({
				...join(),
				id: newId(),
				v: 1,
				n: 1,
				at,
				phone: 'q00000000000001'
			}) as unknown as Entry;
		await phone.receive(page({ entries: [theirs(2_000_000), theirs(1_000_000 + 25 * 3_600_000)] }));
		const saved = await phone.save(finish());
		expect(saved.ok && saved.value.at).toBe(2_000_001);
		close();
	});

	it('follows the clock of the server once it is known', async () => {
		const { phone, close } = await fresh({ clock: () => 0 });
		await phone.noteOffset(1_790_000_000_000);
		const saved = await phone.save(finish());
		expect(saved.ok && saved.value.at).toBe(1_790_000_000_000);
		close();
	});

	it('is stamped with whole milliseconds, for the server refuses anything else', async () => {
		const { phone, close } = await fresh({ clock: () => 1_000.25 });
		await phone.noteOffset(0.5); // half of an odd round trip
		const first = await phone.save(finish());
		const second = await phone.save(finish());
		expect([first, second].map((saved) => saved.ok && Number.isInteger(saved.value.at))).toEqual([
			true,
			true
		]);
		expect(first.ok && second.ok && second.value.at > first.value.at).toBe(true);
		close();
	});

	it('is not saved while its vault is closed, and is sealed while it is open', async () => {
		let locked = true;
		const { phone, db, close } = await fresh({ locked: () => locked });
		expect(await phone.save(wara())).toEqual({ ok: false, error: 'locked' });
		locked = false;
		expect((await phone.save(wara())).ok).toBe(true);
		const dump = JSON.stringify([await db.entries.toArray(), await db.rows.toArray()]);
		for (const secret of ['Wara', 'Mamani', '2025-10-02']) expect(dump).not.toContain(secret);
		locked = true;
		expect(await phone.outbox.page(0, 10, () => true)).toEqual([]);
		expect((await phone.counts()).waiting).toEqual(new Map([['u00000000000001', 1]]));
		close();
	});

	it('is refused whole on a full phone, and a draft stays as it was: both are said, until there is room', async () => {
		const told: boolean[] = [];
		const { phone, db, close } = await fresh({ full: (is) => told.push(is) });
		await phone.drafts.keep('go', 'before');
		const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(await phone.save(finish())).toEqual({ ok: false, error: 'full' });
		await phone.drafts.keep('go', 'after');
		put.mockRestore();
		expect(await phone.drafts.read('go')).toBe('before');
		expect([await db.entries.count(), await db.rows.count()]).toEqual([0, 0]);
		const saved = await phone.save(finish());
		expect(saved.ok && saved.value.n).toBe(1);
		expect(told).toEqual([false, true, true, false]);
		close();
	});

	it('that is only asked for is kept and sent, but not in force here', async () => {
		const { phone, close } = await fresh();
		await phone.save(join());
		const body = { ids: [juana] };
		const draft = { kind: 'erase', scope: anywhere, subject: juana, by: juana, body } as const;
		expect((await phone.save({ ...draft, asks: true })).ok).toBe(true);
		expect(await phone.rows('people', anywhere)).toHaveLength(1);
		expect(await phone.outbox.page(0, 10, () => true)).toHaveLength(2);
		close();
	});
});

describe('the outbox', () => {
	it('is cleared by what means that the server has the fact, and by nothing else', async () => {
		const { phone, close } = await fresh();
		const ids: Id[] = [];
		for (const lesson of ['a', 'b', 'c', 'd', 'e']) {
			const saved = await phone.save(finish({ body: { ...finish().body, lesson } }));
			if (saved.ok) ids.push(saved.value.id);
		}
		const [ok, dup, held, refused, later] = ids as [Id, Id, Id, Id, Id];
		await phone.outbox.receipts([
			{ id: ok, s: 'ok', q: 7 },
			{ id: dup, s: 'dup', q: 3 },
			{ id: held, s: 'held', c: 'scope' },
			{ id: refused, s: 'refused', c: 'body' },
			{ id: later, s: 'later', c: 'by' }
		]);
		expect((await phone.outbox.page(0, 10, () => true)).map(({ id }) => id)).toEqual([later]);
		expect(await phone.counts()).toMatchObject({ made: 5, safe: 3, listed: 2 });
		expect(await phone.outbox.proof()).toMatchObject({ proof: ok });
		expect((await phone.outbox.listed()).map(({ id }) => id)).toEqual([refused, held]);
		close();
	});

	it('lets the facts of an account wait until she speaks', async () => {
		const { phone, close } = await fresh();
		await phone.save(finish());
		await phone.save(finish({ by: 'u00000000000001' }));
		const hers = await phone.outbox.page(0, 10, (by) => by === juana);
		expect(hers.map(({ n }) => n)).toEqual([1]);
		close();
	});

	it('sends everything again to a server that lost it, also what has left its scopes', async () => {
		const { phone, close } = await fresh();
		const saved = [await phone.save(finish()), await phone.save(join())];
		const ids = saved.flatMap((one) => (one.ok ? [one.value.id] : []));
		await phone.outbox.receipts(ids.map((id, i) => ({ id, s: 'ok', q: i + 1 })));
		await phone.receive(page({ gone: [ids[0]!] }));
		expect(await phone.rowsOf('progress', juana)).toEqual([]);
		expect(await phone.outbox.page(0, 10, () => true)).toEqual([]);
		await phone.resend();
		expect((await phone.outbox.page(0, 10, () => true)).map(({ id }) => id)).toEqual(ids);
		expect(await phone.outbox.proof()).toEqual({ proof: '' });
		close();
	});

	it('takes back what had left, when it is delivered again', async () => {
		const { phone, close } = await fresh();
		const saved = await phone.save(finish());
		if (!saved.ok) throw new Error('fixture');
		await phone.receive(page({ gone: [saved.value.id] }));
		await phone.receive(page({ entries: [saved.value] }));
		expect(await phone.rowsOf('progress', juana)).toHaveLength(1);
		expect((await phone.counts()).waiting).toEqual(new Map([[juana, 1]]));
		close();
	});
});

describe('after an update', () => {
	it('everything is folded again, in parts', async () => {
		const { phone, db, rows, close } = await fresh();
		for (let i = 0; i < 130; i++) {
			await phone.save(
				finish({ subject: newId(), body: { ...finish().body, lesson: `l${i % 3}` } })
			);
		}
		await phone.save(join());
		const before = sorted(await rows());
		await db.rows.toCollection().modify((row) => {
			row.row = { wrong: 1 };
		});
		expect([
			await phone.refold(9, 100),
			await phone.refold(9, 100),
			await phone.refold(9, 100)
		]).toEqual([true, false, false]);
		expect(sorted(await rows())).toEqual(before);
		expect((await phone.counts()).made).toBe(131);
		close();
	});

	it('goes on where it was when the phone is switched off, and writes only what is another', async () => {
		const { phone, db, rows, close } = await fresh();
		for (let i = 0; i < 6; i++) await phone.save(finish({ subject: newId() }));
		const before = await rows();
		const [first, ...others] = (await db.entries.toArray()).map(({ subject }) => subject);
		const wrong = `${first}|progress|l1` as Key;
		await db.rows.toCollection().modify((row) => void Object.assign(row, { untouched: true }));
		await db.rows.update(wrong, { row: { wrong: 1 } });
		expect(await phone.refold(9, 2)).toBe(true);
		close();
		const later = await fresh({ name: db.name });
		expect(await later.phone.refold(9, 2)).toBe(true);
		expect(await later.phone.refold(9, 2)).toBe(false);
		expect(await later.phone.row(wrong)).toEqual(before.get(wrong));
		const untouched = (await later.db.rows.toArray()).filter((row) => 'untouched' in row);
		expect(untouched.map(({ key }) => key.split('|')[0]).sort()).toEqual(others.sort());
		later.close();
	});

	it('comes to the meaning of the set again, whatever the rows were', { timeout: 60_000 }, () =>
		holdsInTime(
			story,
			async (s) => {
				const { phone, db, rows, close } = await fresh();
				for (const entries of pushes(s)) await phone.receive(page({ entries }));
				await db.rows.clear();
				for (let more = true; more;) more = await phone.refold(9, 4);
				const wanted = sorted(meaning(s.entries).rows);
				const isFolded = ([k]: readonly [string, unknown]) => !k.includes('|aliases|');
				expect([...sorted(await rows())].filter(isFolded)).toEqual([...wanted].filter(isFolded));
				close();
			},
			STORIES
		)
	);

	it('an entry of a kind that was unknown before is filed and folded', async () => {
		const { phone, db, close } = await fresh();
		const saved = await phone.save(finish());
		if (!saved.ok) throw new Error('fixture');
		await db.rows.clear();
		await db.entries.update(saved.value.id, { keys: [] });
		await phone.refold(9);
		expect(await phone.rowsOf('progress', juana)).toHaveLength(1);
		close();
	});
});

describe('a request', () => {
	it('that a coordinator put in force comes back and is folded', async () => {
		const { phone, close } = await fresh();
		await phone.save(join());
		const body = { ids: [juana] };
		const draft = { kind: 'erase', scope: anywhere, subject: juana, by: juana, body } as const;
		const saved = await phone.save({ ...draft, asks: true });
		if (!saved.ok) throw new Error('fixture');
		await phone.outbox.receipts([{ id: saved.value.id, s: 'held', c: 'role' }]);
		expect(await phone.outbox.held(10)).toEqual([saved.value.id]);
		await phone.outbox.decided([{ id: saved.value.id, verdict: 'released', q: 9 }]);
		await phone.receive(page({ entries: [saved.value] }));
		expect(await phone.rows('people', anywhere)).toEqual([]);
		expect(await phone.counts()).toMatchObject({ listed: 0 });
		close();
	});

	it('that was returned stays in the list, as such', async () => {
		const { phone, close } = await fresh();
		const saved = await phone.save(finish());
		if (!saved.ok) throw new Error('fixture');
		const { id } = saved.value;
		await phone.outbox.receipts([{ id, s: 'held', c: 'scope' }]);
		await phone.outbox.decided([{ id, verdict: 'returned', q: 0 }]);
		expect(await phone.outbox.listed()).toMatchObject([{ answer: { s: 'held', c: 'returned' } }]);
		expect(await phone.outbox.held(10)).toEqual([id]);
		close();
	});
});

describe('the phone itself', () => {
	it('keeps its id, and makes its own group once, until it is enrolled', async () => {
		const one = await fresh();
		const two = await fresh({ name: one.db.name });
		expect(two.phone.identity.id).toBe(one.phone.identity.id);
		const [own, same] = await Promise.all([one.phone.homeGroup(), two.phone.homeGroup()]);
		expect(own).toMatch(/^g:[a-z0-9]{15}$/);
		expect(same).toBe(own);
		await one.phone.identify({ group: { id: 'grp000000000009' as Id, name: 'Suma' } });
		expect(await one.phone.homeGroup()).toBe('g:grp000000000009');
		expect(one.phone.identity).toMatchObject({ own, group: { name: 'Suma' } });
		one.close();
		two.close();
	});

	it('remembers cursors, settings and how its syncs went', async () => {
		const { phone, close } = await fresh();
		const cursor = [12, newId()] as const;
		await phone.receive(page({ cursor }));
		expect(await phone.cursors()).toEqual({ [anywhere]: cursor });
		await phone.set('language', 'ay');
		expect(await phone.setting('language')).toBe('ay');
		await phone.noteSync((state) => ({ ...state, at: 5, failures: state.failures + 1 }));
		expect(await phone.syncState()).toMatchObject({ at: 5, failures: 1 });
		expect(await phone.reads()).toEqual([]);
		await phone.noteReads(phone.identity.id, [anywhere]);
		await phone.noteReads('u00000000000001' as Id, [anywhere, 'c:com000000000001' as ScopeId]);
		expect(await phone.reads()).toEqual([anywhere, 'c:com000000000001']);
		close();
	});
});
