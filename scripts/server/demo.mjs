// npm start -- --demo: a fictional programme in a folder of its own, for this machine's eyes only.
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { tracked } from './exec.mjs';
import { root } from './place.mjs';
import { serve, stop } from './process.mjs';
import { readSettings } from './settings.mjs';
import { Stop } from './stop.mjs';

/** No secret: nothing in the folder is about anybody, and only this machine can reach it. */
const PASSWORD = 'wiphala-demo';
const mark = (data) => join(data, 'demo.json');

/** Its own folder, and never an address that another machine could reach. */
export function demoSettings(env = process.env) {
	if (env.HOST && env.HOST !== '127.0.0.1')
		throw new Stop('The fictional programme has known passwords: it listens on 127.0.0.1 only.');
	return readSettings({ ...env, YATIQANA_DATA: env.YATIQANA_DATA || 'data-demo' });
}

/** A folder with a real programme is not touched. */
export function refuseReal({ data }) {
	if (existsSync(join(data, 'data.db')) && !existsSync(mark(data)))
		throw new Stop(`${data} holds a real programme: choose another folder for the fictional one.`);
}

/** Known passwords must never stand behind a real address. */
export function refuseDemo({ data }) {
	if (existsSync(mark(data)))
		throw new Stop(`${data} holds the fictional programme: start it with npm start -- --demo.`);
}

const freePort = () =>
	new Promise((done, fail) => {
		const probe = createServer().once('error', fail);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address();
			probe.close(() => done(port));
		});
	});

/** Writes the programme into a data folder that nobody serves yet: whole, or the folder is thrown away. */
export async function fillDemo(bin, data, say) {
	say('Writing two years of a fictional programme …');
	const port = await freePort();
	const host = '127.0.0.1';
	const env = { YATIQANA_FIRST_COORDINATOR: PASSWORD };
	const { child } = await serve(bin, { root, data }, { host, port, env });
	try {
		await pour(`http://${host}:${port}`);
		writeFileSync(mark(data), '{"fictional":true}\n');
	} finally {
		await stop(child);
	}
}

function pour(url) {
	const args = [join(root, 'scripts/run.mjs'), join(root, 'scripts/demo.ts'), '--url', url];
	const env = { ...process.env, YATIQANA_DEMO_PASSWORD: PASSWORD };
	const child = tracked(spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' }));
	return new Promise((done, fail) => {
		child.once('exit', (code) =>
			code === 0 ? done() : fail(new Stop('The fictional programme could not be written.'))
		);
	});
}

export const demoSignIns = () =>
	`\n  A fictional programme. All sign-ins have the password ${PASSWORD}\n` +
	'    coordinacion   the coordinator\n' +
	'    elena          a facilitator of four groups\n' +
	'    marta          a promoter of two communities';
