import { tables, type Row, type TableName } from '#lib/domain/journal/tables.ts';
import { isId } from '#lib/domain/shared/ids.ts';
import type { Audit } from './audit.ts';
import { columnsOf } from './projection.ts';
import { answering, Refusal } from './refusal.ts';
import { Sql } from './sql.ts';
import { coordinatorOf } from './who.ts';

const reason = (text: string): string => text.trim().slice(0, 200);

/**
 * GET /api/app/report/child?child=ID&reason=TEXT: one child for a coordinator, who sees sums otherwise.
 * The reading is written down with its reason before anything is answered.
 */
export const childReport = (e: RequestEvent, audit: Audit): unknown =>
	answering(e, () => {
		const now = Date.now();
		const who = coordinatorOf(e, now);
		const query = e.request.url.query();
		const why = reason(query.get('reason'));
		if (!why) throw new Refusal(400, 'reason');
		const id = query.get('child');
		if (!isId(id)) throw new Refusal(400, 'child');
		const sql = new Sql(e.app);
		const shown = sql.row(
			'SELECT coalesce((SELECT same FROM aliases WHERE id = {:id}), {:id}) AS same',
			{ id },
			{ same: '' }
		).same;
		const [child] = rowsOf(sql, 'children', 'id', shown);
		if (!child) throw new Refusal(404, 'unknown');
		audit(e.app, {
			who: who.id,
			role: 'coordinator',
			action: 'read',
			collection: 'children',
			record: shown,
			after: { reason: why, scope: child.scope }
		});
		const [caregiver = null] = rowsOf(sql, 'caregivers', 'id', String(child.caregiver));
		return JSON.stringify({
			now,
			child,
			caregiver,
			measurements: rowsOf(sql, 'measurements', 'child', shown),
			referrals: rowsOf(sql, 'referrals', 'child', shown)
		});
	});

/** The rows of a table whose column has this value, in the order of their days. */
function rowsOf(sql: Sql, table: TableName, column: string, value: string): Row[] {
	const fields = columnsOf(table).map((name) => `'${name}', "${name}"`);
	const order = 'day' in tables[table].start ? 'day, id' : 'id';
	return sql.json<Row[]>(
		`SELECT json_group_array(json_object(${fields.join()})) FROM
			(SELECT * FROM ${table} WHERE "${column}" = {:value} ORDER BY ${order})`,
		{ value }
	);
}
