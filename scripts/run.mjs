// Runs a TypeScript command: bundles it once into .cache/run and again only when a source has changed.
//   node scripts/run.mjs scripts/content.ts --check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...args] = process.argv.slice(2);
if (!entry) {
	console.error('usage: node scripts/run.mjs SCRIPT.ts [arguments]');
	process.exit(2);
}

const stamp = (files) =>
	files.map((file) => `${file}:${existsSync(file) ? statSync(file).mtimeMs : 0}`).join('\n');

/** @returns the bundled file, fresh */
async function bundled(source) {
	const dir = join(root, '.cache', 'run');
	const name = createHash('sha256').update(source).digest('hex').slice(0, 12);
	const out = join(dir, `${name}.mjs`);
	const note = join(dir, `${name}.inputs.json`);
	if (existsSync(out) && existsSync(note)) {
		const { inputs, stamp: was } = JSON.parse(readFileSync(note, 'utf8'));
		if (stamp(inputs) === was) return out;
	}
	const { build } = await import('esbuild');
	mkdirSync(dir, { recursive: true });
	const half = join(dir, `${name}.${process.pid}.tmp.mjs`);
	const { metafile } = await build({
		absWorkingDir: root,
		entryPoints: [source],
		outfile: half,
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		packages: 'external',
		// the bundle lies elsewhere: scripts ask for the root, not for their own place
		define: { 'import.meta.dirname': JSON.stringify(dirname(source)) },
		metafile: true,
		logLevel: 'warning'
	});
	const inputs = Object.keys(metafile.inputs).map((file) => resolve(root, file));
	renameSync(half, out);
	writeFileSync(note, JSON.stringify({ inputs, stamp: stamp(inputs) }));
	return out;
}

const file = await bundled(resolve(entry));
process.argv = [process.argv[0], resolve(entry), ...args];
await import(pathToFileURL(file).href);
