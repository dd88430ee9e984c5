import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

// A page for whoever draws and builds components: `npm run catalogue`. It is no route, so no build holds it.
export default defineConfig({
	root,
	publicDir: fileURLToPath(new URL('../../static', import.meta.url)),
	cacheDir: fileURLToPath(new URL('../../.cache/catalogue', import.meta.url)),
	plugins: [svelte({ configFile: false })],
	build: {
		outDir: fileURLToPath(new URL('../../.cache/catalogue-build', import.meta.url)),
		emptyOutDir: true,
		copyPublicDir: false
	},
	server: { port: 5180, fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } }
});
