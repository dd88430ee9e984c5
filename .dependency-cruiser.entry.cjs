const { options } = require('./.dependency-cruiser.cjs');

/**
 * entry-is-light: what a page needs before the first tap. Lazy imports are left out of this graph, so
 * whatever is still reachable from a route would be loaded before anything can be touched.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
	forbidden: [
		{
			name: 'entry-is-light',
			severity: 'error',
			from: { path: '^src/routes/' },
			to: {
				path: [
					'node_modules/(dexie|zod|chart\\.js|hash-wasm|pocketbase)/',
					'^src/lib/(store|sync|crypto)/'
				],
				reachable: true
			}
		}
	],
	options: { ...options, exclude: { path: options.exclude.path, dynamic: true } }
};
