// A Chromium for the tests: the setting, one of this machine, Playwright's own, Debian's package.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { exec, tail } from './exec.mjs';
import { root } from './place.mjs';
import { Stop } from './stop.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

const isRoot = () => process.getuid?.() === 0;

/** How a test starts it: quiet on the network, without the sandbox that root cannot have. */
export const chromiumArgs = () => [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	'--no-first-run',
	'--disable-gpu',
	...(isRoot() ? ['--no-sandbox'] : [])
];

/** @returns {string} the path of one that is there, or an empty string; nothing is installed */
export function findChromium() {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	const folders = (process.env.PATH ?? '').split(delimiter);
	const here = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...here, ...ELSEWHERE].find((path) => existsSync(path)) ?? '';
}

async function playwrights() {
	const { chromium } = await import('@playwright/test');
	const path = chromium.executablePath();
	return existsSync(path) ? path : '';
}

async function downloaded() {
	const cli = join(root, 'node_modules/@playwright/test/cli.js');
	const args = [cli, 'install', 'chromium'];
	const { code, out } = await exec(process.execPath, args, { cwd: root, seconds: 240 });
	if (code === 0) return playwrights();
	throw new Error(tail(out, 1));
}

async function fromDebian() {
	if (!isRoot()) throw new Error('only root can install packages');
	const apt = (...args) =>
		exec('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' }, seconds: 600 });
	const update = await apt('update');
	if (update.missing) throw new Error('this is no Debian');
	const { code, out } = await apt('install', '-y', '--no-install-recommends', 'chromium');
	if (code !== 0) throw new Error(tail(out, 1));
	return findChromium();
}

/** @returns {Promise<string>} the path of one, installed when there was none */
export async function ensureChromium(say = () => {}) {
	if (process.env.CHROMIUM_PATH && !existsSync(process.env.CHROMIUM_PATH))
		throw new Stop(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, and there is no such file.`);
	const there = findChromium() || (await playwrights());
	if (there) return there;
	const tried = [];
	for (const [name, source] of [
		['Playwright’s own download', downloaded],
		['Debian’s package', fromDebian]
	]) {
		say(`Chromium: ${name} …`);
		try {
			const path = await source();
			if (path) return path;
			tried.push(`  - ${name}: it is not where it should be`);
		} catch (error) {
			tried.push(`  - ${name}: ${error.message}`);
		}
	}
	throw new Stop(
		`Chromium could not be found. Tried:\n${tried.join('\n')}\n` +
			'What helps: install Chromium or Chrome, or set CHROMIUM_PATH to the path of one.'
	);
}
