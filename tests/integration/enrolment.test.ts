import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, seedProgramme, signIn, type Programme } from '../support/programme.ts';
import { startServer, type Server } from '../support/server.ts';

let server: Server;
let p: Programme;

beforeAll(async () => {
	server = await startServer({ env: { YATIQANA_PROXY_HEADER: 'X-Forwarded-For' } });
	p = await seedProgramme(server);
});
afterAll(() => server.close());

let addresses = 0;
/** An address that nobody has asked from yet. */
const elsewhere = () => ({ 'X-Forwarded-For': `10.1.${addresses >> 8}.${addresses++ & 255}` });

const makeCode = (token: string | undefined, group: string) =>
	server.call('POST', '/api/app/codes', { token, body: { group } });
const code = async (group = p.groups.suma) =>
	done(await makeCode(p.coordinator.token, group)).body.code as string;
const enrol = (body: unknown, options: { token?: string; headers?: Record<string, string> } = {}) =>
	server.call('POST', '/api/app/enrol', { headers: elsewhere(), ...options, body });
const grantsOf = async (phone: string) =>
	(
		await server.sql(`SELECT role, scope FROM grants WHERE account = '${phone}' ORDER BY created`)
	).map((row) => `${row.role} ${row.scope}`);

describe('making a code', () => {
	it('is for the facilitator of the group and for the coordinator', async () => {
		for (const { token } of [p.elena, p.coordinator]) {
			const { status, body } = await makeCode(token, p.groups.suma);
			expect(status).toBe(200);
			expect(body.code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
			expect(body.group).toEqual({
				id: p.groups.suma,
				name: 'Suma Qamaña',
				community: { id: p.communities.batallas, name: 'Batallas' }
			});
			const hours = (Date.parse(body.expires) - Date.now()) / 3600e3;
			expect(hours).toBeGreaterThan(71.9);
			expect(hours).toBeLessThanOrEqual(72);
		}
	});

	it('is for nobody else', async () => {
		expect((await makeCode(undefined, p.groups.suma)).status).toBe(401);
		expect((await makeCode(p.rosa.token, p.groups.suma)).status).toBe(403);
		expect((await makeCode(p.marta.token, p.groups.suma)).status).toBe(403);
		const phone = (await enrol({ code: await code() })).body;
		expect((await makeCode(phone.token, p.groups.suma)).status).toBe(403);
	});

	it('says when the group does not exist', async () => {
		const answer = await makeCode(p.coordinator.token, 'aaaaaaaaaaaaaaa');
		expect(answer).toMatchObject({ status: 404, body: { code: 'group' } });
	});

	it('keeps the code as a hash only, and shows it to nobody again', async () => {
		const made = await code();
		const dump = JSON.stringify(await server.sql('SELECT * FROM enrolment_codes'));
		expect(dump).not.toContain(made);
		const path = '/api/collections/enrolment_codes/records';
		const listed = await server.call('GET', path, { token: p.elena.token });
		expect(listed.body.totalItems).toBeGreaterThan(0);
		expect(Object.keys(listed.body.items[0])).not.toContain('hash');
		const foreign = await server.call('GET', path, { token: p.rosa.token });
		expect(foreign.body.items).toEqual([]);
	});
});

describe('a phone with a code', () => {
	it('gets an id, a token, its group and a secret', async () => {
		const { status, body } = await enrol({ code: await code(), label: 'Teléfono de Suma' });
		expect(status).toBe(200);
		expect(body.phone.id).toMatch(/^[a-z0-9]{15}$/);
		expect(body.secret).toMatch(/^[0-9a-f]{64}$/);
		expect(body.group).toMatchObject({ id: p.groups.suma, name: 'Suma Qamaña' });
		expect(await grantsOf(body.phone.id)).toEqual([`phone g:${p.groups.suma}`]);
		const claims = JSON.parse(Buffer.from(body.token.split('.')[1], 'base64url').toString());
		expect((claims.exp - Date.now() / 1000) / 86400).toBeCloseTo(400, 1);
		const me = await server.call('GET', `/api/collections/phones/records/${body.phone.id}`, {
			token: body.token
		});
		expect(me.body).toMatchObject({ label: 'Teléfono de Suma', active: true });
	});

	it('keeps the id that its entries carry, and its own group beside the new one', async () => {
		const phone = 'p00000000000001';
		const own = 'own000000000001';
		const { status } = await enrol({ code: await code(), phone, own: `g:${own}` });
		expect(status).toBe(200);
		expect(await grantsOf(phone)).toEqual([`phone g:${p.groups.suma}`, `phone g:${own}`]);
	});

	it('is let in once by a code, of two at the same moment just one', async () => {
		const one = await code();
		const both = await Promise.all([enrol({ code: one }), enrol({ code: one })]);
		expect(both.map((answer) => answer.status).sort()).toEqual([200, 410]);
		expect((await enrol({ code: one })).body.code).toBe('used');
	});

	it('may have typed the code with small letters and gaps', async () => {
		const typed = (await code()).toLowerCase().replace(/(.{4})/, '$1 - ');
		expect((await enrol({ code: typed })).status).toBe(200);
	});

	it('is told when the code is too old', async () => {
		const old = await code();
		await server.sql(
			"UPDATE enrolment_codes SET expires = '2020-01-01 00:00:00.000Z' WHERE used = ''"
		);
		expect(await enrol({ code: old })).toMatchObject({ status: 410, body: { code: 'expired' } });
	});

	it.each([
		['nothing', undefined],
		['no object', '[]'],
		['no JSON', '{"code":'],
		['an id with capitals', { code: 'ABCDEFGH', phone: 'P00000000000001' }],
		['an id of another length', { code: 'ABCDEFGH', own: 'short' }],
		['an object for an id', { code: 'ABCDEFGH', own: { a: 1 } }]
	])('is refused with a code of its own for %s', async (_, body) => {
		expect(await enrol(body)).toMatchObject({ status: 400, body: { code: 'shape' } });
	});

	it('is sent away with a body that is too large', async () => {
		expect((await enrol({ code: 'A'.repeat(5000) })).status).toBe(413);
	});

	it('cannot make another’s group its own', async () => {
		for (const own of [p.groups.jakana, 'own000000000001']) {
			const spent = await code();
			const answer = await enrol({ code: spent, phone: 'p00000000000002', own });
			expect(answer).toMatchObject({ status: 409, body: { code: 'own-taken' } });
			expect(await grantsOf('p00000000000002')).toEqual([]);
			expect((await enrol({ code: spent })).status).toBe(200); // nothing was spent by the refusal
		}
	});

	it('cannot take the id of another phone without its secret or its token', async () => {
		const phone = 'p00000000000003';
		const first = done(await enrol({ code: await code(), phone })).body;
		const again = { code: await code(p.groups.jakana), phone };
		expect(await enrol(again)).toMatchObject({ status: 409, body: { code: 'phone-taken' } });
		expect((await enrol({ ...again, secret: 'f'.repeat(64) })).status).toBe(409);
		expect((await enrol({ ...again, secret: first.secret })).status).toBe(200);
		const third = { code: await code(p.groups.suma), phone };
		expect((await enrol(third, { token: first.token })).status).toBe(200);
		expect(await grantsOf(phone)).toEqual([
			`phone g:${p.groups.suma}`,
			`phone g:${p.groups.jakana}`
		]);
	});

	it('is written into the audit', async () => {
		const phone = 'p00000000000004';
		await enrol({ code: await code(), phone, label: 'Cuatro' });
		const [line] = await server.sql(
			`SELECT who, action, after FROM audit WHERE collection = 'phones' AND record = '${phone}'`
		);
		expect(line).toMatchObject({ who: phone, action: 'enrol' });
		expect(JSON.parse(line?.after ?? '')).toMatchObject({ label: 'Cuatro', group: p.groups.suma });
	});
});

describe('guessing codes', () => {
	it('is over after ten wrong ones from an address, for that address alone', async () => {
		const headers = elsewhere();
		const statuses = [];
		for (let i = 0; i < 12; i++)
			statuses.push((await enrol({ code: 'ABCDEFGH' }, { headers })).status);
		expect(statuses).toEqual([...Array(10).fill(404), 429, 429]);
		expect((await enrol({ code: await code() }, { headers })).body.code).toBe('too-many');
		expect((await enrol({ code: await code() })).status).toBe(200);
	});

	it('does not count the right ones: a class of thirty joins from one address', async () => {
		const headers = elsewhere();
		for (let i = 0; i < 30; i++)
			expect((await enrol({ code: await code() }, { headers })).status).toBe(200);
	});
});

describe('the browser of an account', () => {
	it('is enrolled as a phone by her sign-in, without any group', async () => {
		const body = { label: 'Laptop de Elena', phone: 'p00000000000005' };
		const answer = await enrol(body, { token: p.elena.token });
		expect(answer).toMatchObject({ status: 200, body: { phone: { id: body.phone }, group: null } });
		expect(await grantsOf(body.phone)).toEqual([]);
	});

	it('needs a sign-in: without code and token there is nothing', async () => {
		expect(await enrol({ label: 'x' })).toMatchObject({ status: 404, body: { code: 'unknown' } });
	});

	it('does not bring a revoked phone back', async () => {
		const phone = 'p00000000000006';
		const { secret } = done(await enrol({ phone }, { token: p.elena.token })).body;
		await server.sql(`UPDATE phones SET active = FALSE WHERE id = '${phone}'`);
		const again = await enrol({ phone, secret }, { token: p.elena.token });
		expect(again).toMatchObject({ status: 403, body: { code: 'revoked' } });
	});
});

describe('revoking a phone', () => {
	const off = (id: string, token: string) =>
		server.call('PATCH', `/api/collections/phones/records/${id}`, {
			token,
			body: { active: false }
		});

	it('is for the coordinator and ends its token at once', async () => {
		const { phone, token } = done(await enrol({ code: await code() })).body;
		expect((await off(phone.id, p.elena.token)).status).toBe(404);
		expect((await off(phone.id, token)).status).toBe(404);
		expect((await off(phone.id, p.coordinator.token)).status).toBe(200);
		const refresh = '/api/collections/phones/auth-refresh';
		expect((await server.call('POST', refresh, { token })).status).toBe(401);
	});

	it('lets it in again by a new code, with the id that it had', async () => {
		const phone = 'p00000000000007';
		const { secret } = done(await enrol({ code: await code(), phone })).body;
		await off(phone, p.coordinator.token);
		const back = await enrol({ code: await code(), phone, secret });
		expect(back.status).toBe(200);
		expect((await server.sql(`SELECT active FROM phones WHERE id = '${phone}'`))[0]?.active).toBe(
			'1'
		);
	});

	it('leaves phones without a password to sign in with', async () => {
		const path = '/api/collections/phones/auth-with-password';
		const answer = await server.call('POST', path, { body: { identity: 'a', password: 'b' } });
		expect(answer.status).toBe(403);
	});
});

describe('who sees phones', () => {
	it('the facilitator those of her group, the coordinator all, nobody another’s', async () => {
		const path = '/api/collections/phones/records?perPage=500';
		const hers = done(await enrol({ code: await code(p.groups.amuyt) })).body;
		const seen = async (token: string) =>
			(await server.call('GET', path, { token })).body.items.map((x: { id: string }) => x.id);
		expect(await seen(hers.token)).toEqual([hers.phone.id]);
		expect(await seen(p.elena.token)).not.toContain(hers.phone.id);
		expect(await seen(p.elena.token)).toContain('p00000000000001');
		expect(await seen(p.rosa.token)).not.toContain('p00000000000001');
		expect(await seen(p.coordinator.token)).toContain(hers.phone.id);
		expect(await seen(p.marta.token)).toEqual([]);
	});
});

describe('the first start', () => {
	it('makes the coordinator from the value that is handed over, and only the first', async () => {
		const env = { YATIQANA_FIRST_COORDINATOR: 'first-value' };
		const fresh = await startServer({ env });
		expect(fresh.log()).toContain('coordinator made coordinacion');
		expect((await signIn(fresh, 'coordinacion', 'first-value')).status).toBe(200);
		const token = (await signIn(fresh, 'coordinacion', 'first-value')).body.token;
		const groups = await fresh.call('POST', '/api/collections/communities/records', {
			token,
			body: { name: 'Batallas' }
		});
		expect(groups.status).toBe(200);
		await fresh.kill('SIGTERM');
		await fresh.restart();
		expect(fresh.log()).not.toContain('coordinator made');
		expect(await fresh.sql('SELECT count(*) AS n FROM users')).toEqual([{ n: '1' }]);
		await fresh.close();
	});

	it('makes no superuser that anybody could sign in as', async () => {
		const rows = await server.sql('SELECT email FROM _superusers ORDER BY email');
		expect(rows.map((row) => row.email)).toEqual(['nobody@yatiqana.invalid', 'test@example.org']);
	});
});
