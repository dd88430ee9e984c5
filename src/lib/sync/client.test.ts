import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { newBoxKey } from '#lib/crypto/box.ts';
import type { Who } from '#lib/domain/journal/policy.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { Phone } from '#lib/store/phone.ts';
import { newId, sha256 } from '../../../tests/support/journal/conformance.ts';
import { syncOnce, type SyncOptions } from './client.ts';
import { enrol } from './enrol.ts';
import { MemoryJournal } from './memory.ts';
import type { SyncRequest } from './protocol.ts';
import { serve } from './serve.ts';
import type { Reply, Transport } from './http.ts';

const group = 'g:grp000000000001' as ScopeId;
const village = 'c:com000000000001' as ScopeId;
const promoter: Who = {
	type: 'account',
	id: 'u00000000000001' as Id,
	grants: [{ role: 'promoter', scope: village }]
};
const DAY = 24 * 3_600_000;

/** A server in memory that lets every phone into one group, and can be told how the next calls fail. */
class Server implements Transport {
	journal = new MemoryJournal();
	readonly requests: SyncRequest[] = [];
	readonly script: (Reply | 'lose-answer' | undefined)[] = [];
	own: string[] = [];
	/** Groups that phones may read and write. */
	groups: ScopeId[] = [group];
	/** What this server says to entries of kinds that it is too old for. */
	unknown: string | undefined;
	now = 1_790_000_000_000;

	async sync(request: SyncRequest, token: string): Promise<Reply> {
		this.requests.push(request);
		const next = this.script.shift();
		if (typeof next === 'object') return next;
		const scopes = [...this.groups, ...this.own] as ScopeId[];
		const phone: Who = {
			type: 'phone',
			id: token as Id,
			grants: scopes.map((scope) => ({ role: 'phone', scope }))
		};
		const account = request.account === 'token' ? { account: promoter } : {};
		const text = serve(this.aged(request), {
			journal: this.journal,
			principals: { phone, ...account, state: request.account ? 'ok' : 'none', own: this.own },
			host: { hash: sha256, now: () => this.now, fault: () => undefined }
		});
		return next ? { kind: 'offline' } : { kind: 'answer', body: JSON.parse(text) };
	}

	/** As an older server reads it: it does not know this kind. */
	private aged(request: SyncRequest): SyncRequest {
		if (!this.unknown) return request;
		return JSON.parse(JSON.stringify(request).replaceAll(this.unknown, 'lesson.dream'));
	}

	async secrets(): Promise<Reply> {
		return { kind: 'offline' };
	}

	async enrol(request: { phone: string; own?: string }): Promise<Reply> {
		const next = this.script.shift();
		if (typeof next === 'object') return next;
		if (request.own) this.own = [`g:${request.own}`];
		const { phone } = request;
		const body = {
			phone: { id: phone },
			token: phone,
			group: { id: group.slice(2), name: 'Suma' },
			secret: 'ff'
		};
		return { kind: 'answer', body };
	}
}

let count = 0;
async function phoneOf(server?: Server, more: { locked?: () => boolean } = {}) {
	const key = await newBoxKey();
	const keyring = () => (more.locked?.() ? undefined : key);
	const machine = { clock: () => 1000, newId, keyring };
	const phone = await Phone.open(`client-${++count}`, machine);
	if (server) await enrol(phone, server, { code: 'X', label: 'test' });
	return phone;
}

const now = (clock = 5000): SyncOptions => ({ clock: () => clock });
const juana = 'w00000000000001';
const join = (phone: Phone, scope: ScopeId, subject = juana) =>
	phone.save({
		kind: 'member.join',
		scope,
		subject,
		by: subject,
		body: { name: 'Juana', face: 'f', day: '2026-11-24' }
	});

