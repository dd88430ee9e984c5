/// The field's one door: push and pull in one call. A missing bundle stops the start, not the first sync.
require(`${__hooks}/lib/server.bundle.cjs`);

routerAdd(
	'POST',
	'/api/app/sync',
	(e) =>
		require(`${__hooks}/lib/gate.cjs`).through(e, () =>
			require(`${__hooks}/lib/server.bundle.cjs`).sync(
				e,
				require(`${__hooks}/lib/tokens.cjs`).issue
			)
		),
	$apis.requireAuth('phones', 'users'),
	$apis.bodyLimit(1 << 20),
	$apis.gzip(),
	$apis.skipSuccessActivityLog()
);
routerAdd(
	'POST',
	'/api/app/secrets',
	(e) => require(`${__hooks}/lib/server.bundle.cjs`).secrets(e),
	$apis.requireAuth('phones'),
	$apis.bodyLimit(8192)
);
routerAdd(
	'GET',
	'/api/app/report/group',
	(e) => require(`${__hooks}/lib/server.bundle.cjs`).groupReport(e),
	$apis.requireAuth('users'),
	$apis.gzip()
);
routerAdd(
	'GET',
	'/api/app/report/child',
	(e) =>
		require(`${__hooks}/lib/server.bundle.cjs`).childReport(
			e,
			require(`${__hooks}/lib/office.cjs`).audit
		),
	$apis.requireAuth('users'),
	$apis.gzip()
);
routerAdd(
	'GET',
	'/api/app/report/programme',
	(e) => require(`${__hooks}/lib/server.bundle.cjs`).programmeReport(e),
	$apis.requireAuth('users'),
	$apis.gzip()
);
routerAdd(
	'GET',
	'/api/app/export',
	(e) =>
		require(`${__hooks}/lib/server.bundle.cjs`).exportTable(
			e,
			require(`${__hooks}/lib/office.cjs`).audit
		),
	$apis.requireAuth('users'),
	$apis.gzip()
);
cronAdd('programme-sums', '*/5 * * * *', () =>
	require(`${__hooks}/lib/server.bundle.cjs`).refreshSums($app)
);
