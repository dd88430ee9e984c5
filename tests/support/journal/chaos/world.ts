// A small world that lives through many steps: phones, their people, a server, and all that goes wrong
// between them. Each step has chances of its own, so a story can be cut down and told again.
import type { Grant } from '#lib/domain/journal/policy.ts';
import { groupScope, type Id, type ScopeId } from '#lib/domain/shared/ids.ts';
import { Chance } from './chance.ts';
import { doSomething } from './deeds.ts';
import { FAIR, FOUL, SimPhone } from './sim-phone.ts';
import { SimServer } from './sim-server.ts';

export const DAY_MS = 86_400_000;
const id = (name: string) => name.padEnd(15, '0') as Id;
const A = groupScope(id('groupa'));
const B = groupScope(id('groupb'));
const V = `c:${id('village')}` as ScopeId;
const W = `c:${id('valley')}` as ScopeId;
const [elena, marta, elias] = [id('elena'), id('marta'), id('elias')];

const grantsOf = (role: Grant['role'], ...scopes: ScopeId[]): Grant[] =>
	scopes.map((scope) => ({ role, scope }));

interface Home {
	readonly name: string;
	readonly accounts: readonly Id[];
	readonly group?: ScopeId;
}
const HOMES: readonly Home[] = [
	{ name: 'suma1', accounts: [], group: A },
	{ name: 'suma2', accounts: [], group: A },
	{ name: 'jakana', accounts: [], group: B },
	{ name: 'elena', accounts: [elena], group: A },
	{ name: 'marta', accounts: [marta] },
	{ name: 'elias', accounts: [elias] }
];
const ACCOUNTS: readonly (readonly [Id, readonly Grant[]])[] = [
	[elena, grantsOf('facilitator', A, B)],
	[marta, grantsOf('promoter', V)],
	[elias, grantsOf('promoter', V, W)]
];

let worlds = 0;

export class World {
	readonly server = new SimServer();
	readonly phones: SimPhone[] = [];
	readonly log: string[] = [];
	private chance: Chance;

	constructor(private readonly seed: number) {
		this.chance = new Chance(seed);
	}

	/** Phones are made; the first two have people of their own before they are enrolled. */
	async begin(): Promise<void> {
		const world = ++worlds;
		for (const [account, grants] of ACCOUNTS) this.server.grants.set(account, grants);
		for (const home of HOMES) {
			const phone = new SimPhone(home.name, home.accounts, {
				server: this.server,
				newId: () => this.chance.id() as Id,
				database: `chaos-${world}-${home.name}`
			});
			await phone.open();
			[phone.account] = home.accounts;
			for (const account of home.accounts) await phone.phone.knowAccount(account);
			this.phones.push(phone);
			this.server.grants.set(phone.phone.identity.id, grantsOf('phone'));
		}
		for (const i of [3, 4, 5]) await this.enrol(i);
	}

	/** A phone is let in, and its own group merged into the one of its code. */
	private async enrol(i: number): Promise<void> {
		const phone = this.phones[i]!;
		const { group } = HOMES[i]!;
		const { own, token, id: phoneId } = phone.phone.identity;
		if (token) return;
		const scopes = [group, own].filter((scope) => scope !== undefined);
		this.server.grants.set(phoneId, grantsOf('phone', ...scopes));
		if (own) this.server.own.set(phoneId, own);
		const name = group ? { group: { id: group.slice(2) as Id, name: group } } : {};
		await phone.phone.identify({ token: phoneId, ...name });
		if (!own || !group) return;
		const body = { from: own, to: group };
		await phone.save({ kind: 'merge', scope: own, subject: group, by: phoneId, body });
		await phone.phone.identify({ merged: true });
	}

	/** One step, the same whenever it is done with the same number. */
	async step(number: number): Promise<void> {
		this.chance = new Chance(this.seed * 7919 + number);
		this.server.now += this.chance.below(3_600_000);
		const i = this.chance.below(this.phones.length);
		const phone = this.phones[i]!;
		const said = await this.happen(phone, i);
		this.log.push(`${number} ${phone.name}: ${said}`);
	}