describe('one sync', () => {
	it('of a phone that is not enrolled asks nobody', async () => {
		const server = new Server();
		expect(await syncOnce(await phoneOf(), server, now())).toEqual({ kind: 'unenrolled' });
		expect(server.requests).toEqual([]);
	});

	it('brings what one phone made to another, once', async () => {
		const server = new Server();
		const [one, two] = [await phoneOf(server), await phoneOf(server)];
		await join(one, group);
		expect(await syncOnce(one, server, now())).toMatchObject({ kind: 'synced', pushed: 1 });
		expect(await syncOnce(two, server, now())).toMatchObject({ kind: 'synced', pulled: 1 });
		expect(await two.rows('people', group)).toMatchObject([{ name: 'Juana' }]);
		expect(await one.counts()).toMatchObject({ made: 1, safe: 1 });
		expect(await syncOnce(two, server, now())).toMatchObject({ pushed: 0, pulled: 0 });
	});

	it('says scope, actor and phone once for all entries that share them', async () => {
		const server = new Server();
		const phone = await phoneOf(server);
		for (const subject of [juana, juana, 'w00000000000002']) await join(phone, group, subject);
		await syncOnce(phone, server, now());
		const [first] = server.requests;
		expect(first!.push.map(({ by, entries }) => [by, entries.length])).toEqual([
			[juana, 2],
			['w00000000000002', 1]
		]);
		expect(first!.push[0]!.entries[0]).not.toHaveProperty('phone');
	});

	it('goes on in pages until everything is there', { timeout: 20_000 }, async () => {
		const server = new Server();
		const phone = await phoneOf(server);
		for (let i = 0; i < 205; i++) await join(phone, group, newId());
		expect(await syncOnce(phone, server, now())).toMatchObject({ pushed: 205, pulled: 205 });
		expect(server.requests.length).toBe(2);
		expect(await phone.counts()).toMatchObject({ made: 205, safe: 205 });
	});

	it('whose answer was lost is said again, and counts once', async () => {
		const server = new Server();
		const phone = await phoneOf(server);
		await join(phone, group);
		server.script.push('lose-answer');
		expect(await syncOnce(phone, server, now())).toEqual({ kind: 'offline' });
		expect(await phone.counts()).toMatchObject({ made: 1, safe: 0 });
		await syncOnce(phone, server, now());
		expect(server.journal.journal.size).toBe(1);
		expect(await phone.counts()).toMatchObject({ made: 1, safe: 1 });
	});

	it('learns how far the clock is off', async () => {
		const server = new Server();
		const phone = await phoneOf(server);
		await syncOnce(phone, server, now());
		const saved = await join(phone, group);
		expect(saved.ok && saved.value.at).toBe(server.now - 5000 + 1000);
	});

	it('pushes its whole journal again to a server that was restored', async () => {
		const server = new Server();
		const phone = await phoneOf(server);
		await join(phone, group);
		await syncOnce(phone, server, now());
		server.journal = new MemoryJournal();
		await join(phone, group, 'w00000000000002');
		expect(await syncOnce(phone, server, now())).toMatchObject({ kind: 'synced' });
		expect(server.journal.journal.size).toBe(2);
		expect(await phone.counts()).toMatchObject({ made: 2, safe: 2 });
	});
});

describe('what is no answer of ours moves nothing', () => {
	const foreign: [string, Reply][] = [
		['an empty object', { kind: 'answer', body: {} }],
		['a list', { kind: 'answer', body: [] }],
		['a newer protocol', { kind: 'answer', body: { v: 2 } }],
		[
			'a page with a row that is none',
			{
				kind: 'answer',
				body: {
					v: 1,
					now: 0,
					answers: [],
					reads: { phone: [group], account: [] },
					scopes: { [group]: { reset: true, cursor: [9, 'x'], rows: [[9, 0, 'x']] } },
					more: false,
					resend: false,
					account: 'none'
				}
			}
		]
	];
	it.each(foreign)('%s', async (_name, reply) => {
		const server = new Server();
		const phone = await phoneOf(server);
		await join(phone, group);
		server.script.push(reply);
		expect(await syncOnce(phone, server, now())).toEqual({ kind: 'foreign' });
		expect(await phone.cursors()).toEqual({});
		expect(await phone.counts()).toMatchObject({ made: 1, safe: 0 });
		expect(await phone.rows('people', group)).toHaveLength(1);
	});

	it.each([
		[{ kind: 'portal' }],
		[{ kind: 'busy', retryAfterMs: 4000 }],
		[{ kind: 'fault', status: 502 }],
		[{ kind: 'refused', status: 413, code: '' }]
	] as [Reply][])('%j is told as it is, and counted as a failure', async (reply) => {
		const server = new Server();
		const phone = await phoneOf(server);
		server.script.push(reply);
		expect(await syncOnce(phone, server, now())).toEqual(reply);
		expect((await phone.syncState()).failures).toBe(1);
		await syncOnce(phone, server, now());
		expect((await phone.syncState()).failures).toBe(0);
	});

	it('a 401 means something only when it was said often and for a day', async () => {
		const server = new Server();
		const phone = await phoneOf(server);
		const at = async (clock: number) => {
			server.script.push({ kind: 'unauthorized' });
			return syncOnce(phone, server, now(clock));
		};
		const not = { kind: 'unauthorized', certain: false };
		expect([await at(1), await at(2), await at(3), await at(4)]).toEqual([not, not, not, not]);
		expect(await at(1 + DAY)).toEqual({ kind: 'unauthorized', certain: true });
		await syncOnce(phone, server, now(2 + DAY));
		expect(await at(3 + DAY)).toEqual(not);
	});
});

