import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { Phone } from '#lib/store/phone.ts';
import { syncOnce, type SyncOptions } from '#lib/sync/client.ts';
import { enrol, enrolSignedIn } from '#lib/sync/enrol.ts';
import { handoverFile } from '#lib/sync/handover.ts';
import { askSecrets, lacksKeys, renewRights } from '#lib/sync/secrets.ts';
import { httpTransport } from '#lib/sync/http.ts';
import { batches, entryOf, newId, requestOf } from '../support/journal/conformance.ts';
import { startJournalServer, type JournalServer } from '../support/journal/real.ts';
import { done, seedProgramme, signIn, type Programme } from '../support/programme.ts';
import type { Server } from '../support/server.ts';

let journal: JournalServer;
let server: Server;
let programme: Programme;
let group: ScopeId;

beforeAll(async () => {
	journal = await startJournalServer();
	server = journal.server;
	programme = await seedProgramme(server);
	group = `g:${programme.groups.suma}` as ScopeId;
});
afterAll(() => journal.close());

const options: SyncOptions = { clock: () => Date.now(), header: { app: '0.1.0' } };
let count = 0;

async function code(): Promise<string> {
	const { token } = programme.elena;
	const body = { group: programme.groups.suma };
	return done(await server.call('POST', '/api/app/codes', { token, body })).body.code;
}

const openPhone = () => Phone.open(`route-${++count}`, { clock: () => Date.now(), newId });

async function phoneOfSuma(): Promise<Phone> {
	const phone = await openPhone();
	const joined = await enrol(phone, httpTransport(server.url), {
		code: await code(),
		label: `phone ${count}`
	});
	expect(joined).toMatchObject({ ok: true, value: { name: 'Suma Qamaña' } });
	return phone;
}

const join = (phone: Phone, scope: ScopeId, subject: string, name = 'Juana') =>
	phone.save({
		kind: 'member.join',
		scope,
		subject,
		by: subject,
		body: { name, face: 'f', day: '2026-11-24' }
	});

const finish = (phone: Phone, scope: ScopeId, subject: string) =>
	phone.save({
		kind: 'lesson.finish',
		scope,
		subject,
		by: subject,
		body: {
			day: '2026-11-24',
			lesson: 'dairy-clean-milking',
			revision: 1,
			rules: 1,
			language: 'ay',
			blocksHeard: 8,
			blocksRequired: 8,
			answers: [{ q: 'q1', right: true }]
		}
	});

const report = (token: string, id = programme.groups.suma) =>
	server.call('GET', `/api/app/report/group?group=${id}`, { token });

describe('from the phone to the facilitator', () => {
	it('a lesson finished before any enrolment is seen by her afterwards, under the right name', async () => {
		const phone = await openPhone();
		const own = await phone.homeGroup();
		const juana = newId();
		await join(phone, own, juana);
		await finish(phone, own, juana);
		const transport = httpTransport(server.url);
		expect(await syncOnce(phone, transport, options)).toEqual({ kind: 'unenrolled' });
		expect(await enrol(phone, transport, { code: await code(), label: 'Suma 1' })).toMatchObject({
			ok: true
		});
		expect(await syncOnce(phone, transport, options)).toMatchObject({ kind: 'synced', pushed: 3 });
		expect(await phone.counts()).toMatchObject({ made: 3, safe: 3, listed: 0 });
		const began = Date.now() - 60_000;
		const { body } = done(await report(programme.elena.token));
		const [member] = body.members.filter((one: { person: string }) => one.person === juana);
		expect(member).toMatchObject({
			name: 'Juana',
			lessons: [{ lesson: 'dairy-clean-milking', level: 'understood', day: '2026-11-24' }]
		});
		expect(member.received).toBeGreaterThan(began);
		expect(body.received).toBeGreaterThan(began);
		expect(body.phones).toEqual([{ phone: phone.identity.id, received: expect.any(Number) }]);
		phone.close();
	});

	it('a second phone of the group sees it too', async () => {
		const phone = await phoneOfSuma();
		await syncOnce(phone, httpTransport(server.url), options);
		expect(await phone.rows('people', group)).toMatchObject([{ name: 'Juana', scope: group }]);
		phone.close();
	});

	it('the report is for her facilitator and the coordinator, and for nobody else', async () => {
		const { elena, rosa, marta, coordinator } = programme;
		const said = async (token: string) => (await report(token)).status;
		expect(await said(elena.token)).toBe(200);
		expect(await said(coordinator.token)).toBe(200);
		expect(await said(rosa.token)).toBe(403);
		expect(await said(marta.token)).toBe(403);
		expect(await said('')).toBe(401);
		expect((await report(elena.token, 'no such id')).status).toBe(400);
	});

	it('the phone is written down with what it says of itself, and when it was here', async () => {
		const phone = await phoneOfSuma();
		await syncOnce(phone, httpTransport(server.url), options);
		const [row] = await server.sql(
			`SELECT header, last FROM phones WHERE id = '${phone.identity.id}'`
		);
		expect(JSON.parse(row?.header ?? '')).toEqual({ app: '0.1.0' });
		expect(Date.parse(row?.last ?? '')).toBeGreaterThan(Date.now() - 60_000);
		phone.close();
	});
});

