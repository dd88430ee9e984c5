import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '#lib/domain/journal/entry.ts';
import type { ScopeId } from '#lib/domain/shared/ids.ts';
import { entryOf, newId, requestOf, type Someone } from '../support/journal/conformance.ts';
import { startJournalServer, type JournalServer } from '../support/journal/real.ts';
import { seedProgramme, type Programme } from '../support/programme.ts';

let journal: JournalServer;
let programme: Programme;
const village = 'c:coordvillage001' as ScopeId;
const promoter: Someone = {
	type: 'account',
	id: newId(),
	grants: [{ role: 'promoter', scope: village }]
};
const [wara = '', again = '', mother = ''] = [newId(), newId(), newId()].sort();
const day = '2026-11-24';

beforeAll(async () => {
	journal = await startJournalServer();
	programme = await seedProgramme(journal.server);
	const about = { scope: village, by: promoter.id };
	const child = { sex: 'f', bornFrom: day, bornTo: day, bornHow: 'card', caregiver: mother, day };
	const visit = {
		day,
		position: 'lying',
		oedema: 'none',
		counts: { weightKg: 8.1 },
		said: { class: 'green', action: 'next', engine: '1', rules: 1 }
	};
	const entries: Partial<Entry>[] = [
		{ kind: 'child.register', subject: wara as never, body: { name: 'Wara', ...child } },
		{ kind: 'child.register', subject: again as never, body: { name: 'Wara', ...child } },
		{
			kind: 'caregiver.add',
			subject: mother as never,
			body: { name: 'Lucía', relation: 'mother', day }
		},
		{ kind: 'merge', subject: wara as never, body: { from: again, to: wara } },
		{ kind: 'visit.record', subject: again as never, body: visit }
	];
	const { answers } = await journal.world.sync(
		promoter,
		requestOf(entries.map((e) => entryOf({ ...about, ...e })))
	);
	expect(answers.map(({ s }) => s)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
});
afterAll(() => journal.close());

describe('one child', () => {
	const ask = (query: string, token = programme.coordinator.token) =>
		journal.server.call('GET', `/api/app/report/child?${query}`, { token });
	const read = () =>
		journal.server.sql("SELECT who, record, after FROM audit WHERE action = 'read'");

	it('is shown to the coordinator alone, and not without a reason', async () => {
		for (const token of [
			programme.elena.token,
			programme.marta.token,
			await journal.token(promoter)
		]) {
			expect((await ask(`child=${wara}&reason=x`, token)).status).toBe(403);
		}
		expect((await ask(`child=${wara}`)).body).toEqual({ status: 400, code: 'reason' });
		expect((await ask(`child=${newId()}&reason=x`)).body).toEqual({ status: 404, code: 'unknown' });
		expect(await read()).toEqual([]);
	});

	it('whole, under whichever of her ids; and the reading is written down', async () => {
		const { body } = await ask(
			`child=${again}&reason=${encodeURIComponent('letter of the health post')}`
		);
		expect(body).toMatchObject({
			child: { id: wara, name: 'Wara' },
			caregiver: { id: mother, name: 'Lucía' },
			measurements: [{ child: wara, weightKg: 8.1, lengthCm: null, class: 'green' }],
			referrals: []
		});
		const [line, ...more] = await read();
		expect(more).toEqual([]);
		expect(line).toMatchObject({ who: programme.coordinator.id, record: wara });
		expect(JSON.parse(line?.after ?? '')).toEqual({
			reason: 'letter of the health post',
			scope: village
		});
	});
});

describe('what is kept for two years', () => {
	const sql = (query: string) => journal.server.sql(query);
	const line = (id: string, created: string) =>
		sql(`INSERT INTO audit(id, who, role, action, collection, record, before, after, created, updated)
			VALUES ('${id}', '', '', 'x', 'x', '', 'null', 'null', '${created}', '${created}')`);
	const held = (id: string, code: string, got: number) =>
		sql(`INSERT INTO held(id, hash, code, scope, subject, "by", phone, n, entry, got)
			VALUES ('${id}', 'h', '${code}', '${village}', '${newId()}', '', '', 1, '{}', ${got})`);

	it('the audit, and what was returned; what nobody has decided on stays', async () => {
		const [old, young] = ['2024-01-01 00:00:00.000Z', '2026-01-01 00:00:00.000Z'];
		await line('oldline00000001', old);
		await line('youngline000001', young);
		await held('oldreturned0001', 'returned', Date.parse('2024-01-01'));
		await held('oldundecided001', 'scope', Date.parse('2024-01-01'));
		await held('youngreturned01', 'returned', Date.now());
		await expect(sql("DELETE FROM audit WHERE id = 'youngline000001'")).rejects.toThrow();
		const token = await journal.server.superuser();
		expect((await journal.server.call('POST', '/api/crons/forget-old', { token })).status).toBe(
			204
		);
		const lines = () => sql("SELECT id FROM audit WHERE action = 'x'");
		for (let i = 0; i < 50 && (await lines()).length > 1; i++) {
			await new Promise((wait) => setTimeout(wait, 50));
		}
		expect(await lines()).toEqual([{ id: 'youngline000001' }]);
		expect(await sql('SELECT id, entry FROM held ORDER BY id')).toEqual([
			{ id: 'oldreturned0001', entry: null },
			{ id: 'oldundecided001', entry: '{}' },
			{ id: 'youngreturned01', entry: '{}' }
		]);
	});
});
