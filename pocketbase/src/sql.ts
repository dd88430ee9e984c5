/** Queries in bulk: JSON goes in and JSON comes out, for each crossing into the engine is dear. */
export class Sql {
	constructor(private readonly app: App) {}

	/** Runs a statement over a list that it reads as json_each({:b}). */
	run(sql: string, list: readonly unknown[]): void {
		if (!list.length) return;
		this.app
			.db()
			.newQuery(sql)
			.bind({ b: JSON.stringify(list) })
			.execute();
	}

	/** The columns of the first row, shaped like the model. */
	row<T extends object>(sql: string, bind: object, shape: T): T {
		const model = new DynamicModel(shape);
		this.app.db().newQuery(sql).bind(bind).one(model);
		return model;
	}

	/** The one text of a query, '[]' for none: JSON as the database wrote it. */
	text(sql: string, bind: object): string {
		return this.row(`SELECT coalesce((${sql}), '[]') AS j`, bind, { j: '' }).j;
	}

	/** The one value of a query that answers JSON text; what stands in it is known by who asks. */
	json<T>(sql: string, bind: object): T {
		return JSON.parse(this.text(sql, bind)) as T;
	}

	/** The one number of a query. */
	number(sql: string, bind: object): number {
		return this.row(`SELECT (${sql}) AS n`, bind, { n: 0 }).n;
	}
}

/** Some columns are words of SQL: group, by, class. */
export const quoted = (column: string): string => `"${column}"`;

/** One statement for any number of rows, each a list of values. WHERE true lets SQLite read an
 * ON CONFLICT behind a SELECT. */
export const insertInto = (table: string, columns: readonly string[], tail = ''): string =>
	`INSERT INTO ${table}(${columns.map(quoted).join()})
	SELECT ${columns.map((_, i) => `value->>${i}`).join()} FROM json_each({:b}) WHERE true ${tail}`;

/** The same, and a row that is there takes the new values. The first column is the key. */
export const upsertInto = (table: string, columns: readonly string[]): string => {
	const [, ...others] = columns.map(quoted);
	const sets = others.map((column) => `${column}=excluded.${column}`).join();
	return insertInto(table, columns, `ON CONFLICT(id) DO UPDATE SET ${sets}`);
};
