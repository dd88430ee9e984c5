const sql = require(`${__hooks}/lib/sql.cjs`);

const TWO_YEARS = 730 * 86400e3;

/**
 * Lines of the audit go; of an entry that a coordinator returned the body goes, and its row stays: the
 * phone that made it still asks after it. What nobody has decided on stays whole.
 */
exports.forget = function (app) {
	const before = Date.now() - TWO_YEARS;
	const day = new Date(before).toISOString().replace('T', ' ');
	sql.run(app.db(), 'DELETE FROM audit WHERE created < {:day}', { day });
	sql.run(
		app.db(),
		`UPDATE held SET entry = NULL, hash = '' WHERE code = 'returned' AND entry IS NOT NULL
			AND got < {:before}`,
		{ before }
	);
};
