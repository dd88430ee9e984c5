import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isTable, tables, type Row } from '#lib/domain/journal/tables.ts';
import { key, type Entry, type Key, type OwnerId } from '#lib/domain/journal/entry.ts';
import type { HeldCode } from '#lib/domain/journal/policy.ts';
import type { Id, PhoneId, ScopeId } from '#lib/domain/shared/ids.ts';
import { httpTransport, type Reply } from '#lib/sync/http.ts';
import type { SyncRequest } from '#lib/sync/protocol.ts';
import { columnsOf } from '../../../../pocketbase/src/projection.ts';
import { newId } from '../conformance.ts';
import type { JournalServer } from '../real.ts';
import type { ChaosServer, Rightful, Stored } from './server.ts';

const HEAD = `'id', id, 'kind', kind, 'v', v, 'scope', scope, 'subject', subject, 'at', at, 'n', n,
	'by', "by", 'phone', phone, 'body', json(body)`;

/** A PocketBase that lives through what the world does to it. Its own clock is the true one. */
export class RealServer implements ChaosServer {
	now = 1_790_000_000_000;
	private readonly known = new Map<Id, Rightful>();
	private readonly tokens = new Map<Id, string>();
	private readonly backups: string[] = [];
	private death: number | undefined;

	constructor(private readonly real: JournalServer) {}

	async sync(phone: PhoneId, account: Id | undefined, request: SyncRequest): Promise<Reply> {
		const { account: _told, ...rest } = request;
		const beside = account ? { account: this.tokens.get(account) ?? '' } : {};
		const { server } = this.real;
		const asked = httpTransport(server.url).sync(
			{ ...rest, ...beside },
			this.tokens.get(phone) ?? ''
		);
		if (this.death === undefined) return asked;
		await new Promise((done) => setTimeout(done, this.death));
		this.death = undefined;
		await server.kill();
		const reply = await asked;
		await server.restart();
		return reply;
	}

	dying(moment?: number): void {
		this.death = moment === undefined ? undefined : 2 * moment;
	}

	async allow(who: Rightful): Promise<void> {
		const before = this.known.get(who.id);
		this.known.set(who.id, who);
		const { sql } = this.real.server;
		if (!before)
			this.tokens.set(who.id, await this.real.token({ id: who.id, type: who.type, grants: [] }));
		await sql(`DELETE FROM grants WHERE account = '${who.id}'`);
		for (const { role, scope } of who.grants) {
			if (scope.startsWith('g:') && scope !== who.own) await this.group(scope);
			await sql(`INSERT INTO grants(id, account, role, scope, "from", "to", created, updated) VALUES
				('${newId()}', '${who.id}', '${role}', '${scope}', '2020-01-01 00:00:00.000Z', '', '', '')`);
		}
		if (who.type === 'account') {
			await sql(`UPDATE users SET active = ${who.off ? 'FALSE' : 'TRUE'} WHERE id = '${who.id}'`);
		}
	}

	private async group(scope: string): Promise<void> {
		const id = scope.slice(2);
		await this.real.server.sql(`INSERT INTO groups(id, name, community, created, updated)
			VALUES ('${id}', '${id}', 'batallas0000000', '', '') ON CONFLICT DO NOTHING`);
	}

	async backup(): Promise<void> {
		const { server } = this.real;
		const folder = mkdtempSync(join(tmpdir(), 'yatiqana-backup-'));
		await server.kill('SIGTERM');
		cpSync(server.data, folder, { recursive: true });
		await server.restart();
		this.backups.push(folder);
	}

	async restore(which: number): Promise<boolean> {
		const backup = this.backups[which % Math.max(1, this.backups.length)];
		if (!backup) return false;
		const { server } = this.real;
		await server.kill();
		for (const name of readdirSync(server.data)) {
			rmSync(join(server.data, name), { recursive: true, force: true });
		}
		cpSync(backup, server.data, { recursive: true });
		await server.restart();
		for (const who of this.known.values()) await this.allow(who); // the office is as it was
		return true;
	}

	async decide(id: Id, verdict: 'release' | 'return'): Promise<void> {
		const { server } = this.real;
		const [held] = await server.sql(
			`SELECT id FROM held WHERE id = '${id}' AND entry IS NOT NULL AND code <> 'returned'`
		);
		if (!held) return;
		const boss = { id: 'coordinator0000' as Id, type: 'account' as const };
		const grants = [{ role: 'coordinator' as const, scope: '*' as const }];
		if (!this.known.has(boss.id)) await this.allow({ ...boss, grants });
		const answer = await server.call('POST', '/api/app/held', {
			token: this.tokens.get(boss.id),
			body: { id, verdict, reason: 'simulation' }
		});
		if (answer.status !== 200) throw new Error(`${verdict} ${JSON.stringify(answer.body)}`);
	}

	async stored(): Promise<Stored> {
		const { sql } = this.real.server;
		const entries = await sql(`SELECT json_object(${HEAD}) AS e FROM journal`);
		const held = await sql('SELECT id, code, phone, entry FROM held');
		const lying = await sql("SELECT entry, scope FROM deliveries WHERE scope <> '' AND gone = 0");
		const read = (text: string | null | undefined) => JSON.parse(text ?? 'null') as Entry;
		return {
			journal: new Map(entries.map(({ e }) => [read(e).id, read(e)])),
			held: new Map(
				held.map(({ id, code, phone, entry }) => [
					id as Id,
					{ entry: entry ? read(entry) : null, code: code as HeldCode, phone: phone as PhoneId }
				])
			),
			rows: await this.rows(),
			lying: new Map(lying.map(({ entry, scope }) => [entry as Id, scope as ScopeId]))
		};
	}

	private async rows(): Promise<Map<Key, Row>> {
		const rows = new Map<Key, Row>();
		for (const table of [...Object.keys(tables), 'aliases']) {
			const columns = isTable(table) ? columnsOf(table) : ['id', 'same'];
			const list = columns.map((column) => `"${column}"`).join();
			for (const { j } of await this.real.server.sql(
				`SELECT json_array(${list}) AS j FROM ${table}`
			)) {
				const values = JSON.parse(j ?? '[]') as string[];
				const row = Object.fromEntries(columns.map((column, i) => [column, values[i] ?? null]));
				const { id, ...rest } = row;
				rows.set(keyOf(table, { ...rest, id: id ?? '' }), rest);
			}
		}
		return rows;
	}

	async close(): Promise<void> {
		for (const folder of this.backups) rmSync(folder, { recursive: true, force: true });
		await this.real.close();
	}
}

/** The fold key that a record stands for. */
function keyOf(table: string, row: Row): Key {
	const [owner, sub] = isTable(table) ? tables[table].key : [];
	if (owner) return key(table, row[owner] as OwnerId, String(row[sub ?? ''] ?? ''));
	const ofGroup = table === 'aliases' && String(row.same).startsWith('g:');
	return key(table, `${ofGroup ? 'g:' : ''}${row.id}` as OwnerId);
}
