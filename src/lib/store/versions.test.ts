import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { newId } from '../../../tests/support/journal/conformance.ts';
import { PhoneDatabase } from './database.ts';
import { Phone } from './phone.ts';

const FOLDER = 'tests/fixtures/phone';
const village = 'c:com000000000001' as ScopeId;
const marta = 'u00000000000001' as Id;

interface Recorded {
	readonly version: number;
	readonly stores: Record<string, string>;
	readonly tables: Record<string, object[]>;
}
const recorded = readdirSync(FOLDER).map(
	(name) =>
		JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'), (_, value) =>
			value?.$bytes === undefined ? value : new Uint8Array(Buffer.from(value.$bytes, 'base64'))
		) as Recorded
);

/** Lays a recorded database down as the app of that time did. */
async function lay({ version, stores, tables }: Recorded): Promise<string> {
	const name = `version-${version}`;
	const db = new Dexie(name);
	db.version(version).stores(stores);
	for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkAdd(rows);
	db.close();
	return name;
}

describe.each(recorded)('a phone of version $version with a full outbox', (old) => {
	it('opens with the app of today: nothing is lost, sealed stays sealed, the count goes on', async () => {
		const name = await lay(old);
		const machine = { clock: () => 1_790_000_100_000, newId };
		const phone = await Phone.open(name, machine);
		expect(await phone.counts()).toMatchObject({ made: 4, safe: 0, listed: 0 });
		const unsent = () => phone.outbox.page(0, 10, () => true);
		expect((await unsent()).map(({ kind }) => kind)).toEqual(['member.join', 'lesson.finish']);
		const group = await phone.homeGroup();
		expect(await phone.rows('people', group)).toMatchObject([{ name: 'Juana' }]);

		expect(await phone.vaults.unlock(marta, '482913')).toMatchObject({ ok: true });
		expect((await unsent()).map(({ n }) => n)).toEqual([1, 2, 3, 4]);
		const { children } = await phone.register().read();
		expect([...children.values()]).toMatchObject([
			{ row: { name: 'Wara' }, last: { weightKg: 8.1 } }
		]);
		expect(await phone.drafts.read('visit', true)).toEqual({ weightKg: 9.9 });

		const saved = await phone.save({
			kind: 'caregiver.add',
			scope: village,
			subject: newId(),
			by: marta,
			body: { name: 'Basilia', relation: 'mother', day: '2026-11-24' }
		});
		expect(saved).toMatchObject({ ok: true, value: { n: 5 } });
		while (await phone.refold()) continue;
		expect(await phone.rows('children', village)).toMatchObject([{ name: 'Wara' }]);
		phone.close();
	});
});

it('the database of today has been recorded', async () => {
	const db = new PhoneDatabase('today');
	await db.open();
	expect(recorded.map(({ version }) => version)).toContain(db.verno);
	db.close();
});