describe('an account beside the phone', () => {
	const wara = (by: string, scope: string) =>
		entryOf({
			kind: 'child.register',
			scope,
			subject: newId(),
			by,
			body: {
				name: 'Wara',
				sex: 'f',
				bornFrom: '2025-10-02',
				bornTo: '2025-10-02',
				bornHow: 'card',
				caregiver: newId(),
				day: '2026-11-24'
			}
		});
	const push = async (token: string, account: string | undefined, ...entries: unknown[]) => {
		const body = { ...requestOf(entries as never[]), ...(account ? { account } : {}) };
		return done(await server.call('POST', '/api/app/sync', { token, body })).body;
	};

	it('brings its own facts; without its token they wait', async () => {
		const phone = await phoneOfSuma();
		const token = phone.identity.token ?? '';
		const { marta } = programme;
		const village = `c:${programme.communities.batallas}`;
		const entry = wara(marta.id, village);
		const without = await push(token, undefined, entry);
		expect([without.account, without.answers[0].s]).toEqual(['none', 'held']);
		const never = await push(token, 'no.token.atall', wara(marta.id, village));
		expect([never.account, never.answers[0].s]).toEqual(['expired', 'held']);
		const beside = await push(token, marta.token, entry);
		expect([beside.account, beside.answers[0].s]).toEqual(['ok', 'ok']);
		expect(beside.reads).toEqual({ phone: [group], account: [village] });
		phone.close();
	});

	it('whose token has expired has its facts wait for a new sign-in', async () => {
		const phone = await phoneOfSuma();
		const { marta } = programme;
		const [head, , signature] = marta.token.split('.');
		const claims = { id: marta.id, type: 'auth', exp: 1_700_000_000 };
		const said = Buffer.from(JSON.stringify(claims)).toString('base64url');
		const old = [head, said, signature].join('.');
		const entry = wara(marta.id, `c:${programme.communities.batallas}`);
		const answer = await push(phone.identity.token ?? '', old, entry);
		expect([answer.account, answer.answers]).toEqual([
			'expired',
			[{ id: entry.id, s: 'later', c: 'account' }]
		]);
		phone.close();
	});

	it('that was switched off has its facts held under that name', async () => {
		const phone = await phoneOfSuma();
		const { token } = phone.identity;
		const { marta, coordinator } = programme;
		const active = (value: boolean) =>
			server.call('PATCH', `/api/collections/users/records/${marta.id}`, {
				token: coordinator.token,
				body: { active: value }
			});
		done(await active(false));
		const entry = wara(marta.id, `c:${programme.communities.batallas}`);
		const answer = await push(token ?? '', marta.token, entry);
		expect([answer.account, answer.answers]).toEqual([
			'disabled',
			[{ id: entry.id, s: 'held', c: 'account' }]
		]);
		done(await active(true));
		marta.token = done(await signIn(server, 'marta')).body.token;
		phone.close();
	});

	it('a phone that was switched off is told 401, and forgets nothing', async () => {
		const phone = await phoneOfSuma();
		await join(phone, group, newId(), 'Paulina');
		done(
			await server.call('PATCH', `/api/collections/phones/records/${phone.identity.id}`, {
				token: programme.coordinator.token,
				body: { active: false }
			})
		);
		expect(await syncOnce(phone, httpTransport(server.url), options)).toEqual({
			kind: 'unauthorized',
			certain: false
		});
		expect(await phone.counts()).toMatchObject({ made: 1, safe: 0 });
		phone.close();
	});

	it('a token is renewed when it has aged, and not before', async () => {
		const phone = await phoneOfSuma();
		const fresh = phone.identity.token;
		const answer = await push(fresh ?? '', undefined);
		expect(answer.tokens).toBeUndefined();
		const aged = done(
			await server.call('POST', `/api/collections/phones/impersonate/${phone.identity.id}`, {
				token: await server.superuser(),
				body: { duration: 3600 }
			})
		).body.token;
		const renewed = (await push(aged, undefined)).tokens.phone;
		expect(renewed).not.toBe(aged);
		expect((await push(renewed, undefined)).answers).toEqual([]);
		phone.close();
	});
});

