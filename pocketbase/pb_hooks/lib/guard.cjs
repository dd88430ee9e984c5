const sql = require(`${__hooks}/lib/sql.cjs`);
const tokens = require(`${__hooks}/lib/tokens.cjs`);

const QUARTER = 900;

const seconds = () => Math.floor(Date.now() / 1000);

/**
 * Counts a try before it is judged, so that parallel guesses cannot slip past each other.
 * @returns the second until which `who` is locked, or 0
 */
exports.count = function (db, who, limit) {
	const now = seconds();
	const row = sql.first(
		db,
		`INSERT INTO login_attempts(who, n, until, last) VALUES({:who}, 1, 0, {:now})
		ON CONFLICT(who) DO UPDATE SET
			n = CASE WHEN last < {:now} - {:window} THEN 1 ELSE n + 1 END,
			until = CASE
				WHEN until > {:now} THEN until
				WHEN last >= {:now} - {:window} AND n + 1 > {:max} THEN {:now} + {:window}
				ELSE 0 END,
			last = {:now}
		RETURNING until`,
		{ who: who.slice(0, 120), now, max: limit.max, window: limit.window },
		{ until: 0 }
	);
	return row.until > now ? row.until : 0;
};

exports.locked = (db, who) =>
	sql.any(db, 'SELECT 1 FROM login_attempts WHERE who = {:who} AND until > {:now}', {
		who: who.slice(0, 120),
		now: seconds()
	});

exports.clear = function (db, who) {
	sql.run(db, 'DELETE FROM login_attempts WHERE who = {:who}', { who: who.slice(0, 120) });
};

/** The count of an account is kept under the name that is typed, so that a guessed name tells nothing. */
exports.nameOf = (collection, identity) => `${collection}:${String(identity).trim().toLowerCase()}`;

exports.login = function (e) {
	const who = exports.nameOf(e.collection.name, e.identity);
	const until = exports.count(e.app.db(), who, { max: 5, window: QUARTER });
	if (until) {
		const message = 'too many wrong passwords: try again in a quarter of an hour';
		throw new TooManyRequestsError(message, { reason: new ValidationError('locked', message) });
	}
	e.next(); // throws on a wrong password; the count stays
	exports.clear(e.app.db(), who);
};

exports.shorten = function (e) {
	e.token = tokens.issue(e.app, e.record);
	e.next();
};

exports.forget = function (app) {
	sql.run(app.db(), 'DELETE FROM login_attempts WHERE last < {:before} AND until < {:now}', {
		before: seconds() - 86400,
		now: seconds()
	});
};
