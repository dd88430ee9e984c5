import assert from 'node:assert/strict';
import { MemoryJournal } from '#lib/sync/memory.ts';
import { meaning } from './oracle.ts';
import { play, sorted } from './play.ts';
import { pushes, type Story } from './stories.ts';

/** The law: rows, blanks and delivery places = the meaning of the set, in whatever order and cut it came. */
export function meansWhatItIs(told: Story): void {
	const journal = new MemoryJournal();
	play(journal, pushes(told));
	const { rows, blank, home } = meaning(told.entries);
	assert.deepEqual(sorted(journal.rows), sorted(rows), 'rows');
	const blanks = [...journal.journal.values()].filter(({ e }) => e.body === null);
	assert.deepEqual(new Set(blanks.map(({ e }) => e.id)), blank, 'blanks');
	const lying = journal.deliveries.filter((d) => d.scope && !d.gone);
	assert.deepEqual(sorted(new Map(lying.map((d) => [d.entry, d.scope]))), sorted(home), 'places');
	const said = journal.deliveries.filter((d) => d.scope).map((d) => d.scope + d.entry);
	assert.equal(said.length, new Set(said).size, 'said once');
}
