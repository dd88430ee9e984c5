// Content, server bundle and app, each made again only when what it is made of has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exec, tail } from './exec.mjs';
import { root as here } from './place.mjs';
import { Stop } from './stop.mjs';
import { makeTwins } from './twins.mjs';

const CONTENT = ['content', 'scripts/content.ts', 'scripts/content', 'src/lib/domain/course'];
const SERVER = ['pocketbase/src', 'src/lib/domain', 'src/lib/sync', 'scripts/bundle-server.mjs'];
const APP = [
	'src',
	'static',
	'messages',
	'project.inlang/settings.json',
	'svelte.config.js',
	'vite.config.ts',
	'paraglide.config.js'
];
const EVERY = ['package-lock.json', 'tsconfig.json'];
const MADE = ['src/lib/paraglide', 'src/lib/library/generated', 'static/library'];

function feed(hash, root, path) {
	if (MADE.includes(path)) return;
	let entries;
	try {
		entries = readdirSync(join(root, path), { withFileTypes: true });
	} catch (error) {
		if (error.code === 'ENOENT') return;
		hash.update(`${path}\0`).update(readFileSync(join(root, path)));
		return;
	}
	for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
		feed(hash, root, `${path}/${name}`);
}

/** @returns what these files are now, as one text */
function stateOf(root, paths) {
	const hash = createHash('sha256');
	for (const path of paths) feed(hash, root, path);
	return hash.digest('hex');
}

/** What a build calls itself: changes when somebody has built by hand since. */
const nameOf = (root) => {
	try {
		return readFileSync(join(root, 'build/_app/version.json'), 'utf8');
	} catch {
		return 'none'; // there is no build
	}
};

/** Runs `make` unless the note of the last time says that nothing has changed. */
async function when(root, step, make) {
	const note = join(root, '.cache', 'made', step.name);
	const now = () => `${stateOf(root, step.from)} ${step.result?.() ?? ''}`;
	if (existsSync(note) && readFileSync(note, 'utf8') === now()) return;
	rmSync(note, { force: true });
	await make();
	mkdirSync(dirname(note), { recursive: true });
	writeFileSync(note, now());
}

async function tool(root, what, args) {
	// a test runner's environment would make a build for development, without the worker
	const env = { VITEST: '', NODE_ENV: 'production' };
	const { code, out } = await exec(process.execPath, args, { cwd: root, env });
	if (code === 0) return;
	const words = out.split('\n').filter((line) => !/^\s+at .*:\d+:\d+\)?$/.test(line));
	throw new Stop(`${what} could not be made:\n${tail(words.join('\n'), 12)}`);
}

/** Lessons and pictures, compiled from content/. */
export async function makeContent(root = here, say = () => {}) {
	if (!existsSync(join(root, 'scripts/content.ts'))) return;
	const result = () => String(existsSync(join(root, 'src/lib/library/generated/index.ts')));
	await when(root, { name: 'content', from: [...EVERY, ...CONTENT], result }, () => {
		say('Compiling the lessons …');
		return tool(root, 'The lessons', ['scripts/run.mjs', 'scripts/content.ts']);
	});
}

/** pocketbase/src as the one file that the hooks load. */
export async function makeBundle(root = here, say = () => {}) {
	if (!existsSync(join(root, 'scripts/bundle-server.mjs'))) return;
	const lib = join(root, 'pocketbase/pb_hooks/lib');
	const result = () =>
		readdirSync(lib)
			.filter((name) => name.endsWith('.bundle.cjs'))
			.join();
	await when(root, { name: 'bundle', from: [...EVERY, ...SERVER], result }, () => {
		say('Bundling the server …');
		return tool(root, 'The server', ['scripts/bundle-server.mjs']);
	});
}

/** The app in build/, with its compressed twins. */
export async function makeApp(root = here, say = () => {}) {
	const from = [...EVERY, ...APP, ...CONTENT];
	await when(root, { name: 'app', from, result: () => nameOf(root) }, async () => {
		say('Building the app …');
		await tool(root, 'The app', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
		await makeTwins(join(root, 'build'));
	});
}

export async function makeAll(root = here, say = () => {}) {
	await makeContent(root, say);
	await makeBundle(root, say);
	await makeApp(root, say);
}
