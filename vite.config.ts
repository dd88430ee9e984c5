import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vitest/config';
import { paraglide } from './paraglide.config.js';
import { workersList } from './scripts/parts/list.ts';
import { smallMessages } from './scripts/parts/messages.ts';
import { sortModules } from './scripts/parts/modules.ts';
import { smallSchemas } from './scripts/parts/schemas.ts';

// The oldest browsers promised are Chrome 95 (the last for Android 5), Safari 15.4 and Firefox 102. They know every
// syntax of these; named are the first without a fault in rare class fields (`static name`, which we have none of),
// because a name below them turns each private field of Svelte and ours into a WeakMap: 2 kB packed, and time on a slow phone.
const target = ['chrome100', 'safari16', 'firefox102'];

export default defineConfig({
	plugins: [
		paraglideVitePlugin(paraglide),
		smallMessages(),
		smallSchemas(),
		sveltekit(),
		sortModules('.svelte-kit/drawings.json'),
		// the worker is no part of a unit test, and the plugin would keep the test runner alive
		!process.env.VITEST &&
			SvelteKitPWA({
				strategies: 'injectManifest',
				registerType: 'prompt',
				injectRegister: false,
				manifest: false,
				base: '/',
				scope: '/',
				kit: { trailingSlash: 'always' },
				injectManifest: {
					// the shell is written by the adapter, after this list is made
					additionalManifestEntries: [{ url: '/404.html', revision: Date.now().toString(36) }],
					maximumFileSizeToCacheInBytes: 1_000_000,
					globPatterns: [
						'client/**/*.{js,css,woff2,webmanifest}',
						'client/_app/immutable/assets/*.svg',
						// pictures of the system and of the shop window are fetched when they are wanted
						'client/icons/icon.svg',
						'client/{art,drawings}/**/*.svg',
						'prerendered/pages/**/*.html'
					],
					// lessons and drawings of lessons are kept one by one
					globIgnores: ['**/library/**'],
					manifestTransforms: [
						(files) => ({
							manifest: workersList(files, {
								folder: '.svelte-kit/output',
								note: '.svelte-kit/drawings.json'
							})
						})
					]
				}
			})
	],
	build: { target },
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					// for a busy machine: a test that waits is not a test that fails
					testTimeout: 30_000,
					environment: 'node',
					include: [
						'src/**/*.test.ts',
						'scripts/**/*.test.ts',
						'pocketbase/src/**/*.test.ts',
						'tests/unit/**/*.test.ts'
					],
					exclude: ['src/**/*.svelte.test.ts']
				}
			},
			{
				extends: true,
				resolve: { conditions: ['browser'] },
				test: { name: 'runes', environment: 'jsdom', include: ['src/**/*.svelte.test.ts'] }
			},
			{
				extends: true,
				test: {
					name: 'integration',
					environment: 'node',
					include: ['tests/integration/**/*.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 120_000
				}
			}
		]
	}
});