describe('a phone and a server that do not match', () => {
	it('a kind that the server is too old for waits and goes when it has been updated', async () => {
		const server = new Server();
		const phone = await phoneOf(server);
		await join(phone, group);
		server.unknown = 'member.join';
		expect(await syncOnce(phone, server, now())).toMatchObject({ kind: 'synced' });
		expect(await phone.counts()).toMatchObject({ made: 1, safe: 0, listed: 0 });
		server.unknown = undefined;
		await syncOnce(phone, server, now());
		expect(await phone.counts()).toMatchObject({ made: 1, safe: 1 });
	});

	it('a kind that the phone is too old for is kept, not folded, and stops nothing', async () => {
		const server = new Server();
		const [one, two] = [await phoneOf(server), await phoneOf(server)];
		await join(one, group);
		await syncOnce(one, server, now());
		const [known] = [...server.journal.journal.values()];
		const dream = { ...known!.e, id: newId(), kind: 'lesson.dream', v: 7, body: { wings: 2 } };
		const home = new Map([[dream.id, group]]);
		const nothing = { filed: [], blank: [], erased: [], rows: new Map(), past: new Map() };
		server.journal.commit({ entries: [dream], home, ...nothing }, new Map());
		await join(one, group, 'w00000000000002');
		await syncOnce(one, server, now());
		expect(await syncOnce(two, server, now())).toMatchObject({ kind: 'synced', pulled: 3 });
		expect(await two.rows('people', group)).toHaveLength(2);
		expect(await syncOnce(two, server, now())).toMatchObject({ pulled: 0 });
	});

	it('a phone of 1 January 1970 is set right by its first sync, its facts keep their days', async () => {
		const server = new Server();
		const phone = await phoneOf(server);
		const early = await join(phone, group);
		expect(early.ok && early.value.at).toBe(1000);
		await syncOnce(phone, server, now(1000));
		const later = await join(phone, group, 'w00000000000002');
		expect(later.ok && later.value.at).toBe(server.now);
		await syncOnce(phone, server, now(1000));
		const bodies = [...server.journal.journal.values()].map(({ e }) => e.body);
		expect(bodies).toMatchObject([{ day: '2026-11-24' }, { day: '2026-11-24' }]);
	});
});

describe('a scope', () => {
	const other = 'g:grp000000000002' as ScopeId;

	it('that is lost is hidden, but not before everything made in it was sent', async () => {
		const server = new Server();
		server.groups = [group, other];
		const phone = await phoneOf(server);
		await join(phone, other);
		await syncOnce(phone, server, now());
		expect(await phone.rows('people', other)).toHaveLength(1);
		await join(phone, other, 'w00000000000002');
		server.groups = [group];
		server.script.push('lose-answer');
		await syncOnce(phone, server, now());
		expect(await phone.rows('people', other)).toHaveLength(2);
		await syncOnce(phone, server, now());
		expect(await phone.rows('people', other)).toEqual([]);
		// nothing is thrown away: the second one was no longer by right
		expect(await phone.counts()).toMatchObject({ made: 2, safe: 2, listed: 1 });
		expect(server.journal.held.size).toBe(1);
	});

	it('that is given again comes back whole', async () => {
		const server = new Server();
		server.groups = [group, other];
		const phone = await phoneOf(server);
		await join(phone, other);
		await syncOnce(phone, server, now());
		server.groups = [group];
		await syncOnce(phone, server, now());
		expect(await phone.rows('people', other)).toEqual([]);
		server.groups = [group, other];
		expect(await syncOnce(phone, server, now())).toMatchObject({ pulled: 1 });
		expect(await phone.rows('people', other)).toMatchObject([{ name: 'Juana' }]);
	});
});

