import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleServer } from '../../scripts/bundle-server.mjs';

let dir = '';
let text = '';
beforeAll(async () => {
	dir = mkdtempSync(join(tmpdir(), 'bundle-'));
	await bundleServer({ outfile: join(dir, 'server.cjs') });
	text = readFileSync(join(dir, 'server.cjs'), 'utf8');
});
afterAll(() => rmSync(dir, { recursive: true }));

/** What PocketBase's engine has not got, beside everything of Node and of a page. */
const MISSING = ['Intl', 'WeakRef', 'FinalizationRegistry', 'Atomics', 'SharedArrayBuffer'];

it('runs where there is nothing of Node and nothing of a browser', () => {
	const module = { exports: {} as Record<string, unknown> };
	const bare = createContext({ module, exports: module.exports });
	for (const name of MISSING) runInContext(`delete globalThis.${name}`, bare);
	const there = (name: string) => runInContext(`typeof ${name}`, bare) as string;
	for (const name of [
		'setTimeout',
		'URL',
		'TextEncoder',
		'crypto',
		'structuredClone',
		...MISSING
	]) {
		expect([name, there(name)]).toEqual([name, 'undefined']);
	}
	runInContext(text, bare);
	expect(Object.keys(module.exports).sort()).toEqual([
		'childReport',
		'decideHeld',
		'exportTable',
		'groupReport',
		'handover',
		'listHeld',
		'programmeReport',
		'rebuild',
		'refreshSums',
		'secrets',
		'sync'
	]);
});

it('asks for no module and stays small: each engine that loads it keeps a copy', () => {
	expect(text).not.toMatch(/\brequire\(/);
	expect(text.length).toBeLessThan(300_000);
});
