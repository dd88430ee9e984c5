// Recorded entries of every kind and version, with the rows they mean, written by hand. When a kind
// gets a new version its old file stays: whatever was ever recorded must still be read.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#lib/domain/journal/entry.ts';
import { registry } from '#lib/domain/journal/registry.ts';
import { readEntry } from '#lib/domain/journal/wire.ts';
import { MemoryJournal } from '#lib/sync/memory.ts';
import { play } from '../support/journal/play.ts';

const folder = 'tests/fixtures/journal';
interface Recorded {
	readonly entries: Entry[];
	readonly rows: Record<string, object>;
}
const files = readdirSync(folder).map((name) => {
	const recorded = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Recorded;
	return [name, recorded] as const;
});

it('there is a record of every kind and every version it ever had', () => {
	const wanted = registry.kinds.flatMap(({ kind, v }) =>
		Array.from({ length: v }, (_, i) => `${kind}.v${i + 1}.json`)
	);
	expect(files.map(([name]) => name).sort()).toEqual(wanted.sort());
});

describe.each(files)('%s', (_name, { entries, rows }) => {
	it('is read', () => {
		for (const entry of entries) expect(readEntry(entry)).toEqual({ ok: true, value: entry });
	});

	it('means its rows, in whatever order it arrives', () => {
		for (const order of [entries, [...entries].reverse()]) {
			const journal = new MemoryJournal();
			play(
				journal,
				order.map((entry) => [entry])
			);
			expect(Object.fromEntries(journal.rows)).toEqual(rows);
		}
	});
});
