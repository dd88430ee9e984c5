import '#lib/store/plain-schemas.ts';
import PocketBase, { BaseAuthStore } from 'pocketbase';
import * as z from 'zod/mini';
import type { Result } from '#lib/domain/shared/result.ts';
import { Coordination } from './coordination.ts';
import { answered, type OfficeFault } from './office-answer.ts';
import { programmeReport, type ProgrammeReport } from './programme-report.ts';

export interface Account {
	readonly id: string;
	readonly name: string;
	readonly coordinator: boolean;
}
/** An account that has just given its password. */
export interface SignedIn extends Account {
	readonly token: string;
	/** She works in the field too: her rights and keys are kept in a vault on this phone. */
	readonly field: boolean;
}

export interface Named {
	readonly id: string;
	readonly name: string;
}
export interface OfficeGroup extends Named {
	readonly community: string;
}

const lesson = z.looseObject({
	lesson: z.string(),
	level: z.enum(['started', 'heard', 'understood']),
	day: z.string(),
	inGroup: z.boolean(),
	lastOn: z.string()
});
const report = z.looseObject({
	now: z.number(),
	/** when the newest fact of this group came in, ms; 0 for never */
	received: z.number(),
	members: z.array(
		z.looseObject({
			person: z.string(),
			name: z.string(),
			face: z.string(),
			joined: z.string(),
			received: z.number(),
			lessons: z.array(lesson)
		})
	)
});
/** How far each member of a group has come, and how old that knowledge is. */
export type GroupReport = z.infer<typeof report>;

const handed = z.looseObject({ answers: z.array(z.looseObject({ s: z.string() })) });

const code = z.looseObject({ code: z.string(), expires: z.string() });
export type PhoneCode = z.infer<typeof code>;

export interface NewAccount {
	readonly name: string;
	readonly username: string;
	readonly password: string;
	readonly role: 'facilitator' | 'promoter';
	/** The group she leads, or the community she measures in. */
	readonly place: string;
}

/** The office over HTTP: stock records and rules, with the account's token in memory only. */
export class OfficeClient {
	readonly #pb: PocketBase;
	/** What only the coordination does. */
	readonly coordination: Coordination;

	constructor(base = '/') {
		this.#pb = new PocketBase(base, new BaseAuthStore());
		this.#pb.autoCancellation(false);
		this.coordination = new Coordination(this.#pb);
	}

	/** The token of an account that is open on this phone; '' when it is locked. */
	speakWith(token: string): void {
		this.#pb.authStore.save(token, null);
	}

	signIn(username: string, password: string): Promise<Result<SignedIn, OfficeFault>> {
		return answered(async () => {
			const { record, token } = await this.#pb
				.collection('users')
				.authWithPassword(username.trim().toLowerCase(), password);
			const held = await this.#pb.collection('grants').getFullList({
				filter: this.#pb.filter('account = {:id} && from <= @now && (to = "" || to > @now)', {
					id: record.id
				})
			});
			const coordinator = held.some(({ role }) => role === 'coordinator');
			return {
				id: record.id,
				name: String(record.name || record.username),
				coordinator,
				field: !coordinator || held.some(({ role }) => role !== 'coordinator'),
				token
			};
		}, 'wrong');
	}

	groups(): Promise<Result<readonly OfficeGroup[], OfficeFault>> {
		return answered(async () => {
			const list = await this.#pb.collection('groups').getFullList({ sort: 'name' });
			return list.map(({ id, name, community }) => ({
				id,
				name: String(name),
				community: String(community)
			}));
		});
	}

	communities(): Promise<Result<readonly Named[], OfficeFault>> {
		return answered(async () => {
			const list = await this.#pb.collection('communities').getFullList({ sort: 'name' });
			return list.map(({ id, name }) => ({ id, name: String(name) }));
		});
	}

	accounts(): Promise<Result<readonly (Named & { username: string })[], OfficeFault>> {
		return answered(async () => {
			const list = await this.#pb.collection('users').getFullList({ sort: 'name' });
			return list.map(({ id, name, username }) => ({
				id,
				name: String(name),
				username: String(username)
			}));
		});
	}

	addCommunity(name: string): Promise<Result<string, OfficeFault>> {
		return answered(async () => (await this.#pb.collection('communities').create({ name })).id);
	}

	addGroup(name: string, community: string): Promise<Result<string, OfficeFault>> {
		return answered(
			async () => (await this.#pb.collection('groups').create({ name, community })).id
		);
	}

	/** An account with its first grant; a coordinator gives further ones later. */
	addAccount(made: NewAccount): Promise<Result<string, OfficeFault>> {
		return answered(async () => {
			const { name, username, password, role, place } = made;
			const { id } = await this.#pb.collection('users').create({
				name,
				username: username.trim().toLowerCase(),
				password,
				passwordConfirm: password,
				active: true
			});
			await this.#pb.collection('grants').create({
				account: id,
				role,
				scope: `${role === 'promoter' ? 'c' : 'g'}:${place}`,
				from: new Date().toISOString()
			});
			return id;
		});
	}

	/** A new password; it ends her sign-ins everywhere, and a lock-out. */
	setPassword(id: string, password: string): Promise<Result<string, OfficeFault>> {
		return answered(async () => {
			const change = { password, passwordConfirm: password };
			return (await this.#pb.collection('users').update(id, change)).id;
		});
	}

	/** Ends her sign-ins everywhere: switching an account off ends its tokens, and she is on again at once. */
	signOutEverywhere(id: string): Promise<Result<string, OfficeFault>> {
		return answered(async () => {
			const users = this.#pb.collection('users');
			await users.update(id, { active: false });
			return (await users.update(id, { active: true })).id;
		});
	}

	/** A code that lets one phone into the group; it is told once and kept nowhere. */
	makeCode(group: string): Promise<Result<PhoneCode, OfficeFault>> {
		return answered(async () =>
			z.parse(code, await this.#pb.send('/api/app/codes', { method: 'POST', body: { group } }))
		);
	}

	/** Brings a box of a phone's hand-over file; answers how many facts were taken, known, aside or not. */
	handover(phone: string, box: string): Promise<Result<readonly string[], OfficeFault>> {
		return answered(async () => {
			const body = { phone, box };
			const said = await this.#pb.send('/api/app/handover', { method: 'POST', body });
			return z.parse(handed, said).answers.map(({ s }) => s);
		}, 'wrong');
	}

	/** The whole programme summed up, for the coordination. */
	programme(): Promise<Result<ProgrammeReport, OfficeFault>> {
		return answered(async () =>
			z.parse(programmeReport, await this.#pb.send('/api/app/report/programme', {}))
		);
	}

	report(group: string): Promise<Result<GroupReport, OfficeFault>> {
		return answered(async () =>
			z.parse(report, await this.#pb.send('/api/app/report/group', { query: { group } }))
		);
	}
}
