// Two shapes of query are enough here: one row, or nothing.

/** @returns the first row as an object shaped like `model`, or null */
exports.first = function (db, sql, bind, model) {
	const row = new DynamicModel(model);
	try {
		db.newQuery(sql).bind(bind).one(row);
	} catch (error) {
		if (String(error).includes('no rows in result set')) return null;
		throw error;
	}
	return row;
};

exports.run = function (db, sql, bind) {
	db.newQuery(sql)
		.bind(bind ?? {})
		.execute();
};

/** @returns whether the query finds a row */
exports.any = function (db, sql, bind) {
	return exports.first(db, `SELECT EXISTS(${sql}) AS found`, bind, { found: 0 }).found === 1;
};

/** Tables of later migrations may not be there while an older one is being tried. */
exports.hasTable = function (db, name) {
	return exports.any(db, "SELECT 1 FROM sqlite_master WHERE type='table' AND name={:name}", {
		name
	});
};
