import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, PASSWORD, seedProgramme, signIn, type Programme } from '../support/programme.ts';
import { startServer, type Server } from '../support/server.ts';

let server: Server;
let p: Programme;

beforeAll(async () => {
	server = await startServer();
	p = await seedProgramme(server);
});
afterAll(() => server.close());

const list = async (collection: string, token?: string) => {
	const answer = await server.call('GET', `/api/collections/${collection}/records`, { token });
	return answer.status === 200
		? (answer.body.items as Record<string, string>[])
		: `${answer.status}`;
};
const names = async (collection: string, token?: string) => {
	const items = await list(collection, token);
	return typeof items === 'string' ? items : items.map((item) => item.name ?? '').sort();
};
const create = (collection: string, token: string | undefined, body: object) =>
	server.call('POST', `/api/collections/${collection}/records`, { token, body });
const update = (path: string, token: string | undefined, body: object) => {
	const [collection, id] = path.split('/');
	return server.call('PATCH', `/api/collections/${collection}/records/${id}`, { token, body });
};
const remove = (path: string, token: string | undefined) => {
	const [collection, id] = path.split('/');
	return server.call('DELETE', `/api/collections/${collection}/records/${id}`, { token });
};

describe('who reads the office', () => {
	it('shows nobody anything without signing in', async () => {
		for (const collection of ['communities', 'groups', 'users', 'grants', 'phones', 'targets'])
			expect(await list(collection), collection).toEqual([]);
		for (const collection of ['login_attempts']) expect(await list(collection)).toBe('403');
	});

	it('shows a facilitator her groups and their communities', async () => {
		expect(await names('groups', p.elena.token)).toEqual(['Suma Qamaña']);
		expect(await names('communities', p.elena.token)).toEqual(['Batallas']);
	});

	it('shows a promoter the groups of her community', async () => {
		expect(await names('groups', p.marta.token)).toEqual(['Amuytʼaña', 'Suma Qamaña']);
		expect(await names('communities', p.marta.token)).toEqual(['Batallas']);
	});

	it('shows the coordinator everything', async () => {
		expect(await names('groups', p.coordinator.token)).toHaveLength(3);
		expect(await names('communities', p.coordinator.token)).toEqual(['Batallas', 'Pucarani']);
		expect(await names('users', p.coordinator.token)).toHaveLength(4);
		expect(await list('grants', p.coordinator.token)).toHaveLength(4);
	});

	it('shows an account its own record and grants and nobody else’s', async () => {
		expect(await names('users', p.elena.token)).toEqual(['elena']);
		expect(await list('grants', p.elena.token)).toMatchObject([{ account: p.elena.id }]);
		expect(await list('audit', p.elena.token)).toEqual([]);
	});

	it('shows a phone itself and nothing else', async () => {
		const path = '/api/app/enrol';
		const made = await server.call('POST', path, { token: p.elena.token, body: { label: 'Uno' } });
		const token = made.body.token;
		expect(await list('phones', token)).toMatchObject([{ label: 'Uno' }]);
		for (const collection of ['communities', 'groups', 'users', 'targets', 'audit'])
			expect(await list(collection, token), collection).toEqual([]);
	});

	it('shows nothing for a grant that is not in force yet, or no longer', async () => {
		const scope = `g:${p.groups.suma}`;
		const role = 'facilitator';
		const over = { role, scope, from: '2020-01-01 00:00:00.000Z', to: '2020-02-01 00:00:00.000Z' };
		const later = { role, scope, from: '2999-01-01 00:00:00.000Z' };
		expect(await names('groups', (await account(server, 'over', over)).token)).toEqual([]);
		expect(await names('groups', (await account(server, 'later', later)).token)).toEqual([]);
	});
});

