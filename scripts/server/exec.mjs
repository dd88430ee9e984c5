import { spawn } from 'node:child_process';

/**
 * Runs a program to its end.
 * @returns {Promise<{ code: number, out: string, missing: boolean, late: boolean }>} `missing`: there is no such program
 */
export function exec(command, args, { env, cwd, seconds = 600, show = false } = {}) {
	return new Promise((done) => {
		const child = spawn(command, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe']
		});
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
		child.stdout?.on('data', (text) => (out += text));
		child.stderr?.on('data', (text) => (out += text));
		child.on('error', (error) => end(127, error.code === 'ENOENT'));
		child.on('close', (code) => end(code ?? 1, false));
	});
}

/** The last lines of what a program said, for a person. */
export const tail = (text, lines = 6) => text.trim().split('\n').slice(-lines).join('\n');
