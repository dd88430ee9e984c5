import { arrive } from '#lib/domain/journal/arrive.ts';
import { atOnce } from '#lib/domain/journal/steps.ts';
import { tables } from '#lib/domain/journal/tables.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import { PocketBaseJournal } from './journal.ts';
import { writeRows } from './projection.ts';
import { Sql } from './sql.ts';

/** Entries folded at once: those of one subject stand together, so few rows are folded twice. */
const CHUNK = 200;

/** Makes all projections again out of the journal, in one transaction; answers the rows there are. */
export function rebuild(app: App): { entries: number; rows: number } {
	const counted = { entries: 0, rows: 0 };
	app.runInTransaction((tx) => {
		const sql = new Sql(tx);
		const names = [...Object.keys(tables), 'aliases'];
		for (const name of names) sql.run(`DELETE FROM ${name} WHERE {:b} <> ''`, [name]);
		counted.entries = refoldAll(tx, sql);
		counted.rows = names.reduce(
			(sum, name) => sum + sql.number(`SELECT count(*) FROM ${name}`, {}),
			0
		);
	});
	return counted;
}

function refoldAll(tx: App, sql: Sql): number {
	const journal = new PocketBaseJournal(tx, Date.now);
	let entries = 0;
	for (let from: readonly [string, string] = ['', '']; ;) {
		const ids = sql.json<[string, Id][]>(
			`SELECT json_group_array(json_array(subject, id)) FROM (SELECT subject, id FROM journal
				WHERE (subject, id) > ({:subject}, {:id}) AND body IS NOT NULL
				ORDER BY subject, id LIMIT ${CHUNK})`,
			{ subject: from[0], id: from[1] }
		);
		const last = ids.at(-1);
		if (!last) return entries;
		const fresh = journal.byId(ids.map(([, id]) => id));
		writeRows(sql, atOnce(arrive(journal, { fresh })).rows);
		entries += ids.length;
		from = last;
	}
}
