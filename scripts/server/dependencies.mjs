import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exec, tail } from './exec.mjs';
import { Stop } from './stop.mjs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @returns whether node_modules holds what package-lock.json names; packages for other machines may be missing */
export function areInstalled(root) {
	const note = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(note)) return false;
	const wanted = read(join(root, 'package-lock.json')).packages;
	const there = read(note).packages;
	return Object.entries(wanted).every(
		([path, { version, optional, devOptional }]) =>
			path === '' || there[path]?.version === version || (!there[path] && (optional || devOptional))
	);
}

/** Installs exactly what the lockfile names, when it is missing or another. */
export async function installDependencies(root, say = () => {}) {
	if (areInstalled(root)) return;
	say('Installing dependencies …');
	const npm = process.env.npm_execpath;
	const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
	args.push('--fetch-retries=1', '--fetch-timeout=60000');
	const [command, rest] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
	const { code, out, missing } = await exec(command, rest, { cwd: root, seconds: 1200 });
	if (missing) throw new Stop('npm was not found: it comes with Node.');
	if (code === 0) return;
	if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|network/i.test(out))
		throw new Stop(
			'The dependencies could not be fetched: there is no connection to the package registry. ' +
				'Connect this machine and run the command again.'
		);
	if (/EROFS|EACCES|EPERM/.test(out))
		throw new Stop(`The dependencies could not be written: ${root} is read-only.`);
	throw new Stop(`The dependencies could not be installed:\n${tail(out, 8)}`);
}
