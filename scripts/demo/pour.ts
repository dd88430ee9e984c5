// Puts the fictional programme on a server by the ways that real ones take: office records through the
// stock API, phones by their codes, facts through the sync.
import type { Entry } from '#lib/domain/journal/entry.ts';
import type { Answer, SyncAnswer } from '#lib/sync/protocol.ts';
import type { DemoAccount, DemoGroup, World } from './world.ts';

const PAGE = 200;

/** How many answers of each kind the facts got. */
export type Poured = Record<Answer['s'], number>;

interface Door {
	readonly url: string;
	readonly coordinator: { readonly username: string; readonly password: string };
	/** Of every account that is made. */
	readonly password: string;
	/** Of the app that its phones say they run. */
	readonly version: string;
	/** Called with the share that is done, 0–1. */
	readonly progress?: (share: number) => void;
}

type Json = Record<string, unknown>;

class Pouring {
	readonly answers: Poured = { ok: 0, dup: 0, held: 0, refused: 0, later: 0 };
	#sent = 0;

	constructor(
		private readonly door: Door,
		private readonly total: number
	) {}

	async call<T>(path: string, body: Json, token = ''): Promise<T> {
		const answer = await fetch(`${this.door.url}${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...(token ? { authorization: token } : {}) },
			body: JSON.stringify(body)
		});
		const said = await answer.text();
		if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${said.slice(0, 300)}`);
		return JSON.parse(said) as T;
	}

	record(collection: string, body: object, token: string): Promise<{ id: string }> {
		return this.call(`/api/collections/${collection}/records`, { ...body }, token);
	}

	async signIn(identity: string, password: string): Promise<string> {
		const path = '/api/collections/users/auth-with-password';
		return (await this.call<{ token: string }>(path, { identity, password })).token;
	}

	/** Everything of one phone, page by page; `account` where facts are by an account. */
	async push(entries: readonly Entry[], token: string, account?: string): Promise<void> {
		let left = [...entries];
		for (let i = 0; left.length && i < 100; i++) {
			const page = left.slice(0, PAGE);
			const body = {
				v: 1,
				push: batched(page),
				cursors: {},
				proof: '',
				limit: 1,
				header: { app: this.door.version, faults: [] }
			};
			const said = await this.call<SyncAnswer>(
				'/api/app/sync',
				{ ...body, ...(account ? { account } : {}) },
				token
			);
			for (const { s } of said.answers) this.answers[s]++;
			left = left.slice(PAGE);
			this.#sent += page.length;
			this.door.progress?.(this.#sent / this.total);
		}
	}
}

/** One batch for each run of the same scope and actor, as a phone sends them. */
function batched(entries: readonly Entry[]) {
	const batches: { scope: string; by: string; phone: string; entries: object[] }[] = [];
	for (const { scope, by, phone, ...entry } of entries) {
		const last = batches.at(-1);
		if (last?.scope === scope && last.by === by) last.entries.push(entry);
		else batches.push({ scope, by, phone, entries: [entry] });
	}
	return batches;
}

/** Answers what became of the facts. Throws when the server does not do as asked. */
export async function pour(world: World, door: Door): Promise<Poured> {
	const total = [...world.groups, ...world.accounts].reduce(
		(n, { entries }) => n + entries.length,
		0
	);
	const to = new Pouring(door, total);
	const office = await to.signIn(door.coordinator.username, door.coordinator.password);
	await makeOffice(to, { world, door, office });
	for (const group of world.groups) await fillGroup(to, group, door.password);
	for (const account of world.accounts) await fillAccount(to, account, door.password);
	return to.answers;
}

async function makeOffice(
	to: Pouring,
	{ world, door, office }: { world: World; door: Door; office: string }
): Promise<void> {
	for (const community of world.communities) await to.record('communities', community, office);
	for (const { id, name, community } of world.groups)
		await to.record('groups', { id, name, community }, office);
	const { password } = door;
	for (const { id, username, name, grants } of world.accounts) {
		const secret = { password, passwordConfirm: password };
		await to.record('users', { id, username, name, active: true, ...secret }, office);
		const from = new Date().toISOString();
		for (const grant of grants) await to.record('grants', { account: id, from, ...grant }, office);
	}
	for (const target of world.targets) await to.record('targets', { ...target, scope: '*' }, office);
}

async function fillGroup(to: Pouring, group: DemoGroup, password: string): Promise<void> {
	const facilitator = await to.signIn(group.facilitator, password);
	const { code } = await to.call<{ code: string }>(
		'/api/app/codes',
		{ group: group.id },
		facilitator
	);
	const asked = { code, phone: group.phone, label: `Celular de ${group.name}` };
	const { token } = await to.call<{ token: string }>('/api/app/enrol', asked);
	await to.push(group.entries, token);
}

async function fillAccount(to: Pouring, account: DemoAccount, password: string): Promise<void> {
	const hers = await to.signIn(account.username, password);
	const asked = { phone: account.phone, label: `Celular de ${account.name}` };
	const { token } = await to.call<{ token: string }>('/api/app/enrol', asked, hers);
	await to.push(account.entries, token, hers);
}
