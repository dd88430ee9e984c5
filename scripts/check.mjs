// Every rule that a machine holds, fastest first. `npm run check`, or one part: `npm run check -- lint`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const sources = ['src', 'pocketbase/src'].filter((dir) => existsSync(dir));

const parts = {
	content: ['node', 'scripts/run.mjs', 'scripts/content.ts'],
	pictures: ['node', 'scripts/run.mjs', 'scripts/pictures.ts', '--check'],
	format: [
		'prettier',
		'--check',
		'--cache',
		'--cache-location',
		'.cache/prettier',
		'--log-level',
		'warn',
		'.'
	],
	lint: ['eslint', '--cache', '--cache-location', '.cache/eslint', '--max-warnings', '0', '.'],
	boundaries: ['depcruise', '--config', '.dependency-cruiser.cjs', ...sources],
	entry: ['depcruise', '--config', '.dependency-cruiser.entry.cjs', 'src'],
	unused: ['knip'],
	types: [
		'svelte-check',
		'--tsconfig',
		'./tsconfig.json',
		'--output',
		'human',
		'--fail-on-warnings'
	]
};

const wanted = process.argv.slice(2).filter((name) => name in parts);
const run = (command, args) =>
	(command === 'node'
		? spawnSync(process.execPath, args, { stdio: 'inherit' })
		: spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' })
	).status ?? 1;

run('svelte-kit', ['sync']);
run('node', ['scripts/messages.mjs']);
let failed = 0;
for (const [name, [command, ...args]] of Object.entries(parts)) {
	if (wanted.length && !wanted.includes(name)) continue;
	const began = Date.now();
	const ok = run(command, args) === 0;
	console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} ${((Date.now() - began) / 1000).toFixed(1)} s`);
	if (!ok) failed++;
}
process.exit(failed ? 1 : 0);
