/**
 * The house's rules: domain decides, store remembers, crypto hides, sync carries, app conducts,
 * features show, routes address.
 */
const lib = '^src/lib/';
const room = (name) => `${lib}${name}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'domain-is-pure',
			comment: 'domain knows no other room and no package but zod',
			severity: 'error',
			from: { path: room('domain'), pathNot: '\\.test\\.ts$' },
			to: { pathNot: [room('domain'), 'node_modules/zod/'] }
		},
		{
			name: 'crypto-is-blind',
			comment: 'crypto sees bytes and keys, never a room of ours',
			severity: 'error',
			from: { path: room('crypto'), pathNot: '\\.test\\.ts$' },
			to: { path: lib, pathNot: room('crypto') }
		},
		{
			name: 'library-reads-domain',
			severity: 'error',
			from: { path: room('library') },
			to: { path: lib, pathNot: [room('library'), room('domain')] }
		},
		{
			name: 'store-below-sync',
			severity: 'error',
			from: { path: room('store'), pathNot: '\\.test\\.ts$' },
			to: { path: lib, pathNot: [room('store'), room('domain'), room('crypto')] }
		},
		{
			name: 'sync-below-app',
			severity: 'error',
			from: { path: room('sync') },
			to: { path: lib, pathNot: [room('sync'), room('domain'), room('store'), room('crypto')] }
		},
		{
			name: 'store-owns-dexie',
			severity: 'error',
			from: { path: '^src/', pathNot: room('store') },
			to: { path: 'node_modules/dexie/' }
		},
		{
			name: 'pocketbase-has-one-door',
			comment: 'the SDK is for the office; the field speaks through sync',
			severity: 'error',
			from: {
				path: '^src/',
				pathNot: `${lib}sync/pocketbase\\.ts$`
			},
			to: { path: 'node_modules/pocketbase/' }
		},
		{
			name: 'charts-are-lazy',
			severity: 'error',
			from: { path: '^src/', pathNot: `${lib}features/[^/]+/chart/` },
			to: { path: 'node_modules/chart\\.js/' }
		},
		{
			name: 'plain-core',
			comment: 'only app, features, ui and routes may know Svelte and Kit',
			severity: 'error',
			from: { path: `${lib}(domain|crypto|library|store|sync)/`, pathNot: '\\.test\\.ts$' },
			to: { path: ['node_modules/svelte/', 'node_modules/@sveltejs/', '^\\$app/'] }
		},
		{
			name: 'routes-are-thin',
			severity: 'error',
			from: { path: '^src/routes/' },
			to: { path: `${lib}(store|sync|crypto)/` }
		},
		{
			name: 'ui-is-dumb',
			severity: 'error',
			from: { path: room('ui') },
			to: { path: lib, pathNot: room('ui') }
		},
		{
			name: 'features-show',
			comment: 'a feature speaks to app, domain, library and ui',
			severity: 'error',
			from: { path: room('features') },
			to: { path: `${lib}(store|sync|crypto)/` }
		},
		{
			name: 'no-feature-hopping',
			severity: 'error',
			from: { path: `${lib}features/([^/]+)/` },
			to: { path: `${lib}features/`, pathNot: `${lib}features/$1/` }
		},
		{
			name: 'app-below-features',
			severity: 'error',
			from: { path: room('app') },
			to: { path: [`${lib}features/`, '^src/routes/'] }
		},
		{
			name: 'tests-stay-out',
			severity: 'error',
			from: { path: '^(src|pocketbase/src)/', pathNot: '\\.test\\.ts$' },
			to: { path: ['^tests/', '\\.test\\.ts$'] }
		},
		{ name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
		{
			name: 'no-orphans',
			severity: 'error',
			from: {
				orphan: true,
				path: '^src/lib/',
				pathNot: ['\\.test\\.ts$', '\\.d\\.ts$', `${lib}paraglide/`, `${lib}ui/icons/`]
			},
			to: {}
		},
		{
			name: 'resolvable',
			severity: 'error',
			from: { path: '^(src|pocketbase/src)/' },
			to: {
				couldNotResolve: true,
				pathNot: ['^\\$app/', '^\\$env/', '^virtual:', '\\$types(\\.js)?$']
			}
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: ['src/lib/paraglide/', 'src/service-worker/'] },
		tsPreCompilationDeps: false,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'browser', 'import', 'require', 'default'],
			extensions: ['.ts', '.js', '.svelte', '.json']
		}
	}
};
