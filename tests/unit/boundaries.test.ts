import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const CRUISER = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const PACKAGES = ['dexie', 'zod', 'pocketbase', 'hash-wasm', 'chart.js', 'svelte', '@sveltejs/kit'];
const HOUSE = resolve('.dependency-cruiser.cjs');
const ENTRY = resolve('.dependency-cruiser.entry.cjs');

/** Rule → the file that breaks it, and what it imports. */
const PLANTED: Record<string, [file: string, imports: string][]> = {
	'domain-is-pure': [
		['src/lib/domain/knows-app.ts', '#lib/app/thing.ts'],
		['src/lib/domain/knows-dexie.ts', 'dexie']
	],
	'crypto-is-blind': [['src/lib/crypto/sees.ts', '#lib/domain/thing.ts']],
	'library-reads-domain': [['src/lib/library/climbs.ts', '#lib/app/thing.ts']],
	'store-below-sync': [['src/lib/store/climbs.ts', '#lib/sync/thing.ts']],
	'sync-below-app': [['src/lib/sync/climbs.ts', '#lib/app/thing.ts']],
	'store-owns-dexie': [['src/lib/app/takes-dexie.ts', 'dexie']],
	'pocketbase-has-one-door': [['src/lib/app/takes-sdk.ts', 'pocketbase']],
	'charts-are-lazy': [['src/lib/features/one/draws.ts', 'chart.js']],
	'plain-core': [
		['src/lib/store/knows-svelte.ts', 'svelte'],
		['src/lib/domain/knows-kit.ts', '@sveltejs/kit']
	],
	'routes-are-thin': [['src/routes/thick.ts', '#lib/store/thing.ts']],
	'ui-is-dumb': [['src/lib/ui/speaks.ts', '#lib/domain/thing.ts']],
	'features-show': [['src/lib/features/one/stores.ts', '#lib/store/thing.ts']],
	'no-feature-hopping': [['src/lib/features/one/hops.ts', '#lib/features/two/thing.ts']],
	'app-below-features': [['src/lib/app/climbs.ts', '#lib/features/two/thing.ts']],
	'tests-stay-out': [['src/lib/app/tested.ts', '#lib/app/thing.test.ts']],
	'no-circular': [['src/lib/app/about.ts', '#lib/app/round.ts']],
	'no-orphans': [['src/lib/app/alone.ts', '']],
	resolvable: [['src/lib/app/lost.ts', '#lib/app/nowhere.ts']]
};
const HEAVY: [file: string, imports: string][] = [
	...['dexie', 'zod', 'chart.js', 'hash-wasm', 'pocketbase'].map((name): [string, string] => [
		`src/routes/heavy-${name.replace('.', '-')}.ts`,
		`#lib/app/takes-${name.replace('.', '-')}.ts`
	]),
	...['store', 'sync', 'crypto'].map((room): [string, string] => [
		`src/routes/heavy-${room}.ts`,
		`#lib/app/takes-${room}.ts`
	])
];
/** What is allowed: the rules must say nothing of it. */
const RIGHT: [file: string, imports: string][] = [
	['src/routes/light.ts', '#lib/app/later.ts'],
	['src/lib/features/one/good.ts', '#lib/app/thing.ts'],
	['src/lib/features/one/chart/draws.ts', 'chart.js'],
	['src/lib/app/thing.ts', '#lib/domain/thing.ts'],
	['src/lib/store/thing.ts', 'dexie'],
	['src/lib/sync/pocketbase.ts', 'pocketbase']
];

let folder: string;
function plant(file: string, text: string): void {
	mkdirSync(dirname(join(folder, file)), { recursive: true });
	writeFileSync(join(folder, file), text);
}
const importing = (what: string) => (what ? `import '${what}';\n` : 'export {};\n');

interface Violation {
	rule: { name: string };
	from: string;
}
const cruise = (config: string): Promise<Violation[]> =>
	new Promise((done, failed) => {
		const args = [CRUISER, '--config', config, '--output-type', 'json', 'src'];
		// faults found are an exit code that is not 0, so only the output tells
		execFile(process.execPath, args, { cwd: folder }, (_, out, said) => {
			if (!out) return failed(new Error(said));
			const { summary }: { summary: { violations: Violation[] } } = JSON.parse(out);
			return done(summary.violations);
		});
	});
const rulesOf = (config: string): string[] => {
	const { forbidden }: { forbidden: { name: string }[] } = createRequire(import.meta.url)(config);
	return forbidden.map(({ name }) => name);
};

let found: Violation[] = [];
let foundAtEntry: Violation[] = [];
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'yatiqana-rules-'));
	plant('package.json', '{"type":"module","imports":{"#lib/*":"./src/lib/*"}}');
	plant('tsconfig.json', '{"compilerOptions":{"module":"esnext","moduleResolution":"bundler"}}');
	for (const name of PACKAGES) {
		plant(`node_modules/${name}/package.json`, `{"name":"${name}","main":"index.js"}`);
		plant(`node_modules/${name}/index.js`, 'module.exports = {};');
	}
	for (const room of ['domain', 'crypto', 'sync', 'library', 'features/two', 'ui'])
		plant(`src/lib/${room}/thing.ts`, 'export const thing = 1;\n');
	plant('src/lib/app/thing.test.ts', '');
	for (const name of ['dexie', 'zod', 'chart.js', 'hash-wasm', 'pocketbase'])
		plant(`src/lib/app/takes-${name.replace('.', '-')}.ts`, importing(name));
	for (const room of ['store', 'sync', 'crypto'])
		plant(`src/lib/app/takes-${room}.ts`, importing(`#lib/${room}/thing.ts`));
	plant('src/lib/app/round.ts', importing('#lib/app/about.ts'));
	plant('src/lib/app/later.ts', "export const later = () => import('#lib/store/thing.ts');\n");
	for (const [file, imports] of [...Object.values(PLANTED).flat(), ...HEAVY, ...RIGHT])
		plant(file, importing(imports));
	[found, foundAtEntry] = await Promise.all([cruise(HOUSE), cruise(ENTRY)]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const caught = (rule: string, file: string) =>
	found.some(({ rule: { name }, from }) => name === rule && from === file);

describe('a rule of the house', () => {
	it('has a planted fault each', () => {
		expect(Object.keys(PLANTED).sort()).toEqual(rulesOf(HOUSE).sort());
		expect(rulesOf(ENTRY)).toEqual(['entry-is-light']);
	});

	it.each(Object.entries(PLANTED))('%s catches its own', (rule, files) => {
		for (const [file] of files) expect(caught(rule, file), file).toBe(true);
	});

	it('says nothing of what is right', () => {
		const right = new Set(RIGHT.map(([file]) => file));
		const wrong = found.filter(
			({ rule: { name }, from }) => right.has(from) && name !== 'no-orphans'
		);
		expect(wrong).toEqual([]);
	});
});

describe('what a page needs before the first tap', () => {
	it.each(HEAVY)('%s is too heavy', (file) => {
		expect(foundAtEntry.map(({ from }) => from)).toContain(file);
	});

	it('may ask for it later', () => {
		expect(foundAtEntry.map(({ from }) => from)).not.toContain('src/routes/light.ts');
	});
});
