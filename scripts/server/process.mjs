// PocketBase as a child: how it is called, how it is waited for, what its death means.
import { spawn } from 'node:child_process';
import { exec, tail, tracked } from './exec.mjs';
import { Stop } from './stop.mjs';

/** @param {{ root: string, data: string, hooks?: string, migrations?: string, pool?: number }} place */
export function flags({ root, data, hooks, migrations, pool = 32 }) {
	return [
		`--dir=${data}`,
		`--hooksDir=${hooks ?? `${root}/pocketbase/pb_hooks`}`,
		`--migrationsDir=${migrations ?? `${root}/pocketbase/pb_migrations`}`,
		`--publicDir=${root}/build`,
		'--hooksWatch=false', // with the watcher a broken hook file would be left out in silence
		'--automigrate=false',
		'--indexFallback=false',
		`--hooksPool=${pool}`
	];
}

/** The line of a crash that says which file is at fault. */
function cause(out) {
	const lines = out.split('\n').map((line) => line.trim());
	const line =
		lines.find((text) => /^- (SyntaxError|GoError|TypeError|ReferenceError|Error)/.test(text)) ??
		lines.find((text) => /^(panic|Error|failed)/i.test(text)) ??
		tail(out, 1);
	const file = /failed to execute (\S+\.pb\.js)/.exec(out)?.[1];
	return { file, line: line.replace(/^- /, '') };
}

function sentence(out, what) {
	const { file, line } = cause(out);
	if (file)
		return `The server did not start: pocketbase/pb_hooks/${file} is broken (${line}). Nothing was changed.`;
	return `${what}: ${line}`;
}

/** Brings a data folder to the newest migration; all of them or none. */
export async function migrate(bin, place) {
	const { code, out } = await exec(bin, ['migrate', 'up', ...flags(place)], { seconds: 300 });
	if (code !== 0) throw new Stop(sentence(out, 'The data could not be brought up to date'));
}

/**
 * Starts serving and waits until it answers.
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, said: () => string }>}
 */
export async function serve(bin, place, { host, port, env, seconds = 60 }) {
	const name = host.includes(':') ? `[${host}]` : host;
	const url = `http://${name}:${port}`;
	const args = ['serve', `--http=${name}:${port}`, `--origins=${url}`, ...flags(place)];
	const child = tracked(
		spawn(bin, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
	);
	let out = '';
	const hear = (text) => (out = (out + text).slice(-20_000));
	child.stdout.on('data', hear);
	child.stderr.on('data', hear);
	const over = Date.now() + seconds * 1000;
	while (Date.now() < over) {
		if (child.exitCode !== null || child.signalCode !== null)
			throw new Stop(sentence(out, 'The server did not start'));
		if (await answers(url)) return { child, said: () => out };
		await new Promise((done) => setTimeout(done, 25));
	}
	child.kill('SIGKILL');
	throw new Stop(`The server did not answer within ${seconds} s:\n${tail(out)}`);
}

export async function answers(url) {
	try {
		const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2000) });
		return answer.ok;
	} catch {
		return false; // not yet, or no longer
	}
}

/** Asks it to end, and ends it after five seconds. */
export function stop(child) {
	return new Promise((done) => {
		if (child.exitCode !== null || child.signalCode !== null) return done();
		const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
		child.once('exit', () => {
			clearTimeout(timer);
			done();
		});
		child.kill('SIGTERM');
	});
}
