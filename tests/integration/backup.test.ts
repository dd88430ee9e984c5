// docs/operations.md promises that last night's zip, unpacked into an empty folder, is a programme again.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unzip } from '../../scripts/server/zip.mjs';
import { done, seedProgramme, signIn } from '../support/programme.ts';
import { startServer } from '../support/server.ts';

it('a backup taken while people work is a programme again', async () => {
	const server = await startServer();
	const { coordinator, elena, groups } = await seedProgramme(server);
	const made = done(
		await server.call('POST', '/api/app/codes', {
			token: elena.token,
			body: { group: groups.suma }
		})
	).body.code;
	const token = await server.superuser();
	const path = '/api/backups';
	done(await server.call('POST', path, { token, body: { name: 'night.zip' } }));
	// what comes after the backup is not in it
	const late = {
		name: 'Later',
		community: (await server.sql('SELECT id FROM communities'))[0]?.id
	};
	const records = '/api/collections/groups/records';
	done(await server.call('POST', records, { token: coordinator.token, body: late }));
	await server.kill('SIGKILL');

	const archive = readFileSync(join(server.data, 'backups', 'night.zip'));
	const folder = mkdtempSync(join(tmpdir(), 'yatiqana-restored-'));
	for (const name of ['data.db', 'auxiliary.db'])
		writeFileSync(join(folder, name), unzip(archive, name) ?? '');
	expect(readdirSync(folder)).toHaveLength(2);

	const restored = await startServer({ from: folder });
	expect((await signIn(restored, 'elena')).status).toBe(200);
	const names = await restored.sql('SELECT name FROM groups ORDER BY name');
	expect(names.map((row) => row.name)).toEqual(['Amuytʼaña', 'Jakaña', 'Suma Qamaña']);
	// keys came along: a code from before the backup still opens
	const enrolled = await restored.call('POST', '/api/app/enrol', { body: { code: made } });
	expect(enrolled.status).toBe(200);
	await restored.close();
	await server.close();
	rmSync(folder, { recursive: true });
});

it('nothing that was answered is lost when the process is killed', async () => {
	const server = await startServer();
	const { coordinator, communities } = await seedProgramme(server);
	const made: string[] = [];
	const work = Array.from({ length: 4 }, async (_, worker) => {
		for (let i = 0; i < 50; i++) {
			const body = { name: `group ${worker} ${i}`, community: communities.batallas };
			const path = '/api/collections/groups/records';
			const answer = await server
				.call('POST', path, { token: coordinator.token, body })
				.catch(() => undefined);
			if (answer?.status !== 200) return;
			made.push(answer.body.id);
		}
	});
	await new Promise((wait) => setTimeout(wait, 150));
	await server.kill('SIGKILL');
	await Promise.all(work);
	await server.restart();
	expect(made.length).toBeGreaterThan(0);
	const kept = (await server.sql('SELECT id FROM groups')).map((row) => row.id);
	expect(made.filter((id) => !kept.includes(id))).toEqual([]);
	// each with its line in the audit, as both are one transaction
	const [lines] = await server.sql(
		"SELECT count(*) AS n FROM audit WHERE collection = 'groups' AND action = 'create'"
	);
	expect(Number(lines?.n)).toBe(kept.length);
	expect(await server.sql('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
	await server.close();
});
