import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAll } from './build.mjs';
import { tail } from './exec.mjs';
import { demoSettings, demoSignIns, fillDemo, refuseDemo, refuseReal } from './demo.mjs';
import { installDependencies } from './dependencies.mjs';
import { root } from './place.mjs';
import { findPocketBase } from './pocketbase.mjs';
import { answers, migrate, serve, stop } from './process.mjs';
import { checkPort, checkWritable, readSettings } from './settings.mjs';
import { main, Stop } from './stop.mjs';

const say = (text) => console.log(text);

/** Everything that `npm start` does, in order; each step says one sentence when it cannot be done. */
export const start = (args) =>
	main(async () => {
		const demo = args.includes('--demo');
		obeySignals();
		const settings = demo ? demoSettings() : readSettings();
		await refuseTwice(settings);
		await checkPort(settings);
		checkWritable(root, 'The folder of the app');
		checkWritable(settings.data, 'The folder for the data');
		if (demo) refuseReal(settings);
		else refuseDemo(settings);
		await installDependencies(root, say);
		const bin = await findPocketBase(root, say);
		await makeAll(root, say);
		await prepare(bin, settings.data, demo ? (half) => fillDemo(bin, half, say) : undefined);
		await run(bin, { ...settings, demo });
	});

const serving = { child: null, asked: false };

/** Ctrl-C before there is a server ends at once, afterwards it ends the server first. */
function obeySignals() {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
		process.on(signal, () => {
			if (!serving.child) process.exit(130);
			serving.asked = true;
			stop(serving.child);
		});
}

const note = (data) => join(data, 'running.json');

/** Two servers on one folder of data would each believe that it is theirs. */
async function refuseTwice({ data }) {
	if (!existsSync(note(data))) return;
	let other;
	try {
		other = JSON.parse(readFileSync(note(data), 'utf8'));
	} catch {
		return; // a note cut short by a power failure says nothing
	}
	if (await answers(other.url))
		throw new Stop(`This programme is already running at ${other.url}: stop that one first.`);
}

/** A new data folder appears whole or not at all. */
async function prepare(bin, data, fill = async () => {}) {
	if (existsSync(join(data, 'data.db'))) return migrate(bin, { root, data });
	if (existsSync(data) && readdirSync(data).length > 0)
		throw new Stop(`YATIQANA_DATA is ${data}, which holds other things: choose an empty folder.`);
	say('Setting up the data …');
	const half = `${data}.new-${process.pid}`;
	process.on('exit', () => rmSync(half, { recursive: true, force: true }));
	await migrate(bin, { root, data: half });
	await fill(half);
	rmSync(data, { recursive: true, force: true });
	renameSync(half, data);
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twelve letters in threes: to be read from one screen and typed on another. */
function password() {
	const letters = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
	return letters.match(/.{4}/g).join('-');
}

async function run(bin, { host, port, data, url, demo }) {
	const first = password();
	const env = {
		YATIQANA_FIRST_COORDINATOR: first,
		YATIQANA_WEB: process.env.YATIQANA_WEB ?? join(root, 'build')
	};
	const { child, said } = await serve(bin, { root, data }, { host, port, env });
	serving.child = child;
	const ended = untilEnd(child, data, said);
	writeFileSync(note(data), JSON.stringify({ pid: child.pid, url }));
	say(`\nYatiqaña is at ${url}`);
	const made = /yatiqana: coordinator made (\S+)/.exec(said());
	if (made)
		say(
			`\n  The coordinator signs in with\n    name      ${made[1]}\n    password  ${first}\n` +
				'  This is shown once: write it down.'
		);
	if (demo) say(demoSignIns());
	if (!isLocal(host))
		say(
			'\nOver plain http on a network address a browser keeps the app from working offline: put TLS in front (docs/operations.md).'
		);
	say('\nCtrl-C stops it.');
	await ended;
}

const isLocal = (host) => ['127.0.0.1', '::1', 'localhost'].includes(host);

function untilEnd(child, data, said) {
	return new Promise((done, fail) =>
		child.once('exit', (code) => {
			rmSync(note(data), { force: true });
			if (serving.asked) return done();
			fail(new Stop(`The server ended by itself (${code}):\n${tail(said())}`));
		})
	);
}
