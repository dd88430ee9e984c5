// At most LIMIT syncs are inside at once; the rest are sent away before they load the bundle: each request
// beyond the hooks pool would build a throw-away engine, and a burst of them takes gigabytes.
const LIMIT = 12;
const BUSY = 'sync:busy';

/** Runs the work if there is room, else answers 503 with the seconds to wait. */
exports.through = function (e, work) {
	const store = $app.store();
	let inside = 0;
	store.setFunc(BUSY, (n) => (inside = (n || 0) + 1)); // atomic
	try {
		if (inside > LIMIT) {
			e.response.header().set('Retry-After', String(2 + Math.floor(Math.random() * 6)));
			return e.blob(503, 'application/json', '{"v":1,"busy":true}');
		}
		return work();
	} finally {
		store.setFunc(BUSY, (n) => n - 1);
	}
};
