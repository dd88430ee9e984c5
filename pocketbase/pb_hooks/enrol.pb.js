/// Phones join by a code that a facilitator or a coordinator makes; an account's own browser joins by her sign-in.
require(`${__hooks}/lib/enrol.cjs`);

routerAdd(
	'POST',
	'/api/app/enrol',
	(e) => require(`${__hooks}/lib/enrol.cjs`).enrol(e),
	$apis.bodyLimit(4096)
);
routerAdd(
	'POST',
	'/api/app/codes',
	(e) => require(`${__hooks}/lib/enrol.cjs`).makeCode(e),
	$apis.requireAuth('users'),
	$apis.bodyLimit(4096)
);
cronAdd('forget-codes', '40 7 * * *', () => require(`${__hooks}/lib/enrol.cjs`).forget($app));