describe('the vault of an account on a phone', () => {
	it('is made with secrets that only she gets, on that phone, and the same again', async () => {
		const transport = httpTransport(server.url);
		const [one, two] = [await phoneOfSuma(), await phoneOfSuma()];
		const { marta, elena } = programme;
		const village = `c:${programme.communities.batallas}`;
		const first = await askSecrets(one, transport, marta.token);
		if (!first.ok) throw new Error(first.error);
		expect(Object.keys(first.value.communities)).toEqual([village]);
		expect(first.value.grants).toEqual([{ role: 'promoter', scope: village }]);
		expect(await askSecrets(one, transport, marta.token)).toEqual(first);
		const elsewhere = await askSecrets(two, transport, marta.token);
		const hers = await askSecrets(one, transport, elena.token);
		if (!elsewhere.ok || !hers.ok) throw new Error('fixture');
		const all = [first.value, elsewhere.value, hers.value].map(({ recovery }) => recovery);
		expect(new Set(all).size).toBe(3);
		expect(elsewhere.value.communities[village]).not.toBe(first.value.communities[village]);
		expect(hers.value.communities).toEqual({});
		expect(await askSecrets(one, transport, 'no token')).toMatchObject({ ok: false });
		const path = '/api/app/secrets';
		const body = { account: marta.token };
		expect((await server.call('POST', path, { token: marta.token, body })).status).toBe(403);
		expect((await server.call('POST', path, { body })).status).toBe(401);
		one.close();
		two.close();
	});

	it('of a promoter brings the children of her community, sealed, and her browser is her phone', async () => {
		const transport = httpTransport(server.url);
		const phone = await Phone.open(`route-${++count}`, {
			clock: () => Date.now(),
			newId,
			hardness: { memoryKiB: 128, passes: 1 }
		});
		const { id: account, token } = programme.marta;
		const label = 'Marta';
		expect(await enrolSignedIn(phone, transport, { account: token, label })).toEqual({
			ok: true,
			value: null
		});
		const secrets = await askSecrets(phone, transport, token);
		if (!secrets.ok) throw new Error(secrets.error);
		const signIn = { account: account as Id, name: 'Marta', token, code: '482913' };
		await phone.vaults.admit({ ...signIn, secrets: { ...secrets.value, communities: {} } });
		const signed = { ...options, account: { id: account as Id, token } };
		await syncOnce(phone, transport, signed);
		expect(await lacksKeys(phone)).toBe(true);
		expect(await renewRights(phone, transport)).toBe(true);
		expect(await lacksKeys(phone)).toBe(false);
		expect(await renewRights(phone, transport)).toBe(false);
		expect(phone.vaults.current?.grants).toEqual([
			{ role: 'promoter', scope: `c:${programme.communities.batallas}` }
		]);
		expect(await syncOnce(phone, transport, signed)).toMatchObject({ kind: 'synced' });
		const village = `c:${programme.communities.batallas}` as ScopeId;
		expect(await phone.rows('children', village)).toMatchObject([{ name: 'Wara' }]);
		expect((await phone.office()).communities).toMatchObject([{ name: 'Batallas' }]);
		phone.close();
	});
});

