// A token for an account: as long as its collection says, twelve hours for a coordinator.
const grants = require(`${__hooks}/lib/grants.cjs`);

const HALF_DAY = 12 * 3600;

/** @returns a fresh token of the phone or account; each sync renews with this one */
exports.issue = function (app, record) {
	const collection = record.collection();
	if (collection.name !== 'users' || !grants.isCoordinator(app.db(), record.id))
		return record.newAuthToken();
	return $security.createJWT(
		{ id: record.id, type: 'auth', collectionId: collection.id, refreshable: true },
		record.tokenKey() + collection.authToken.secret,
		HALF_DAY
	);
};
