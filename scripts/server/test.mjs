import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { makeAll, makeBundle, makeContent } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { installDependencies } from './dependencies.mjs';
import { at, root } from './place.mjs';
import { findPocketBase } from './pocketbase.mjs';
import { main, Stop } from './stop.mjs';

const say = (text) => console.log(text);

/** Runs a tool of ours in the open. @returns {Promise<{ code: number, out: string }>} what it said, too */
function show(args, env = {}) {
	return new Promise((done) => {
		const child = spawn(process.execPath, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'inherit']
		});
		let out = '';
		child.stdout.on('data', (text) => {
			out += text;
			process.stdout.write(text);
		});
		child.on('close', (code) => done({ code: code ?? 1, out }));
	});
}

const report = (name) => at('.cache/test', `${name}.json`);

/** A run that ends badly without a failed test has failed once all the same. */
const counted = (passed, failed, code) => ({
	passed,
	failed: failed || code === 0 ? failed : 1
});

async function check() {
	const { code, out } = await show(['scripts/check.mjs']);
	const passed = out.match(/^ok {5}\S+ [\d.]+ s$/gm)?.length ?? 0;
	const failed = out.match(/^FAILED \S+ [\d.]+ s$/gm)?.length ?? 0;
	return counted(passed, failed, code);
}

async function vitest(name, projects) {
	rmSync(report(name), { force: true });
	const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];
	args.push(`--outputFile.json=${report(name)}`);
	for (const project of projects) args.push('--project', project);
	const { code } = await show(args);
	if (!existsSync(report(name))) return { passed: 0, failed: 1 };
	const { numPassedTests, numTotalTests, numFailedTests } = JSON.parse(
		readFileSync(report(name), 'utf8')
	);
	if (numTotalTests === 0) return { passed: 0, failed: 1 }; // no test ran: that is no pass
	return counted(numPassedTests, numFailedTests, code);
}

async function playwright() {
	const specs = existsSync(at('tests/e2e')) ? readdirSync(at('tests/e2e')) : [];
	if (!specs.some((name) => name.endsWith('.spec.ts'))) return { passed: 0, failed: 0 };
	rmSync(report('e2e'), { force: true });
	const { code } = await show(['node_modules/@playwright/test/cli.js', 'test'], {
		CHROMIUM_PATH: await ensureChromium(say)
	});
	if (!existsSync(report('e2e'))) return { passed: 0, failed: 1 };
	const { stats } = JSON.parse(readFileSync(report('e2e'), 'utf8'));
	// a journey that passes at the second try is flaky, and flaky is failed
	return counted(stats.expected, stats.unexpected + stats.flaky, code);
}

async function build() {
	await makeAll(root, say);
	return { passed: 1, failed: 0 };
}

async function budgets() {
	if (!existsSync(at('scripts/budgets.ts'))) return { passed: 0, failed: 0 };
	const { code, out } = await show(['scripts/run.mjs', 'scripts/budgets.ts']);
	const passed = out.match(/^ok {5}/gm)?.length ?? 0;
	const failed = out.match(/^FAILED /gm)?.length ?? 0;
	return counted(passed, failed, code);
}

const PARTS = {
	check,
	unit: () => vitest('unit', ['unit', 'runes']),
	build,
	integration: () => vitest('integration', ['integration']),
	e2e: playwright,
	budgets
};
const SERVED = ['integration', 'e2e'];
const BUILT = ['integration', 'e2e', 'budgets'];

async function guarded(name) {
	try {
		return await PARTS[name]();
	} catch (error) {
		console.error(error instanceof Stop ? error.message : error);
		return { passed: 0, failed: 1 };
	}
}

async function runAll(names) {
	const total = { passed: 0, failed: 0 };
	const lines = [];
	for (const name of names) {
		say(`\n== ${name}`);
		const began = Date.now();
		const { passed, failed } = await guarded(name);
		total.passed += passed;
		total.failed += failed;
		const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(7);
		lines.push(`${name.padEnd(12)}${seconds} s   ${passed} passed, ${failed} failed`);
	}
	say(`\n${lines.join('\n')}\n`);
	return total;
}

export const test = (args) =>
	main(async () => {
		const unknown = args.find((name) => !(name in PARTS));
		if (unknown)
			throw new Stop(`There is no part "${unknown}". Parts: ${Object.keys(PARTS).join(', ')}.`);
		const asked = args.length ? args : Object.keys(PARTS);
		const names = Object.keys(PARTS).filter(
			(name) => asked.includes(name) || (name === 'build' && asked.some((x) => BUILT.includes(x)))
		);
		mkdirSync(at('.cache/test'), { recursive: true });
		await installDependencies(root, say);
		await makeContent(root, say);
		await makeBundle(root, say);
		if (names.some((name) => SERVED.includes(name))) await findPocketBase(root, say);
		const { passed, failed } = await runAll(names);
		say(`${passed} passed, ${failed} failed`);
		return failed ? 1 : 0;
	});
