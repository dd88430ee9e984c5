/// What the server has but did not take: a coordinator looks at it, releases or returns it.
require(`${__hooks}/lib/server.bundle.cjs`);

routerAdd(
	'GET',
	'/api/app/held',
	(e) =>
		require(`${__hooks}/lib/server.bundle.cjs`).listHeld(
			e,
			require(`${__hooks}/lib/office.cjs`).audit
		),
	$apis.requireAuth('users'),
	$apis.gzip()
);
routerAdd(
	'POST',
	'/api/app/held',
	(e) =>
		require(`${__hooks}/lib/server.bundle.cjs`).decideHeld(
			e,
			require(`${__hooks}/lib/office.cjs`).audit
		),
	$apis.requireAuth('users'),
	$apis.bodyLimit(4096)
);