describe('a file that somebody else carries', () => {
	const bring = (token: string, phone: string, box: string) =>
		server.call('POST', '/api/app/handover', { token, body: { phone, box } });
	const told = ({ body }: { body: { answers: { s: string }[] } }) => body.answers.map(({ s }) => s);

	it('brings everything unsent to the server, once, and the phone hears of it', async () => {
		const phone = await phoneOfSuma();
		const juana = newId();
		await join(phone, group, juana);
		await finish(phone, group, juana);
		const file = await handoverFile(phone, { clock: Date.now });
		expect(file).toMatchObject({ facts: 2, left: 0 });
		expect(file?.text).not.toContain('Juana');
		const { phone: id, boxes } = JSON.parse(file?.text ?? '');
		const { coordinator, elena } = programme;
		expect((await bring(elena.token, id, boxes[0])).status).toBe(403);
		expect(told(await bring(coordinator.token, id, boxes[0]))).toEqual(['ok', 'ok']);
		expect(told(await bring(coordinator.token, id, boxes[0]))).toEqual(['dup', 'dup']);
		const rows = await server.sql(`SELECT count(*) AS n FROM journal WHERE subject = '${juana}'`);
		expect(rows).toEqual([{ n: '2' }]);
		expect(await phone.counts()).toMatchObject({ made: 2, safe: 0 });
		await syncOnce(phone, httpTransport(server.url), options);
		expect(await phone.counts()).toMatchObject({ made: 2, safe: 2 });
		phone.close();
	});

	it('is no other phone’s, and not to be changed', async () => {
		const [one, two] = [await phoneOfSuma(), await phoneOfSuma()];
		await join(one, group, newId());
		const file = await handoverFile(one, { clock: Date.now });
		const { phone, boxes } = JSON.parse(file?.text ?? '');
		const { token } = programme.coordinator;
		const refused = { status: 400, body: { code: 'box' } };
		expect(await bring(token, two.identity.id, boxes[0])).toMatchObject(refused);
		expect(await bring(token, phone, `A${boxes[0].slice(1)}`)).toMatchObject(refused);
		expect(await bring(token, phone, 'no box')).toMatchObject(refused);
		expect((await bring(token, newId(), boxes[0])).status).toBe(404);
		one.close();
		two.close();
	});

	it('takes the facts of an account only with her token in it', async () => {
		const phone = await phoneOfSuma();
		const { marta, coordinator } = programme;
		const village = `c:${programme.communities.batallas}` as ScopeId;
		const secrets = await askSecrets(phone, httpTransport(server.url), marta.token);
		if (!secrets.ok) throw new Error(secrets.error);
		const account = marta.id as Id;
		await phone.knowAccount(account);
		const signIn = { account, name: 'Marta', token: marta.token, code: '482913' };
		await phone.vaults.admit({ ...signIn, secrets: secrets.value });
		const body = { name: 'Basilia', relation: 'mother', day: '2026-11-24' };
		const saved = await phone.save({
			kind: 'caregiver.add',
			scope: village,
			subject: newId(),
			by: account,
			body
		});
		expect(saved).toMatchObject({ ok: true });
		const without = await handoverFile(phone, { clock: Date.now });
		expect(without).toMatchObject({ facts: 0, left: 1 });
		const file = await handoverFile(phone, {
			clock: Date.now,
			account: { id: account, token: marta.token }
		});
		const { phone: id, boxes } = JSON.parse(file?.text ?? '');
		expect(told(await bring(coordinator.token, id, boxes[0]))).toEqual(['ok']);
		phone.close();
	});
});

describe('what is no sync', () => {
	const post = async (body: unknown, token?: string) => {
		const phone = token ?? (await someToken());
		return server.call('POST', '/api/app/sync', { token: phone, body });
	};
	let known = '';
	async function someToken(): Promise<string> {
		known ||= (await phoneOfSuma()).identity.token ?? '';
		return known;
	}

	it.each([
		['no JSON', '{"v":1,', 'json'],
		['nothing', '', 'json'],
		['a list', '[]', 'request'],
		['null', 'null', 'request'],
		['another version', { v: 2, push: [], cursors: {}, proof: '' }, 'request'],
		['no push', { v: 1, cursors: {}, proof: '' }, 'request'],
		['wrong types', { v: 1, push: [{ entries: 1 }], cursors: {}, proof: '' }, 'request'],
		[
			'a cursor that is none',
			{ v: 1, push: [], cursors: { [`g:${'a'.repeat(15)}`]: 3 }, proof: '' },
			'request'
		],
		['a scope that is none', { v: 1, push: [], cursors: { 'x:1': [1, ''] }, proof: '' }, 'request']
	])('%s is a 400 with its code', async (_name, body, wanted) => {
		const answer = await post(body);
		expect([answer.status, answer.body.code]).toEqual([400, wanted]);
	});

	it('201 entries are too many, ten megabytes too large', async () => {
		const many = Array.from({ length: 201 }, () => entryOf({ scope: group, by: newId() }));
		const body = { v: 1, push: batches(many), cursors: {}, proof: '' };
		expect((await post(body)).status).toBe(400);
		expect((await post(JSON.stringify({ v: 1, x: 'x'.repeat(10_000_000) }))).status).toBe(413);
	});

	it('a stranger is told 401, with any body', async () => {
		expect((await post({ v: 1 }, 'not.a.token')).status).toBe(401);
		expect((await server.call('POST', '/api/app/sync', { body: '{' })).status).toBe(401);
	});
});

describe('a crowd', () => {
	it(
		'is let in twelve at a time, the rest are asked to come again',
		{ timeout: 60_000 },
		async () => {
			const phone = await phoneOfSuma();
			const { token } = phone.identity;
			const body = requestOf([]);
			const crowd = Array.from({ length: 60 }, () =>
				server.call('POST', '/api/app/sync', { token, body })
			);
			const statuses = new Map<number, number>();
			for (const { status, headers } of await Promise.all(crowd)) {
				statuses.set(status, (statuses.get(status) ?? 0) + 1);
				if (status === 503) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
			}
			expect([...statuses.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
			expect(statuses.get(200)).toBeGreaterThan(0);
			phone.close();
		}
	);
});
