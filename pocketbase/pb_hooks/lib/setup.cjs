const grants = require(`${__hooks}/lib/grants.cjs`);
const sql = require(`${__hooks}/lib/sql.cjs`);

const USERNAME = 'coordinacion';

exports.boot = function (e) {
	e.next();
	const db = e.app.db();
	if (!sql.hasTable(db, 'grants')) return; // before the first migration
	firstCoordinator(e.app, $os.getenv('YATIQANA_FIRST_COORDINATOR'));
	trustProxy(e.app, $os.getenv('YATIQANA_PROXY_HEADER'));
};

/** Made once: as soon as any coordinator has ever been, the value that is handed over is not looked at. */
function firstCoordinator(app, password) {
	if (!password) return;
	if (sql.any(app.db(), "SELECT 1 FROM grants WHERE role = 'coordinator'", {})) return;
	app.runInTransaction((tx) => {
		const account = new Record(tx.findCollectionByNameOrId('users'), {
			username: USERNAME,
			name: 'Coordinación',
			active: true
		});
		account.setPassword(password);
		tx.save(account);
		tx.save(
			new Record(tx.findCollectionByNameOrId('grants'), {
				account: account.id,
				role: 'coordinator',
				scope: '*',
				from: grants.now()
			})
		);
	});
	console.log(`yatiqana: coordinator made ${USERNAME}`); // the start script waits for this line
}

/** Behind a reverse proxy the address of a phone is in a header; which one is a setting of the machine. */
function trustProxy(app, header) {
	const settings = app.settings();
	const wanted = header ? [header] : [];
	if (JSON.stringify(settings.trustedProxy.headers ?? []) === JSON.stringify(wanted)) return;
	settings.trustedProxy.headers = wanted;
	app.save(settings);
}
