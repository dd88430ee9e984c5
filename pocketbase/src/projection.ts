import { splitKey, type Key } from '#lib/domain/journal/entry.ts';
import { isTable, tables, type Row, type TableName } from '#lib/domain/journal/tables.ts';
import { isScope, scopeOwner } from '#lib/domain/shared/ids.ts';
import { upsertInto, type Sql } from './sql.ts';

/** The columns of a table's collection, the record's id first. */
export const columnsOf = (table: TableName): string[] => [
	'id',
	...tables[table].key,
	...Object.keys(tables[table].start)
];

const ALIASES = ['id', 'same'];
const columns = (table: string): string[] => (isTable(table) ? columnsOf(table) : ALIASES);
const upserts = new Map(
	[...Object.keys(tables), 'aliases'].map((table) => [table, upsertInto(table, columns(table))])
);

/** The record id of a row: its owner where the table has one row for each, else 15 characters of the
 * key's hash. A native call: a hash written in JavaScript would be dear here. */
export function recordId(k: Key, md5: (text: string) => string): string {
	const { owner, sub } = splitKey(k);
	if (sub !== '') return md5(k).slice(0, 15);
	return isScope(owner) ? scopeOwner(owner) : owner;
}

function into<V>(lists: Map<string, V[]>, table: string, value: V): void {
	const list = lists.get(table);
	if (list) list.push(value);
	else lists.set(table, [value]);
}

/** Writes folded rows. Those that end go first: after a merge two keys could fight for one record. */
export function writeRows(sql: Sql, rows: ReadonlyMap<Key, Row | null>): void {
	const puts = new Map<string, unknown[][]>();
	const drops = new Map<string, string[]>();
	for (const [k, row] of rows) {
		const { table } = splitKey(k);
		const id = recordId(k, (text) => $security.md5(text));
		if (row)
			into(puts, table, [
				id,
				...columns(table)
					.slice(1)
					.map((column) => row[column])
			]);
		else into(drops, table, id);
	}
	for (const [table, ids] of drops) {
		sql.run(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each({:b}))`, ids);
	}
	for (const [table, list] of puts) sql.run(upserts.get(table) ?? '', list);
}
