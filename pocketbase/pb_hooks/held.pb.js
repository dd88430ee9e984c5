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

/// What a phone could not send itself: sealed for the server, brought by somebody else.
routerAdd(
	'POST',
	'/api/app/handover',
	(e) =>
		require(`${__hooks}/lib/server.bundle.cjs`).handover(
			e,
			require(`${__hooks}/lib/office.cjs`).audit
		),
	$apis.requireAuth('users'),
	$apis.bodyLimit(8 << 20)
);
