import { describe, expect, it } from 'vitest';
import { MemoryJournal } from '#lib/sync/memory.ts';
import { meaning } from '../../../../tests/support/journal/oracle.ts';
import { holds, play, sorted } from '../../../../tests/support/journal/play.ts';
import { pushes, story } from '../../../../tests/support/journal/stories.ts';

const numRuns = Number(process.env.STORIES ?? 6000);
const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {};

describe('the law: rows, blanks and delivery places = the meaning of the set', () => {
	it(`holds for ${numRuns} stories in any order, doubled, in any cut`, { timeout: 600_000 }, () => {
		holds(
			story,
			(s) => {
				const journal = new MemoryJournal();
				play(journal, pushes(s));
				const { rows, blank, home } = meaning(s.entries);
				expect(sorted(journal.rows)).toEqual(sorted(rows));
				const blanks = [...journal.journal.values()].filter(({ e }) => e.body === null);
				expect(new Set(blanks.map(({ e }) => e.id))).toEqual(blank);
				const lying = journal.deliveries.filter((d) => d.scope && !d.gone);
				expect(sorted(new Map(lying.map((d) => [d.entry, d.scope])))).toEqual(sorted(home));
				const said = journal.deliveries.filter((d) => d.scope).map((d) => d.scope + d.entry);
				expect(said.length).toBe(new Set(said).size);
			},
			{ numRuns, ...seed }
		);
	});
});
