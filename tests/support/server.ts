// A real PocketBase for a test file: a copy of a data folder that all migrations have made once, on a port of its own.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBundle } from '../../scripts/server/build.mjs';
import { exec } from '../../scripts/server/exec.mjs';
import { at, root } from '../../scripts/server/place.mjs';
import { findPocketBase } from '../../scripts/server/pocketbase.mjs';
import { flags, migrate, serve, stop } from '../../scripts/server/process.mjs';

const SUPERUSER = { email: 'test@example.org', password: 'not-a-secret' };
const POOL = 8;

export interface Answer {
	status: number;
	/** The parsed body, or its text when it is not JSON. Tests look into it freely. */
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is whatever the server said; tests assert on it
	body: any;
	headers: Headers;
}

export interface Server {
	readonly url: string;
	readonly data: string;
	/** What the process has written since its last start. */
	log(): string;
	/** The process as it runs now. */
	pid(): number;
	call(method: string, path: string, options?: CallOptions): Promise<Answer>;
	/** A token of the superuser that every template has. */
	superuser(): Promise<string>;
	/** The rows of a query as text, also of tables that no API shows; what is no query is carried out. */
	sql(query: string): Promise<Record<string, string | null>[]>;
	kill(signal?: NodeJS.Signals): Promise<void>;
	/** Starts again on the same data and port. */
	restart(): Promise<void>;
	/** Ends the process and removes its data. */
	close(): Promise<void>;
}

export interface CallOptions {
	token?: string | undefined;
	body?: unknown;
	headers?: Record<string, string>;
}

export interface ServerOptions {
	env?: Record<string, string>;
	/** Copied and served instead of the built app. */
	web?: string;
	hooks?: string;
	pool?: number;
	/** A data folder to copy instead of the template: a restored backup, a half-dead one. */
	from?: string;
}

/** Migrated data with a superuser and cheap passwords; made again when a migration changes. */
async function template(bin: string): Promise<string> {
	const migrations = at('pocketbase/pb_migrations');
	const hash = createHash('sha256').update(readFileSync(new URL(import.meta.url)));
	for (const name of readdirSync(migrations).sort())
		hash.update(name).update(readFileSync(join(migrations, name)));
	const home = at('.cache/test');
	const made = join(home, `template-${hash.digest('hex').slice(0, 16)}`);
	if (existsSync(made)) return made;
	mkdirSync(home, { recursive: true });
	const half = mkdtempSync(join(home, 'half-'));
	const place = { root, data: half };
	await migrate(bin, place);
	const make = ['superuser', 'upsert', SUPERUSER.email, SUPERUSER.password, ...flags(place)];
	const { code, out } = await exec(bin, make);
	if (code !== 0) throw new Error(out);
	await cheapPasswords(bin, half);
	try {
		renameSync(half, made);
	} catch {
		rmSync(half, { recursive: true, force: true }); // another worker was faster
	}
	return made;
}

async function cheapPasswords(bin: string, data: string): Promise<void> {
	const server = await run(bin, data, {});
	const token = await server.superuser();
	const found = await server.call('GET', '/api/collections/users', { token });
	const fields = found.body.fields.map((field: { name: string }) =>
		field.name === 'password' ? { ...field, cost: 4 } : field
	);
	await server.call('PATCH', '/api/collections/users', { token, body: { fields } });
	await server.kill('SIGTERM');
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const probe = createServer();
		probe.once('error', fail);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => done(port));
		});
	});
}

async function call(
	url: string,
	method: string,
	path: string,
	options: CallOptions = {}
): Promise<Answer> {
	const text = typeof options.body === 'string';
	const answer = await fetch(url + path, {
		method,
		redirect: 'manual',
		headers: {
			...(options.token ? { Authorization: options.token } : {}),
			...(options.body !== undefined ? { 'Content-Type': 'application/json' } : {}),
			...options.headers
		},
		...(options.body === undefined
			? {}
			: { body: text ? (options.body as string) : JSON.stringify(options.body) })
	});
	const said = await answer.text();
	return { status: answer.status, headers: answer.headers, body: parsed(said) };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

async function run(bin: string, data: string, options: ServerOptions): Promise<Server> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const place = {
		root,
		data,
		pool: options.pool ?? POOL,
		...(options.hooks ? { hooks: options.hooks } : {})
	};
	const env = { ...options.env, ...(options.web ? { YATIQANA_WEB: options.web } : {}) };
	const begin = () => serve(bin, place, { host: '127.0.0.1', port, env });
	let running = await begin();
	let token = '';
	const server: Server = {
		url,
		data,
		log: () => running.said(),
		pid: () => running.child.pid ?? 0,
		call: (method, path, more) => call(url, method, path, more),
		async superuser() {
			if (token) return token;
			const login = { identity: SUPERUSER.email, password: SUPERUSER.password };
			const path = '/api/collections/_superusers/auth-with-password';
			token = (await call(url, 'POST', path, { body: login })).body.token;
			return token;
		},
		async sql(query) {
			const path = '/api/sql';
			const answer = await server.call('POST', path, {
				token: await server.superuser(),
				body: { query }
			});
			if (answer.status !== 200) throw new Error(answer.body.message);
			// The route leaves the rest away without a word.
			if (answer.body.rows.length >= 1000)
				throw new Error(`more than one answer of rows: ${query}`);
			const names = answer.body.columns.map((column: { name: string }) => column.name);
			return answer.body.rows.map((row: (string | null)[]) =>
				Object.fromEntries(row.map((value, i) => [names[i], value]))
			);
		},
		async kill(signal = 'SIGKILL') {
			if (signal === 'SIGTERM') return stop(running.child);
			const ended = new Promise((done) => running.child.once('exit', done));
			running.child.kill(signal);
			await ended;
		},
		async restart() {
			running = await begin();
		},
		async close() {
			await stop(running.child);
			rmSync(data, { recursive: true, force: true });
		}
	};
	return server;
}

/** Starts a server for one test file; close it in afterAll. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
	const bin = await findPocketBase(root);
	if (!options.hooks) await makeBundle();
	const from = options.from ?? (await template(bin));
	const data = mkdtempSync(join(tmpdir(), 'yatiqana-'));
	cpSync(from, data, { recursive: true });
	return run(bin, data, options);
}