describe('derived rows', () => {
	it('are nobody’s to write, and the answer says where to correct instead', async () => {
		const token = await server.superuser();
		const collection = { type: 'base', name: 'people', fields: [{ type: 'text', name: 'name' }] };
		const made = await server.call('POST', '/api/collections', { token, body: collection });
		expect([200, 400]).toContain(made.status); // 400: a migration has made it
		const answer = await create('people', token, { name: 'Juana' });
		expect(answer.status).toBe(403);
		expect(answer.body.data.reason.code).toBe('derived');
		expect(answer.body.message).toContain('correct the fact itself');
		await server.sql(`INSERT INTO people(id, name) VALUES ('aaaaaaaaaaaaaaa', 'Juana')`);
		expect((await update('people/aaaaaaaaaaaaaaa', token, { name: 'x' })).status).toBe(403);
		expect((await remove('people/aaaaaaaaaaaaaaa', token)).status).toBe(403);
		const all = '/api/collections/people/truncate';
		expect((await server.call('DELETE', all, { token })).status).toBeGreaterThanOrEqual(400);
		expect(await server.sql('SELECT name FROM people')).toEqual([{ name: 'Juana' }]);
	});
});

describe('who writes the office', () => {
	it('lets a coordinator make a community, a group, an account and its grant', async () => {
		const token = p.coordinator.token;
		const community = await create('communities', token, { name: 'Peñas' });
		expect(community.status).toBe(200);
		const group = await create('groups', token, { name: 'Thaki', community: community.body.id });
		expect(group.status).toBe(200);
		const lidia = await create('users', token, {
			username: 'lidia',
			name: 'Lidia',
			active: true,
			password: PASSWORD,
			passwordConfirm: PASSWORD
		});
		expect(lidia.status).toBe(200);
		const scope = `g:${group.body.id}`;
		const grant = { account: lidia.body.id, role: 'facilitator', scope };
		expect((await create('grants', token, grant)).status).toBe(200);
		const signedIn = await signIn(server, 'lidia');
		expect(await names('groups', signedIn.body.token)).toEqual(['Thaki']);
	});

	it.each(['elena', 'marta'] as const)('lets %s write none of it', async (who) => {
		const token = p[who].token;
		const grant = { account: p[who].id, role: 'coordinator', scope: '*' };
		expect((await create('communities', token, { name: 'Mine' })).status).toBe(400);
		expect((await create('grants', token, grant)).status).toBe(400);
		expect((await update(`groups/${p.groups.suma}`, token, { name: 'Mine' })).status).toBe(404);
		expect((await remove(`groups/${p.groups.amuyt}`, token)).status).toBe(404);
		expect((await update(`users/${p.rosa.id}`, token, { name: 'x' })).status).toBe(404);
	});

	it('has no open sign-up', async () => {
		const body = { username: 'anybody', password: PASSWORD, passwordConfirm: PASSWORD };
		expect((await create('users', undefined, body)).status).toBe(400);
	});

	it.each([
		['a facilitator of a community', 'facilitator', () => `c:${p.communities.batallas}`],
		['a promoter of a group', 'promoter', () => `g:${p.groups.suma}`],
		['a facilitator of everything', 'facilitator', () => '*'],
		['a group that does not exist', 'facilitator', () => 'g:aaaaaaaaaaaaaaa']
	])('refuses a grant for %s', async (_, role, scope) => {
		const body = { account: p.elena.id, role, scope: scope() };
		const answer = await create('grants', p.coordinator.token, body);
		expect(answer.status).toBe(400);
		expect(answer.body.data.reason.code).toBe('scope');
	});

	it('refuses to leave the office without a coordinator', async () => {
		const grants = await list('grants', p.coordinator.token);
		const mine = (grants as Record<string, string>[]).find((g) => g.role === 'coordinator');
		const token = p.coordinator.token;
		const end = { to: '2020-01-01 00:00:00.000Z' };
		expect((await remove(`grants/${mine?.id}`, token)).status).toBe(400);
		expect((await update(`grants/${mine?.id}`, token, end)).status).toBe(400);
		expect((await update(`users/${p.coordinator.id}`, token, { active: false })).status).toBe(400);
		expect(await names('communities', token)).toContain('Batallas');
	});

	it('refuses to delete a group in which somebody works', async () => {
		const answer = await remove(`groups/${p.groups.suma}`, p.coordinator.token);
		expect(answer.status).toBe(400);
		expect((await remove(`groups/${p.groups.amuyt}`, p.coordinator.token)).status).toBe(204);
	});

	it('deletes no account', async () => {
		expect((await remove(`users/${p.marta.id}`, p.coordinator.token)).status).toBe(403);
	});
});

