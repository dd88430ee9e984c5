import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, it, vi } from 'vitest';
import { expected } from '../../../../tests/support/golden.ts';

// thousands of cases: slow on a busy machine
vi.setConfig({ testTimeout: 60_000 });

/** What the engine may not lean on: clocks, locales, and everything of Node and of a page. */
const FORBIDDEN = ['Date', 'Intl', 'Atomics', 'SharedArrayBuffer', 'WeakRef', 'eval', 'Function'];

it('needs nothing but plain ES2019: no clock, no locale, no platform', async () => {
	const { outputFiles } = await build({
		entryPoints: ['tests/support/golden.ts'],
		bundle: true,
		write: false,
		format: 'cjs',
		platform: 'neutral',
		target: 'es2019'
	});
	const module: { exports: { answer?: (csv: string) => string } } = { exports: {} };
	const bare = createContext({ module });
	for (const name of FORBIDDEN) runInContext(`delete globalThis.${name}`, bare);
	runInContext('Math.random = undefined', bare);
	runInContext(outputFiles[0]!.text, bare);
	const csv = readFileSync('tests/fixtures/who/golden.csv', 'utf8');
	expect(module.exports.answer?.(csv)).toBe(expected(csv));
});