describe('facts of an account', () => {
	const wara = (phone: Phone) =>
		phone.save({
			kind: 'child.register',
			scope: village,
			subject: newId(),
			by: promoter.id,
			body: {
				name: 'Wara',
				sex: 'f',
				bornFrom: '2025-10-02',
				bornTo: '2025-10-02',
				bornHow: 'card',
				caregiver: 'm00000000000001',
				day: '2026-11-24'
			}
		});

	it('wait until her token is here', async () => {
		const server = new Server();
		const phone = await phoneOf(server);
		await phone.knowAccount(promoter.id);
		await wara(phone);
		expect(await syncOnce(phone, server, now())).toMatchObject({ pushed: 0 });
		expect((await phone.counts()).waiting).toEqual(new Map([[promoter.id, 1]]));
		const account = { id: promoter.id, token: 'token' };
		expect(await syncOnce(phone, server, { ...now(), account })).toMatchObject({
			pushed: 1,
			account: 'ok'
		});
		expect((await phone.counts()).waiting.size).toBe(0);
	});

	it('stay at the server while the vault they belong into is closed', async () => {
		const server = new Server();
		const account = { id: promoter.id, token: 'token' };
		const one = await phoneOf(server);
		await one.knowAccount(promoter.id);
		await wara(one);
		await syncOnce(one, server, { ...now(), account });
		let locked = true;
		const two = await phoneOf(server, { locked: () => locked });
		expect(await syncOnce(two, server, { ...now(), account })).toMatchObject({ pulled: 0 });
		expect(await two.cursors()).toEqual({});
		locked = false;
		expect(await syncOnce(two, server, { ...now(), account })).toMatchObject({ pulled: 1 });
		expect(await two.rows('children', village)).toMatchObject([{ name: 'Wara' }]);
	});
});

describe('enrolment', () => {
	it('brings the group made before into the one of the code, and says so once', async () => {
		const server = new Server();
		const phone = await phoneOf();
		const own = await phone.homeGroup();
		await join(phone, own);
		const code = { code: 'AAAA', label: 'Suma' };
		expect(await enrol(phone, server, code)).toMatchObject({ ok: true, value: { name: 'Suma' } });
		expect(await phone.rows('people', group)).toMatchObject([{ name: 'Juana', scope: group }]);
		expect(await syncOnce(phone, server, now())).toMatchObject({ kind: 'synced', pushed: 2 });
		expect((await phone.counts()).listed).toBe(0);
		await enrol(phone, server, code);
		expect((await phone.counts()).made).toBe(2);
		const other = await phoneOf(server);
		await syncOnce(other, server, now());
		expect(await other.rows('people', group)).toMatchObject([{ name: 'Juana', scope: group }]);
	});

	it('of two phones that both know a Juana keeps both, for a facilitator to match', async () => {
		const [one, two] = [await phoneOf(), await phoneOf()];
		const server = new Server();
		const both = new Set<string>();
		for (const [phone, subject] of [
			[one, juana],
			[two, 'w00000000000009']
		] as const) {
			await join(phone, await phone.homeGroup(), subject);
			await enrol(phone, server, { code: 'A', label: '' });
			for (const scope of server.own) both.add(scope);
			await syncOnce(phone, server, now());
		}
		server.own = [...both];
		await syncOnce(one, server, now());
		const people = await one.rows('people', group);
		expect(people.map(({ name }) => name)).toEqual(['Juana', 'Juana']);
	});

	it.each([
		[
			{ kind: 'refused', status: 410, code: 'used' },
			{ kind: 'code', code: 'used' }
		],
		[{ kind: 'offline' }, { kind: 'offline' }],
		[{ kind: 'portal' }, { kind: 'portal' }],
		[{ kind: 'answer', body: { token: 1 } }, { kind: 'foreign' }]
	] as [Reply, object][])('%j changes nothing', async (reply, error) => {
		const server = new Server();
		const phone = await phoneOf();
		const before = phone.identity;
		server.script.push(reply);
		expect(await enrol(phone, server, { code: 'A', label: '' })).toEqual({ ok: false, error });
		expect(phone.identity).toEqual(before);
	});
});