describe('an account', () => {
	it('changes her own password with the old one, and nothing else of herself', async () => {
		const paula = await account(server, 'paula');
		const fresh = { password: 'qhantati-99', passwordConfirm: 'qhantati-99' };
		const path = `users/${paula.id}`;
		expect((await update(path, paula.token, { name: 'Paola' })).status).toBe(404);
		expect((await update(path, paula.token, { ...fresh, username: 'p' })).status).toBe(404);
		expect((await update(path, paula.token, fresh)).status).toBe(400);
		const changed = await update(path, paula.token, { ...fresh, oldPassword: PASSWORD });
		expect(changed.status).toBe(200);
		expect((await signIn(server, 'paula', 'qhantati-99')).status).toBe(200);
	});

	it('signs in with her username in any case, and without an e-mail address', async () => {
		expect((await signIn(server, 'ELENA')).status).toBe(200);
	});

	it('that is switched off signs in no more, and its token is dead at once', async () => {
		const juana = await account(server, 'juana');
		await update(`users/${juana.id}`, p.coordinator.token, { active: false });
		expect((await signIn(server, 'juana')).status).toBe(403);
		const refresh = '/api/collections/users/auth-refresh';
		expect((await server.call('POST', refresh, { token: juana.token })).status).toBe(401);
		expect(await list('users', juana.token)).toEqual([]);
	});

	it('has a token for 90 days, a coordinator for twelve hours, also when refreshed', async () => {
		const days = (token: string) => {
			const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
			return (claims.exp - Date.now() / 1000) / 86400;
		};
		expect(days(p.elena.token)).toBeCloseTo(90, 1);
		expect(days(p.coordinator.token)).toBeCloseTo(0.5, 1);
		const refreshed = await server.call('POST', '/api/collections/users/auth-refresh', {
			token: p.coordinator.token
		});
		expect(refreshed.status).toBe(200);
		expect(days(refreshed.body.token)).toBeCloseTo(0.5, 1);
	});
});

describe('the lock-out', () => {
	it('lets five wrong passwords through in a quarter of an hour, of parallel ones too', async () => {
		await account(server, 'victima');
		const tries = Array.from({ length: 12 }, () => signIn(server, 'victima', 'wrong-wrong'));
		const codes = (await Promise.all(tries)).map((answer) => answer.status).sort();
		expect(codes).toEqual([...Array(5).fill(400), ...Array(7).fill(429)]);
		expect((await signIn(server, 'Victima ')).status).toBe(429);
		expect((await signIn(server, 'elena')).status).toBe(200);
	});

	it('ends when the coordinator sets a new password', async () => {
		const [row] = await server.sql("SELECT id FROM users WHERE username = 'victima'");
		const fresh = { password: 'nayraqata-1', passwordConfirm: 'nayraqata-1' };
		const changed = await update(`users/${row?.id}`, p.coordinator.token, fresh);
		expect(changed.status).toBe(200);
		expect((await signIn(server, 'victima', 'nayraqata-1')).status).toBe(200);
	});

	it('answers a name that nobody has like one that somebody has', async () => {
		const tries = [];
		for (let i = 0; i < 6; i++) tries.push((await signIn(server, 'nobody', 'wrong-wrong')).status);
		expect(tries).toEqual([400, 400, 400, 400, 400, 429]);
	});

	it('forgets the wrong ones after a right one', async () => {
		for (let i = 0; i < 4; i++) await signIn(server, 'marta', 'wrong-wrong');
		expect((await signIn(server, 'marta')).status).toBe(200);
		for (let i = 0; i < 4; i++) await signIn(server, 'marta', 'wrong-wrong');
		expect((await signIn(server, 'marta')).status).toBe(200);
	});
});

