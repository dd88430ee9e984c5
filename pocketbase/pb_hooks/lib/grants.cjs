// Who may what, in the office: the same reading of `grants` as the rules of the collections.
const sql = require(`${__hooks}/lib/sql.cjs`);

const IN_FORCE = '"from" <= {:now} AND ("to" = \'\' OR "to" > {:now}) AND account = {:account}';

/** PocketBase writes a date with a blank where ISO has a T; compared as text they must agree. */
const now = () => new Date().toISOString().replace('T', ' ');
exports.now = now;

exports.isCoordinator = function (db, account) {
	return sql.any(
		db,
		`SELECT 1 FROM grants WHERE ${IN_FORCE} AND role = 'coordinator' AND scope = '*'`,
		{ now: now(), account }
	);
};

/** A facilitator of the group, or a coordinator. */
exports.leads = function (db, account, group) {
	return (
		exports.isCoordinator(db, account) ||
		sql.any(
			db,
			`SELECT 1 FROM grants WHERE ${IN_FORCE} AND role = 'facilitator' AND scope = {:scope}`,
			{ now: now(), account, scope: `g:${group}` }
		)
	);
};

/** Somebody must be left who can open the office. */
exports.anyCoordinator = function (db) {
	return sql.any(
		db,
		`SELECT 1 FROM grants g JOIN users u ON u.id = g.account WHERE u.active = TRUE
			AND g.role = 'coordinator' AND g.scope = '*'
			AND g."from" <= {:now} AND (g."to" = '' OR g."to" > {:now})`,
		{ now: now() }
	);
};
