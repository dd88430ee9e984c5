// Bundles the server's code for PocketBase's hooks: one CommonJS file without a word of Node.
//   node scripts/bundle-server.mjs
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './server/place.mjs';

/** Bundles one entry; by default the server's into its place. Answers the bytes written. */
export async function bundleServer({
	entry = join(root, 'pocketbase', 'src', 'server.ts'),
	outfile = join(root, 'pocketbase', 'pb_hooks', 'lib', 'server.bundle.cjs')
} = {}) {
	const { metafile } = await build({
		absWorkingDir: root,
		entryPoints: [entry],
		outfile,
		bundle: true,
		format: 'cjs',
		// neutral: whatever needs Node or a browser fails here and not at the first sync
		platform: 'neutral',
		mainFields: ['module', 'main'],
		target: 'es2019',
		legalComments: 'none',
		metafile: true,
		logLevel: 'warning'
	});
	return Object.values(metafile.outputs)[0].bytes;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const bytes = await bundleServer();
	console.log(`server bundle: ${Math.round(bytes / 1024)} kB`);
}
