// What must be so when all is still.
import assert from 'node:assert/strict';
import { erasedBy, isControl } from '#lib/domain/journal/control.ts';
import type { Entry, Key } from '#lib/domain/journal/entry.ts';
import type { Row } from '#lib/domain/journal/tables.ts';
import { PhoneDatabase } from '#lib/store/database.ts';
import { meaning } from '../oracle.ts';
import { sorted } from '../play.ts';
import type { Stored } from './server.ts';
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
	const stored = await world.server.stored();
	const made = madeIn(world);
	for (const sim of world.phones) await checkCounts(sim, stored);
	assert.equal(stored.journal.size + stored.held.size, made.size, 'made = stored');
	checkEntries(made, stored);
	for (const sim of world.phones) await checkPhone(sim, stored);
}

/** Numbers 1 … n without a gap, all of them safe; what the server still holds is listed. */
async function checkCounts({ phone, name, saved }: SimPhone, { held }: Stored): Promise<void> {
	const { made, safe, listed } = await phone.counts();
	const aside = [...held.values()].filter((one) => one.phone === phone.identity.id);
	assert.deepEqual([made, safe, listed], [saved.length, made, aside.length], `counts of ${name}`);
	const numbers = saved.map(({ n }) => n).sort((a, b) => a - b);
	const wanted = [...numbers.keys()].map((i) => i + 1);
	assert.deepEqual(numbers, wanted, `numbers of ${name}`);
}

/** Each is there as it was made, under the same name; what is erased has no body; all of them together
 * mean what they should mean. */
function checkEntries(
	made: ReadonlyMap<string, Entry>,
	{ journal, held, rows, lying }: Stored
): void {
	const inForce = [...made.values()].filter(({ id }) => journal.has(id));
	const wanted = meaning(inForce);
	const erased = new Set<string>(inForce.flatMap(erasedBy));
	for (const [id, entry] of made) {
		const aside = held.get(entry.id);
		if (aside) {
			const forgotten = erased.has(entry.subject) && !isControl(entry);
			assert.deepEqual(aside.entry, forgotten ? null : entry, `${id} is held as it was made`);
			continue;
		}
		const body = wanted.blank.has(entry.id) ? null : entry.body;
		assert.deepEqual(journal.get(entry.id), { ...entry, body }, `${id} is as it was made`);
	}
	assert.deepEqual(sorted(rows), sorted(wanted.rows), 'rows of the server');
	assert.deepEqual(sorted(lying), sorted(wanted.home), 'delivery places');
}

/** A phone shows what lies in its scopes, and nothing else. */
async function checkPhone(sim: SimPhone, { journal, lying }: Stored): Promise<void> {
	const reads = new Set<string>(await sim.phone.reads());
	const visible = [...journal.values()].filter(({ id }) => reads.has(lying.get(id) ?? ''));
	const wanted = meaning(visible);
	const db = new PhoneDatabase(sim.database);
	const rows = new Map<Key, Row>();
	for (const { key } of await db.rows.toArray()) {
		const row = await sim.phone.row(key);
		if (row) rows.set(key, row);
	}
	assert.deepEqual(sorted(rows), sorted(wanted.rows), `rows of ${sim.name}`);
	const blank = new Set(visible.filter(({ body }) => body === null).map(({ id }) => id));
	for (const { id, body, box } of await db.entries.toArray()) {
		if (blank.has(id)) assert(body === undefined && !box, `${id} is forgotten on ${sim.name}`);
	}
	db.close();
}
