/// The built app, with its types, its caching and its headers. There is no fallback page: what is not there is 404.
require(`${__hooks}/lib/web.cjs`);

routerAdd('GET', '/api/{path...}', () => {
	throw new NotFoundError('there is nothing at this address');
});
routerAdd(
	'GET',
	'/{path...}',
	(e) => require(`${__hooks}/lib/web.cjs`).serve(e),
	$apis.skipSuccessActivityLog()
);
