// The journal of a real PocketBase, as the conformance suite wants to see it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleServer } from '../../../scripts/bundle-server.mjs';
import { startServer, type Server } from '../server.ts';
import { newId, type Someone, type World } from './conformance.ts';
import type { SyncAnswer } from '#lib/sync/protocol.ts';

const PROBE = ['play', 'insert', 'phones']
	.map(
		(name) => `routerAdd('POST', '/api/test/${name}',
	(e) => require(\`\${__hooks}/lib/probe.cjs\`).${name}(e), $apis.bodyLimit(64 << 20));`
	)
	.join('\n');

export interface JournalServer {
	readonly server: Server;
	readonly world: World;
	/** Its folder of hooks. */
	readonly hooks: string;
	/** A token for somebody, who is made if she is new. */
	token(who: Someone): Promise<string>;
	close(): Promise<void>;
}

/** A server of its own, with the bundle of these very sources and a door to play entries through. */
export async function startJournalServer(
	options: { env?: Record<string, string>; pool?: number } = {}
): Promise<JournalServer> {
	const hooks = mkdtempSync(join(tmpdir(), 'yatiqana-hooks-'));
	cpSync('pocketbase/pb_hooks', hooks, { recursive: true });
	await bundleServer({ outfile: join(hooks, 'lib', 'server.bundle.cjs') });
	await bundleServer({
		entry: 'tests/support/journal/probe.ts',
		outfile: join(hooks, 'lib', 'probe.cjs')
	});
	writeFileSync(join(hooks, 'probe.pb.js'), PROBE);
	const server = await startServer({ hooks, ...options });
	const people = new People(server);
	return {
		server,
		hooks,
		token: (who) => people.token(who),
		world: worldOf(server, people),
		async close() {
			await server.close();
			rmSync(hooks, { recursive: true });
		}
	};
}

/** Phones and accounts, made when they are first seen. */
class People {
	private readonly tokens = new Map<string, Promise<string>>();
	private readonly groups = new Set<string>();

	constructor(private readonly server: Server) {}

	token(who: Someone): Promise<string> {
		const known = this.tokens.get(who.id) ?? this.make(who);
		this.tokens.set(who.id, known);
		return known;
	}

	private async make({ id, type, grants, own = [] }: Someone): Promise<string> {
		const { server } = this;
		const collection = type === 'phone' ? 'phones' : 'users';
		const password = 'llama-llama-7';
		const name = type === 'phone' ? { label: id } : { username: id, name: id };
		const body = { id, active: true, password, passwordConfirm: password, ...name };
		const token = await server.superuser();
		const made = await server.call('POST', `/api/collections/${collection}/records`, {
			token,
			body
		});
		if (made.status !== 200) throw new Error(JSON.stringify(made.body));
		for (const { role, scope } of grants) {
			if (scope.startsWith('g:') && !own.includes(scope)) await this.group(scope);
			await server.sql(
				`INSERT INTO grants(id, account, role, scope, "from", "to", created, updated)
				VALUES ('${newId()}', '${id}', '${role}', '${scope}', '2020-01-01 00:00:00.000Z', '', '', '')`
			);
		}
		const path = `/api/collections/${collection}/impersonate/${id}`;
		const given = await server.call('POST', path, { token, body: { duration: 3600 } });
		return given.body.token as string;
	}

	private async group(scope: string): Promise<void> {
		if (this.groups.has(scope)) return;
		this.groups.add(scope);
		const id = scope.slice(2);
		await this.server.sql(
			`INSERT INTO groups(id, name, community, created, updated) VALUES ('${id}', '${id}', '', '', '')`
		);
	}
}

const worldOf = (server: Server, people: People): World => ({
	async sync(who, body) {
		const token = await people.token(who);
		const answer = await server.call('POST', '/api/app/sync', { token, body });
		if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
		return answer.body as SyncAnswer;
	},
	async stored(id) {
		const [row] = await server.sql(`SELECT body FROM journal WHERE id = '${id}'`);
		return row && (row.body ? JSON.parse(row.body) : null);
	},
	async held(id) {
		const [row] = await server.sql(`SELECT code FROM held WHERE id = '${id}'`);
		return row?.code ?? undefined;
	},
	async aside(id) {
		const [row] = await server.sql(`SELECT entry FROM held WHERE id = '${id}'`);
		return row && (row.entry ? (JSON.parse(row.entry) as { body: unknown }).body : null);
	},
	async row(table, column, value) {
		const [row] = await server.sql(`SELECT * FROM ${table} WHERE "${column}" = '${value}'`);
		return row;
	}
});