	private async happen(phone: SimPhone, i: number): Promise<string> {
		const throws = this.chance.next();
		if (throws < 0.5) return this.deed(phone, i);
		if (throws < 0.82) {
			const outcome = await phone.sync(this.chance, FOUL);
			if (outcome.kind === 'synced') await this.honest(phone);
			return `sync ${JSON.stringify(outcome)}`;
		}
		if (throws < 0.86) return this.spin(phone);
		if (throws < 0.89) return phone.kill().then(() => 'killed');
		if (throws < 0.92) return this.enrol(i).then(() => 'enrol');
		if (throws < 0.94) return this.sign(phone);
		if (throws < 0.96) return this.regrant(phone);
		if (throws < 0.97) return this.decide();
		if (throws < 0.99) {
			this.server.backup();
			return 'backup';
		}
		return this.server.restore(this.chance.below(8)) ? 'RESTORED' : 'nothing to restore';
	}

	private async deed(phone: SimPhone, i: number): Promise<string> {
		const { account } = phone;
		const scopes = ACCOUNTS.find(([one]) => one === account)?.[1].map(({ scope }) => scope) ?? [];
		const here = HOMES[i]!.group ? [await phone.phone.homeGroup()] : [];
		const scope = this.chance.pick([...here, ...scopes].filter((one) => one !== '*'));
		if (!scope) return 'idle';
		const mine = account && scopes.includes(scope) ? { by: account } : {};
		return doSomething({ phone, chance: this.chance, scope: scope as ScopeId, ...mine });
	}

	private spin(phone: SimPhone): string {
		phone.skew = (this.chance.below(801) - 400) * DAY_MS;
		return `clock ${phone.skew / DAY_MS} days off`;
	}

	private async sign(phone: SimPhone): Promise<string> {
		phone.account = phone.account ? undefined : phone.accounts[0];
		return phone.account ? 'signs in' : 'signs out';
	}

	/** A grant ends, or all are as they should be again. */
	private async regrant(phone: SimPhone): Promise<string> {
		const who = phone.account ?? phone.phone.identity.id;
		const grants = this.server.grants.get(who) ?? [];
		if (this.chance.is(0.5) || !grants.length) return this.allGrants();
		const gone = this.chance.below(grants.length);
		this.server.grants.set(
			who,
			grants.filter((_grant, nth) => nth !== gone)
		);
		return `${who} loses ${grants[gone]?.scope}`;
	}

	private allGrants(): string {
		for (const [account, grants] of ACCOUNTS) this.server.grants.set(account, grants);
		for (const [i, { phone }] of this.phones.entries()) {
			const { id: phoneId, own, token } = phone.identity;
			const scopes = [HOMES[i]!.group, own].filter((scope) => scope !== undefined);
			if (token) this.server.grants.set(phoneId, grantsOf('phone', ...scopes));
		}
		return 'all rights as they should be';
	}

	private decide(): string {
		const held = this.chance.pick([...this.server.journal.held.keys()].sort());
		if (held) this.server.release(held);
		return held ? `released ${held}` : 'nothing held';
	}

	/** "Everything is sent" is said only when it is. */
	private async honest({ phone, saved, name }: SimPhone): Promise<void> {
		const { made, safe } = await phone.counts();
		if (made !== safe) return;
		const { journal, held } = this.server.journal;
		for (const { id: entry } of saved) {
			if (journal.has(entry) || held.has(entry)) continue;
			throw new Error(`${name} says that all is sent, but ${entry} is not there`);
		}
	}

	/** The storm is over: everybody is enrolled, has her rights, signs in and syncs until all is still. */
	async calm(): Promise<void> {
		this.chance = new Chance(this.seed);
		for (const i of this.phones.keys()) await this.enrol(i);
		this.allGrants();
		for (let round = 0; round < 14; round++) {
			for (const entry of [...this.server.journal.held.keys()]) this.server.release(entry);
			let still = true;
			for (const phone of this.phones) {
				[phone.account] = phone.accounts;
				const outcome = await phone.sync(this.chance, FAIR);
				if (outcome.kind !== 'synced') throw new Error(`calm: ${JSON.stringify(outcome)}`);
				await this.honest(phone);
				if (outcome.pushed || outcome.pulled) still = false;
			}
			// what was forgotten while it was held stays there, empty
			const open = [...this.server.journal.held.values()].some(({ e }) => e.body !== null);
			if (still && !open) return;
		}
		throw new Error('it never becomes still');
	}

	close(): void {
		for (const { phone } of this.phones) phone.close();
	}
}
