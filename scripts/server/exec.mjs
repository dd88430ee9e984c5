import { spawn } from 'node:child_process';

const children = new Set();
process.on('exit', () => children.forEach((child) => child.kill()));

/** A child that ends with us, however we end. */
export function tracked(child) {
	children.add(child);
	child.once('exit', () => children.delete(child));
	return child;
}

/**
 * Runs a program to its end.
 * @returns {Promise<{ code: number, out: string, missing: boolean, late: boolean }>} `missing`: there is no such program
 */
export function exec(command, args, { env, cwd, seconds = 600 } = {}) {
	return new Promise((done) => {
		const child = tracked(
			spawn(command, args, {
				cwd,
				env: { ...process.env, ...env },
				stdio: ['ignore', 'pipe', 'pipe']
			})
		);
		let out = '';
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			child.kill('SIGKILL');
		}, seconds * 1000);
		const end = (code, missing) => {
			clearTimeout(timer);
			done({ code, out, missing, late });
		};
		child.stdout.on('data', (text) => (out += text));
		child.stderr.on('data', (text) => (out += text));
		child.on('error', (error) => end(127, error.code === 'ENOENT'));
		child.on('close', (code) => end(code ?? 1, false));
	});
}

/** The last lines of what a program said, for a person. */
export const tail = (text, lines = 6) => text.trim().split('\n').slice(-lines).join('\n');
