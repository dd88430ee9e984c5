import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exec } from '../../scripts/server/exec.mjs';
import { root } from '../../scripts/server/place.mjs';
import { findPocketBase } from '../../scripts/server/pocketbase.mjs';
import { flags } from '../../scripts/server/process.mjs';
import { entryOf, newId, requestOf, type Someone } from '../support/journal/conformance.ts';
import { startJournalServer, type JournalServer } from '../support/journal/real.ts';
import { seedProgramme, type Programme } from '../support/programme.ts';
import type { Entry } from '#lib/domain/journal/entry.ts';

let journal: JournalServer;
let programme: Programme;
beforeAll(async () => {
	journal = await startJournalServer();
	programme = await seedProgramme(journal.server);
});
afterAll(() => journal.close());

const scope = `g:${'heldgroup000001'}` as Entry['scope'];
const other = `g:${'heldgroup000002'}` as Entry['scope'];
const phone: Someone = {
	type: 'phone',
	id: newId(),
	grants: [{ role: 'phone', scope }]
};
const stranger: Someone = {
	type: 'phone',
	id: newId(),
	grants: [{ role: 'phone', scope: other }]
};
const juana = newId();
const join = () =>
	entryOf({
		kind: 'member.join',
		scope,
		subject: juana,
		by: juana,
		body: { name: 'Juana', face: 'f', day: '2026-11-24' }
	});
const leave = () =>
	entryOf({
		kind: 'member.leave',
		scope,
		subject: juana,
		by: juana,
		body: { day: '2026-11-25' }
	});

async function held(entry: Entry): Promise<Entry> {
	await journal.world.sync(phone, requestOf([join()]));
	const { answers } = await journal.world.sync(stranger, requestOf([entry]));
	expect(answers).toMatchObject([{ s: 'held' }]);
	return entry;
}
const decide = (token: string, body: object) =>
	journal.server.call('POST', '/api/app/held', { token, body });
const list = (token: string, query = '') =>
	journal.server.call('GET', `/api/app/held${query}`, { token });

