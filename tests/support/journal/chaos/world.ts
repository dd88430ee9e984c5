// A small world that lives through many steps: phones, their people, a server, and all that goes wrong
// between them. Each step has chances of its own, so a story can be cut down and told again.
import type { Grant } from '#lib/domain/journal/policy.ts';
import { groupScope, type Id, type ScopeId } from '#lib/domain/shared/ids.ts';
import { Chance } from './chance.ts';
import { doSomething } from './deeds.ts';
import type { ChaosServer, Rightful } from './server.ts';
import { FAIR, FOUL, SimPhone, type Hand } from './sim-phone.ts';

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
	readonly phones: SimPhone[] = [];
	readonly log: string[] = [];
	private chance: Chance;
	private readonly rights = new Map<Id, Rightful>();

	constructor(
		private readonly seed: number,
		readonly server: ChaosServer
	) {
		this.chance = new Chance(seed);
	}

	/** Phones are made; the first three have people of their own before they are enrolled. */
	async begin(): Promise<void> {
		const world = ++worlds;
		for (const [id, grants] of ACCOUNTS) await this.allow({ id, type: 'account', grants });
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
			await this.allow({ id: phone.phone.identity.id, type: 'phone', grants: [] });
		}
		for (const i of [3, 4, 5]) await this.enrol(i);
	}

	private async allow(who: Rightful): Promise<void> {
		this.rights.set(who.id, who);
		await this.server.allow(who);
	}

	/** What a phone may do once it is enrolled. */
	private async allowPhone(i: number): Promise<void> {
		const { id: phone, own } = this.phones[i]!.phone.identity;
		const scopes = [HOMES[i]!.group, own].filter((scope) => scope !== undefined);
		await this.allow({ id: phone, type: 'phone', grants: grantsOf('phone', ...scopes), own });
	}

	/** A phone is let in, and its own group merged into the one of its code. */
	private async enrol(i: number): Promise<string> {
		const phone = this.phones[i]!;
		const { group } = HOMES[i]!;
		const { own, token, id: phoneId } = phone.phone.identity;
		if (token) return 'is enrolled';
		await this.allowPhone(i);
		const name = group ? { group: { id: group.slice(2) as Id, name: group } } : {};
		await phone.phone.identify({ token: phoneId, ...name });
		if (!own || !group) return 'enrols';
		const body = { from: own, to: group };
		await phone.save({ kind: 'merge', scope: own, subject: group, by: phoneId, body });
		await phone.phone.identify({ merged: true });
		return `enrols, ${own} into ${group}`;
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
		if (throws < 0.46) return this.deed(phone, i);
		if (throws < 0.75) return this.sync(phone);
		if (throws < 0.79) return this.twoTabs(phone, i);
		if (throws < 0.82) {
			this.server.dying(this.chance.below(5));
			const said = await this.sync(phone);
			this.server.dying(); // nobody may have asked it
			return `the server dies; ${said}`;
		}
		if (throws < 0.86) return this.spin(phone);
		if (throws < 0.89) return phone.kill().then(() => 'killed');
		if (throws < 0.92) return this.enrol(i);
		if (throws < 0.935) return this.sign(phone);
		if (throws < 0.955) return this.regrant(phone);
		if (throws < 0.975) return this.decide();
		if (throws < 0.988) return this.server.backup().then(() => 'backup');
		const restored = await this.server.restore(this.chance.below(8));
		return restored ? 'RESTORED' : 'nothing to restore';
	}

	private async sync(phone: SimPhone): Promise<string> {
		const outcome = await phone.sync(this.chance, FOUL);
		if (outcome.kind === 'synced') await this.honest(phone);
		return `sync ${JSON.stringify(outcome)}`;
	}

	/** One tab syncs while another makes a fact. */
	private async twoTabs(phone: SimPhone, i: number): Promise<string> {
		const chance = new Chance(this.chance.below(1 << 30));
		const [synced, made] = await Promise.all([
			phone.sync(this.chance, FOUL),
			phone.tab((hand) => this.deed(phone, i, { hand, chance }))
		]);
		return `${made} while sync ${JSON.stringify(synced)}`;
	}

	private async deed(
		phone: SimPhone,
		i: number,
		{ hand, chance }: { hand: Hand; chance: Chance } = { hand: phone, chance: this.chance }
	): Promise<string> {
		const { account } = phone;
		const scopes = ACCOUNTS.find(([one]) => one === account)?.[1].map(({ scope }) => scope) ?? [];
		const here = HOMES[i]!.group ? [await hand.phone.homeGroup()] : [];
		const scope = chance.pick([...here, ...scopes].filter((one) => one !== '*'));
		if (!scope) return 'idle';
		const mine = account && scopes.includes(scope) ? { by: account } : {};
		return doSomething({ phone: hand, chance, scope: scope as ScopeId, ...mine });
	}

	private spin(phone: SimPhone): string {
		phone.skew = (this.chance.below(801) - 400) * DAY_MS;
		return `clock ${phone.skew / DAY_MS} days off`;
	}

	private async sign(phone: SimPhone): Promise<string> {
		phone.account = phone.account ? undefined : phone.accounts[0];
		return phone.account ? 'signs in' : 'signs out';
	}

	/** A grant ends, an account is switched off, or all are as they should be again. */
	private async regrant(phone: SimPhone): Promise<string> {
		const who = this.rights.get(phone.account ?? phone.phone.identity.id);
		if (!who?.grants.length || this.chance.is(0.4)) return this.allRights();
		if (who.type === 'account' && this.chance.is(0.3)) {
			await this.allow({ ...who, off: true });
			return `${who.id} is switched off`;
		}
		const gone = this.chance.below(who.grants.length);
		await this.allow({ ...who, grants: who.grants.filter((_grant, nth) => nth !== gone) });
		return `${who.id} loses ${who.grants[gone]?.scope}`;
	}

	private async allRights(): Promise<string> {
		for (const [id, grants] of ACCOUNTS) await this.allow({ id, type: 'account', grants });
		for (const [i, { phone }] of this.phones.entries()) {
			if (phone.identity.token) await this.allowPhone(i);
		}
		return 'all rights as they should be';
	}

	private async decide(): Promise<string> {
		const { held } = await this.server.stored();
		const one = this.chance.pick([...held.keys()].sort());
		const verdict = this.chance.is(0.7) ? 'release' : 'return';
		if (one) await this.server.decide(one, verdict);
		return one ? `${verdict} ${one}` : 'nothing held';
	}

	/** "Everything is sent" is said only when it is. */
	private async honest({ phone, saved, name }: SimPhone): Promise<void> {
		const { made, safe } = await phone.counts();
		if (made !== safe) return;
		const { journal, held } = await this.server.stored();
		for (const { id: entry } of saved) {
			if (journal.has(entry) || held.has(entry)) continue;
			throw new Error(`${name} says that all is sent, but ${entry} is not there`);
		}
	}

	/** The storm is over: everybody is enrolled, has her rights, signs in and syncs until all is still. */
	async calm(): Promise<void> {
		this.chance = new Chance(this.seed);
		for (const i of this.phones.keys()) await this.enrol(i);
		await this.allRights();
		for (let round = 0; round < 14; round++) {
			await this.releaseAll();
			let still = true;
			for (const phone of this.phones) {
				[phone.account] = phone.accounts;
				const outcome = await phone.sync(this.chance, FAIR);
				if (outcome.kind !== 'synced') throw new Error(`calm: ${JSON.stringify(outcome)}`);
				await this.honest(phone);
				if (outcome.pushed || outcome.pulled) still = false;
			}
			const { held } = await this.server.stored();
			// what was forgotten or returned stays where it is
			if (still && [...held.values()].every((one) => !isOpen(one))) return;
		}
		throw new Error('it never becomes still');
	}

	private async releaseAll(): Promise<void> {
		const { held } = await this.server.stored();
		for (const [entry, one] of held) if (isOpen(one)) await this.server.decide(entry, 'release');
	}

	async close(): Promise<void> {
		for (const { phone } of this.phones) phone.close();
		await this.server.close();
	}
}

const isOpen = ({ entry, code }: { entry: unknown; code: string }): boolean =>
	entry !== null && code !== 'returned';
