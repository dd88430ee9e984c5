import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '#lib/domain/journal/tables.ts';
import type { Entry, Key } from '#lib/domain/journal/entry.ts';
import { columnsOf, recordId } from '../../pocketbase/src/projection.ts';
import { conforms } from '../support/journal/conformance.ts';
import { meaning } from '../support/journal/oracle.ts';
import { startJournalServer, type JournalServer } from '../support/journal/real.ts';
import { pushes, story, type Story } from '../support/journal/stories.ts';

const STORIES = Number(process.env.STORIES ?? 120);
const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {};
let it_: JournalServer;

beforeAll(async () => {
	it_ = await startJournalServer();
});
afterAll(() => it_.close());

conforms('PocketBase', () => it_.world);

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const names = Object.keys(tables) as (keyof typeof tables)[];

describe('projections', () => {
	it('have the columns of the read model', async () => {
		for (const table of names) {
			const columns = await it_.server.sql(`SELECT name FROM pragma_table_info('${table}')`);
			expect([table, columns.map(({ name }) => name).sort()]).toEqual([
				table,
				columnsOf(table).sort()
			]);
		}
	});

	it('keep numbers as numbers and text as text', async () => {
		for (const table of names) {
			const types = await it_.server.sql(`SELECT name, type FROM pragma_table_info('${table}')`);
			for (const [column, start] of Object.entries(tables[table].start)) {
				const type = types.find(({ name }) => name === column)?.type;
				expect([table, column, type]).toEqual([
					table,
					column,
					start === null ? 'JSON' : typeof start === 'number' ? 'NUMERIC' : 'TEXT'
				]);
			}
		}
	});
});

/** All stories live in one database, so each gets ids of its own: the zeros in the middle of every id
 * become a mark. It ends in a letter, else the end of one could be read as the beginning of another. */
function marked(told: Story, mark: string): Story {
	const text = JSON.stringify(told).replace(/0{6}/g, mark);
	return JSON.parse(text) as Story;
}

async function rowsOf(mark: string): Promise<Map<string, Record<string, unknown>>> {
	const rows = new Map<string, Record<string, unknown>>();
	for (const table of [...names, 'aliases']) {
		const columns = table === 'aliases' ? ['id', 'same'] : columnsOf(table as (typeof names)[0]);
		const first = table !== 'aliases' && tables[table as (typeof names)[0]].key.length ? 1 : 0;
		const text = columns.map((column) => `"${column}"`).join();
		const found = await it_.server.sql(
			`SELECT json_array(${text}) AS j FROM ${table} WHERE "${columns[first]}" LIKE '%${mark}%'`
		);
		for (const { j } of found) {
			const [id, ...values] = JSON.parse(j ?? '[]') as unknown[];
			const row = values.map((value, i) => [columns[i + 1], value]);
			rows.set(`${table} ${String(id)}`, Object.fromEntries(row) as Record<string, unknown>);
		}
	}
	return rows;
}

const sorted = <V>(map: ReadonlyMap<string, V>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe('the law on PocketBase: rows, blanks and delivery places = the meaning of the set', () => {
	it(`holds for ${STORIES} stories`, { timeout: 300_000 }, async () => {
		const stories = fc.sample(story, { numRuns: STORIES, ...seed });
		for (const [i, told] of stories.entries()) {
			const mark = `${String(i).padStart(5, 'x')}y`.replaceAll('0', 'z');
			const mine = marked(told, mark);
			const played = await it_.server.call('POST', '/api/test/play', {
				body: { pushes: pushes(mine) }
			});
			expect([played.status, played.body]).toEqual([200, {}]);
			await holds(mine.entries, mark);
		}
	});

	async function holds(entries: readonly Entry[], mark: string): Promise<void> {
		const { rows, home, blank } = meaning(entries);
		const wanted = new Map(
			[...rows].map(([k, row]) => [`${k.split('|')[1]} ${recordId(k as Key, md5)}`, row])
		);
		expect(sorted(await rowsOf(mark))).toEqual(sorted(wanted));
		const { sql } = it_.server;
		const lying = await sql(`SELECT entry, scope FROM deliveries
			WHERE scope <> '' AND gone = 0 AND entry LIKE '%${mark}%'`);
		expect(sorted(new Map(lying.map(({ entry, scope }) => [entry!, scope])))).toEqual(sorted(home));
		const blanks = await sql(`SELECT id FROM journal WHERE body IS NULL AND id LIKE '%${mark}%'`);
		expect(new Set(blanks.map(({ id }) => id))).toEqual(blank);
	}
});

describe('the journal is append-only, also for who writes SQL', () => {
	const forbidden = [
		"UPDATE journal SET body = '{}'",
		"UPDATE journal SET body = NULL, hash = '', \"by\" = 'somebodyelse001'",
		'DELETE FROM journal',
		`INSERT OR REPLACE INTO journal(q, id, kind, v, scope, subject, at, n, "by", phone, body, hash, got)
			SELECT q, id, kind, v, scope, subject, at, n, "by", phone, '{}', hash, got FROM journal`,
		'DELETE FROM deliveries',
		'UPDATE deliveries SET entry = scope',
		"UPDATE deliveries SET scope = 'g:another00000001' WHERE scope <> ''"
	];
	it.each(forbidden)('%s', async (statement) => {
		await expect(it_.server.sql(statement)).rejects.toThrow();
	});
});
