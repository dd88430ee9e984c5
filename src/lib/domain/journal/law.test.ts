import { describe, expect, it } from 'vitest';
import { MemoryJournal } from '#lib/sync/memory.ts';
import { meansWhatItIs } from '../../../../tests/support/journal/laws.ts';
import { meaning } from '../../../../tests/support/journal/oracle.ts';
import { holds, play, sorted } from '../../../../tests/support/journal/play.ts';
import { pushes, story } from '../../../../tests/support/journal/stories.ts';
import { arrive } from './arrive.ts';
import type { Entry, Key } from './entry.ts';
import { atOnce } from './steps.ts';
import type { Row } from './tables.ts';

const numRuns = Number(process.env.STORIES ?? 6000);
const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {};

describe('the law: rows, blanks and delivery places = the meaning of the set', () => {
	it(`holds for ${numRuns} stories in any order, doubled, in any cut`, { timeout: 600_000 }, () => {
		holds(story, meansWhatItIs, { numRuns, ...seed });
	});

	it('holds for what stays when any of them leave', { timeout: 600_000 }, () => {
		holds(
			story,
			(s) => {
				const journal = new MemoryJournal();
				play(journal, pushes(s));
				const { blank } = meaning(s.entries);
				const blanked = (e: Entry): Entry => (blank.has(e.id) ? { ...e, body: null } : e);
				// those that happened to come twice leave; an erase cannot, what it did is done
				const goes = (e: Entry) => e.kind !== 'erase' && s.order.includes(s.entries.indexOf(e));
				const was = s.entries.filter(goes).map(blanked);
				const rows = new Map<Key, Row>(journal.rows);
				for (const [k, row] of atOnce(arrive(journal, { fresh: [], was })).rows) {
					if (row) rows.set(k, row);
					else rows.delete(k);
				}
				const stay = s.entries.filter((e) => !goes(e)).map(blanked);
				expect(sorted(rows)).toEqual(sorted(meaning(stay).rows));
			},
			{ numRuns: numRuns / 3, ...seed }
		);
	});
});
