// What must be so when all is still.
import assert from 'node:assert/strict';
import type { Entry, Key } from '#lib/domain/journal/entry.ts';
import type { Row } from '#lib/domain/journal/tables.ts';
import { PhoneDatabase } from '#lib/store/database.ts';
import { meaning } from '../oracle.ts';
import { sorted } from '../play.ts';
import type { SimPhone } from './sim-phone.ts';
import type { World } from './world.ts';

/** Every entry that was ever made here, once, as it was made. */
function madeIn({ phones }: World): Map<string, Entry> {
	const made = new Map<string, Entry>();
	for (const { saved } of phones) {
		for (const entry of saved) {
			assert(!made.has(entry.id), `${entry.id} was made twice`);
			made.set(entry.id, entry);
		}
	}
	return made;
}

export async function check(world: World): Promise<void> {
	const { journal } = world.server;
	const made = madeIn(world);
	for (const { phone, name, saved } of world.phones) {
		const { made: all, safe, listed } = await phone.counts();
		const empty = [...journal.held.values()].filter(({ e }) => e.phone === phone.identity.id);
		assert.deepEqual([safe, listed], [all, empty.length], `counts of ${name}`);
		const numbers = saved.map(({ n }) => n).sort((a, b) => a - b);
		assert.deepEqual(
			numbers,
			[...numbers.keys()].map((i) => i + 1),
			`numbers of ${name}`
		);
	}
	assert.equal(journal.journal.size + journal.held.size, made.size, 'made = stored');
	const wanted = meaning([...made.values()]);
	for (const [id, entry] of made) {
		const here = (journal.journal.get(entry.id) ?? journal.held.get(entry.id))?.e;
		const body = wanted.blank.has(entry.id) ? null : entry.body;
		assert.deepEqual(here, { ...entry, body }, `${id} is as it was made`);
	}
	assert.deepEqual(sorted(journal.rows), sorted(wanted.rows), 'rows of the server');
	for (const phone of world.phones) await checkPhone(world, phone);
}

/** A phone shows what lies in its scopes, and nothing else. */
async function checkPhone({ server }: World, sim: SimPhone): Promise<void> {
	const { journal } = server;
	const reads = new Set<string>(await sim.phone.reads());
	const visible = journal.deliveries
		.filter(({ scope, gone }) => reads.has(scope) && !gone)
		.flatMap(({ entry }) => journal.byId([entry]));
	const wanted = meaning(visible);
	const db = new PhoneDatabase(sim.database);
	const rows = new Map<Key, Row>();
	for (const { key } of await db.rows.toArray()) {
		const row = await sim.phone.row(key);
		if (row) rows.set(key, row);
	}
	assert.deepEqual(sorted(rows), sorted(wanted.rows), `rows of ${sim.name}`);
	const erased = new Set(visible.filter(({ body }) => body === null).map(({ id }) => id));
	for (const { id, body, box } of await db.entries.toArray()) {
		if (erased.has(id)) assert(body === undefined && !box, `${id} is forgotten on ${sim.name}`);
	}
	db.close();
}