describe('what is held', () => {
	it('is shown to the coordinator alone', async () => {
		const entry = await held(leave());
		const { coordinator, elena, marta } = programme;
		const shown = await list(coordinator.token);
		expect(shown.body.held).toContainEqual(
			expect.objectContaining({ id: entry.id, code: 'scope', entry, sealed: false })
		);
		for (const { token } of [elena, marta]) expect((await list(token)).status).toBe(403);
		const body = { id: entry.id, verdict: 'release', reason: 'x' };
		expect((await decide(elena.token, body)).status).toBe(403);
		expect((await list(await journal.token(phone))).status).toBe(403);
	});

	it('when it is released stands in the journal, and the phone hears of it', async () => {
		const entry = await held(leave());
		const { token } = programme.coordinator;
		const body = { id: entry.id, verdict: 'release', reason: 'she lent her phone' };
		expect((await decide(token, body)).status).toBe(200);
		expect(await journal.world.stored(entry.id)).toEqual(entry.body);
		expect(await journal.world.row('people', 'id', juana)).toMatchObject({ left: '2026-11-25' });
		const listed = [entry.id];
		const { decided } = await journal.world.sync(stranger, requestOf([], { listed }));
		expect(decided).toMatchObject([{ id: entry.id, verdict: 'released' }]);
		const again = await journal.world.sync(stranger, requestOf([entry]));
		expect(again.answers).toMatchObject([{ s: 'dup' }]);
		const written = await journal.server.sql(
			`SELECT who, action, after FROM audit WHERE record = '${entry.id}'`
		);
		expect(written).toMatchObject([{ who: programme.coordinator.id, action: 'release' }]);
		expect((await decide(token, body)).status).toBe(404);
	});

	it('when it is returned stays aside, and the phone hears of it', async () => {
		const entry = await held(leave());
		const { token } = programme.coordinator;
		await decide(token, { id: entry.id, verdict: 'return', reason: 'not in this group' });
		const { decided } = await journal.world.sync(stranger, requestOf([], { listed: [entry.id] }));
		expect(decided).toEqual([{ id: entry.id, verdict: 'returned', q: 0 }]);
		expect(await journal.world.stored(entry.id)).toBeUndefined();
	});

	it('when it is returned stays returned, and so does what hangs on a joining that was returned', async () => {
		const paulina = newId();
		const joins = { ...join(), subject: paulina, by: paulina } as Entry;
		const lesson = { ...leave(), subject: paulina, by: paulina } as Entry;
		const bring = async (who: Someone, ...entries: Entry[]) =>
			(await journal.world.sync(who, requestOf(entries))).answers.map((one) => ({
				...one,
				id: ''
			}));
		await bring(stranger, joins);
		expect(await bring(phone, lesson)).toEqual([{ id: '', s: 'later', c: 'by' }]);
		const { token } = programme.coordinator;
		await decide(token, { id: joins.id, verdict: 'return', reason: 'nobody knows her' });
		const returned = { id: '', s: 'held', c: 'returned' };
		expect(await bring(phone, joins, lesson)).toEqual([returned, returned]);
	});

	it('says who wrote it and where, and that she may once she has the right', async () => {
		const entry = await held({ ...leave(), phone: stranger.id } as Entry);
		const { token } = programme.coordinator;
		const mine = async () =>
			(await list(token)).body.held.find((one: { id: string }) => one.id === entry.id);
		const label = 'Celular de la vecina';
		await journal.server.sql(`UPDATE phones SET label = '${label}' WHERE id = '${stranger.id}'`);
		expect(await mine()).toMatchObject({ name: 'Juana', about: 'Juana', label, ready: false });
		expect(await mine()).toMatchObject({ account: false, place: scope.slice(2) });
		const grant = { account: stranger.id, role: 'phone', scope, from: '2026-01-01 00:00:00.000Z' };
		const path = '/api/collections/grants/records';
		const given = await journal.server.call('POST', path, { token, body: grant });
		expect(given.status).toBe(200);
		expect(await mine()).toMatchObject({ ready: true });
		await journal.server.call('DELETE', `${path}/${given.body.id}`, { token });
		expect(await mine()).toMatchObject({ ready: false });
	});

	it('of a child shows its body only for a reason, which is written down', async () => {
		const village = 'c:heldvillage0001' as Entry['scope'];
		const promoter: Someone = {
			type: 'account',
			id: newId(),
			grants: [{ role: 'promoter', scope: 'c:heldvillage0002' as Entry['scope'] }]
		};
		const entry = entryOf({
			kind: 'child.amend',
			scope: village,
			subject: newId(),
			by: promoter.id,
			body: { field: 'name', to: 'Wara', was: 'Vara' }
		});
		await journal.world.sync(promoter, requestOf([entry]));
		const { token, id: coordinator } = programme.coordinator;
		const { body } = await list(token, `?after=${'0'.repeat(15)}`);
		const shown = body.held.find((one: { id: string }) => one.id === entry.id);
		expect(shown).toMatchObject({
			sealed: true,
			ready: false,
			entry: { kind: 'child.amend', body: null }
		});
		expect((await list(token, `?id=${entry.id}`)).body).toEqual({ status: 400, code: 'reason' });
		const one = await list(token, `?id=${entry.id}&reason=wrong+village`);
		expect(one.body.entry).toEqual(entry);
		const written = await journal.server.sql(
			`SELECT who, action FROM audit WHERE record = '${entry.id}'`
		);
		expect(written).toEqual([{ who: coordinator, action: 'read' }]);
	});

	it.each([
		['{', 400, 'json'],
		[{ id: 'x', verdict: 'release', reason: 'r' }, 400, 'id'],
		[{ id: 'a'.repeat(15), verdict: 'keep', reason: 'r' }, 400, 'verdict'],
		[{ id: 'a'.repeat(15), verdict: 'release', reason: ' ' }, 400, 'reason'],
		[{ id: 'a'.repeat(15), verdict: 'release', reason: 'r' }, 404, 'unknown']
	])('%j is answered %i %s', async (body, status, code) => {
		const answer = await journal.server.call('POST', '/api/app/held', {
			token: programme.coordinator.token,
			body
		});
		expect(answer.body).toEqual({ status, code });
	});
});

describe('rebuild', () => {
	it('makes every derived record again, the same as before', async () => {
		const { server } = journal;
		const all = async () => {
			const rows: Record<string, unknown> = {};
			for (const table of ['people', 'progress', 'children', 'aliases']) {
				rows[table] = await server.sql(`SELECT * FROM ${table} ORDER BY id`);
			}
			return rows;
		};
		const before = await all();
		expect(before.people).toHaveLength(1);
		await server.sql("UPDATE people SET name = 'wrong'");
		await server.sql("INSERT INTO people(id, name) VALUES ('nobody000000001', 'nobody')");
		const bin = await findPocketBase(root);
		const hooks = journal.hooks;
		const { code, out } = await exec(bin, [
			'rebuild',
			...flags({ root, data: server.data, hooks })
		]);
		expect([code, out]).toEqual([0, expect.stringContaining('1 rows folded out of')]);
		expect(await all()).toEqual(before);
	});
});
