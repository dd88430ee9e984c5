import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vitest/config';
import { paraglide } from './paraglide.config.js';

// The oldest browsers promised: last Chrome for Android 5 is 95.
const target = ['chrome95', 'safari15.4', 'firefox102'];

export default defineConfig({
	plugins: [
		paraglideVitePlugin(paraglide),
		sveltekit(),
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
						'client/**/*.{js,css,svg,png,woff2,webmanifest}',
						'prerendered/**/*.html',
						'fallback/*.html'
					],
					// lessons and drawings are kept one by one; pictures of the shop window are for shops
					globIgnores: [
						'**/library/**',
						'**/screenshots/**',
						// drawings that no screen shows yet
						'**/art/**',
						'prerendered/pages/**/courses/*/*/*.html'
					]
				}
			})
	],
	build: { target },
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