describe('the audit', () => {
	const lines = (collection: string, record: string) =>
		server.sql(
			`SELECT * FROM audit WHERE collection = '${collection}' AND record = '${record}' ORDER BY created, rowid`
		);

	it('writes who changed what from what to what', async () => {
		const made = await create('communities', p.coordinator.token, { name: 'Chachapoyas' });
		await update(`communities/${made.body.id}`, p.coordinator.token, { name: 'Chachacomani' });
		await remove(`communities/${made.body.id}`, p.coordinator.token);
		const said = await lines('communities', made.body.id);
		expect(said).toMatchObject([
			{ who: p.coordinator.id, role: 'users', action: 'create' },
			{ who: p.coordinator.id, role: 'users', action: 'update' },
			{ who: p.coordinator.id, role: 'users', action: 'delete' }
		]);
		expect(JSON.parse(said[1]?.before ?? '')).toEqual({ name: 'Chachapoyas' });
		expect(JSON.parse(said[1]?.after ?? '')).toEqual({ name: 'Chachacomani' });
		expect(JSON.parse(said[2]?.before ?? '')).toMatchObject({ name: 'Chachacomani' });
	});

	it('says that a password was changed, and never which', async () => {
		const ines = await account(server, 'ines');
		const fresh = { password: 'uñjañani-55', passwordConfirm: 'uñjañani-55' };
		await update(`users/${ines.id}`, p.coordinator.token, fresh);
		const said = await lines('users', ines.id);
		expect(JSON.parse(said.at(-1)?.after ?? '')).toEqual({ password: 'changed' });
		expect(JSON.stringify(said)).not.toContain('uñjañani');
		expect(JSON.stringify(said)).not.toMatch(/tokenKey|\$2a\$/);
	});

	it('writes nothing for what was refused', async () => {
		const before = await server.sql('SELECT count(*) AS n FROM audit');
		await create('communities', p.coordinator.token, { name: '' });
		await create('communities', p.elena.token, { name: 'Mine' });
		await create('grants', p.coordinator.token, {
			account: p.elena.id,
			role: 'promoter',
			scope: '*'
		});
		expect(await server.sql('SELECT count(*) AS n FROM audit')).toEqual(before);
	});

	it('cannot be changed, not even by a superuser', async () => {
		const token = await server.superuser();
		const [line] = await server.sql('SELECT id FROM audit LIMIT 1');
		expect((await update(`audit/${line?.id}`, token, { who: 'x' })).status).toBe(400);
		expect((await remove(`audit/${line?.id}`, token)).status).toBe(400);
		await expect(server.sql('DELETE FROM audit')).rejects.toThrow();
		await server.call('DELETE', '/api/collections/audit/truncate', { token });
		expect(await server.sql('SELECT 1 FROM audit LIMIT 1')).toHaveLength(1);
	});
});

describe('the settings', () => {
	it('are those of a programme from the first start', async () => {
		const token = await server.superuser();
		const { body } = await server.call('GET', '/api/settings', { token });
		expect(body.batch.enabled).toBe(false);
		expect(body.logs).toMatchObject({ maxDays: 7, logIP: false });
		expect(body.backups).toMatchObject({ cron: '0 7 * * *', cronMaxKeep: 14 });
		expect(body.meta).toMatchObject({ appName: 'Yatiqaña', hideControls: true });
		expect(body.rateLimits.enabled).toBe(true);
	});

	it('refuse a batch', async () => {
		const answer = await server.call('POST', '/api/batch', {
			token: p.coordinator.token,
			body: { requests: [] }
		});
		expect(answer.status).toBe(403);
	});
});
