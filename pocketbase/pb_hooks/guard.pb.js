/// Signing in: five wrong passwords lock an account for a quarter of an hour; a coordinator's token is short.
require(`${__hooks}/lib/guard.cjs`); // a missing file stops the start, not the first sign-in

onRecordAuthWithPasswordRequest(
	(e) => require(`${__hooks}/lib/guard.cjs`).login(e),
	'users',
	'_superusers'
);
onRecordAuthRequest((e) => require(`${__hooks}/lib/guard.cjs`).shorten(e), 'users');
cronAdd('forget-attempts', '30 7 * * *', () => require(`${__hooks}/lib/guard.cjs`).forget($app));
