import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { newId } from '../../../tests/support/journal/conformance.ts';
import { PhoneDatabase } from './database.ts';
import { Phone } from './phone.ts';

const village = 'c:com000000000001' as ScopeId;
const hamlet = 'c:com000000000002' as ScopeId;
const group = 'g:grp000000000001' as ScopeId;
const marta = 'u00000000000001' as Id;
const elias = 'u00000000000002' as Id;
const wara = 'n00000000000001' as Id;
const names: Record<string, string> = { [marta]: 'Marta', [elias]: 'Elias' };

let count = 0;
let phone: Phone;
let db: PhoneDatabase;

beforeEach(async () => {
	const name = `departure-${++count}`;
	const hardness = { memoryKiB: 128, passes: 1 };
	phone = await Phone.open(name, { clock: () => 1_000_000, newId, hardness });
	db = new PhoneDatabase(name);
});
afterEach(() => [phone, db].forEach((one) => one.close()));

function admit(account: Id, scopes: readonly ScopeId[]) {
	const communities = Object.fromEntries(scopes.map((scope) => [scope, 'ab'.repeat(32)]));
	const grants = scopes.map((scope) => ({ role: 'promoter' as const, scope }));
	const secrets = { recovery: '11'.repeat(32), communities, grants };
	const name = names[account] ?? '';
	return phone.vaults.admit({ account, name, token: `token-${name}`, code: '482913', secrets });
}

async function measured(scope: ScopeId, by: Id, subject = wara): Promise<void> {
	const child = {
		name: 'Wara',
		family: 'Choquehuanca',
		sex: 'f' as const,
		bornFrom: '2025-10-02',
		bornTo: '2025-10-02',
		bornHow: 'card' as const,
		caregiver: 'm00000000000001',
		day: '2026-11-24'
	};
	const saved = [
		await phone.save({ kind: 'child.register', scope, subject, by, body: child }),
		await phone.save({
			kind: 'child.amend',
			scope,
			subject,
			by,
			body: { field: 'family', to: 'Mamani', was: 'Choquehuanca', day: '2026-11-24' }
		})
	];
	expect(saved.map(({ ok }) => ok)).toEqual([true, true]);
	await phone.drafts.keep('visit', { weightKg: 9.99 }, true);
	const register = phone.register();
	await register.read();
	await register.settle();
}

const joins = (by: Id) =>
	phone.save({
		...{ kind: 'member.join' as const, scope: group, subject: 'w00000000000001', by },
		body: { name: 'Juana', face: 'f', day: '2026-11-24' }
	});

async function sent(): Promise<void> {
	const rows = await db.entries.toArray();
	await phone.outbox.receipts(rows.map(({ id }, i) => ({ id, s: 'ok', q: i + 1 })));
}

async function depart(account: Id) {
	phone.vaults.lock();
	const departure = await phone.departure(account);
	const unsent = await departure.look();
	await departure.depart();
	return unsent;
}

const boxes = async () =>
	[...(await db.entries.toArray()), ...(await db.rows.toArray())].filter(({ box }) => box).length;
const metaKeys = async () => (await db.meta.toArray()).map(({ k }) => k);

describe('the vault of an account leaves a phone', () => {
	it('with every box, draft, register, cursor and key; what the group shares stays', async () => {
		await admit(marta, [village]);
		await measured(village, marta);
		await joins(marta);
		await phone.noteReads(phone.identity.id, [group]);
		await phone.noteReads(marta, [village, group]);
		await phone.receive({ scope: village, entries: [], gone: [], cursor: [7, ''] });
		await sent();
		expect(await depart(marta)).toEqual({ lost: 0, waiting: 0 });
		expect(await boxes()).toBe(0);
		expect(await phone.vaults.list()).toEqual([]);
		expect(await metaKeys()).toEqual(['identity', 'reads', 'stamp']);
		const all = await Promise.all(db.tables.map((table) => table.toArray()));
		const left = JSON.stringify(all);
		for (const hers of ['Marta', wara, village]) expect(left).not.toContain(hers);
		expect(await phone.rows('people', group)).toMatchObject([{ name: 'Juana' }]);
		expect(await phone.vaults.unlock(marta, '482913')).toMatchObject({
			error: { kind: 'unknown' }
		});
	});

	it('says before what is unsent: what goes with it, and what stays and waits', async () => {
		await phone.knowAccount(marta);
		await admit(marta, [village]);
		await measured(village, marta);
		await joins(marta);
		expect(await depart(marta)).toEqual({ lost: 2, waiting: 1 });
		expect(await phone.accounts()).toEqual([marta]);
		const counts = await phone.counts();
		expect(counts.waiting).toEqual(new Map([[marta, 1]]));
		// numbers go on: the server sees what never came
		const saved = await joins(marta);
		expect(saved.ok && saved.value.n).toBe(4);
	});

	it('leaves alone what the vault of another opens too', async () => {
		await admit(elias, [village]);
		await measured(village, elias);
		await phone.noteReads(elias, [village]);
		await admit(marta, [village, hamlet]);
		await measured(hamlet, marta, 'n00000000000002' as Id);
		await depart(marta);
		expect(await db.entries.where('scope').equals(hamlet).count()).toBe(0);
		expect((await phone.vaults.list()).map(({ name }) => name)).toEqual(['Elias']);
		await phone.vaults.unlock(elias, '482913');
		const { children } = await phone.register().read();
		expect([...children.values()].map(({ row }) => row.family)).toEqual(['Mamani']);
		expect(await phone.drafts.read('visit', true)).toEqual({ weightKg: 9.99 });
	});

	it('refuses what another window was about to seal', async () => {
		await phone.knowAccount(marta);
		await admit(marta, [village]);
		const register = phone.register();
		await register.read();
		await (await phone.departure(marta)).depart();
		await register.settle();
		await phone.vaults.renew({ token: 'newer' });
		expect(await metaKeys()).toEqual(['identity', 'reads', 'stamp']);
	});

	it('comes back by another sign-in, and its facts from the server', async () => {
		await admit(marta, [village]);
		await measured(village, marta);
		await sent();
		phone.vaults.lock();
		await depart(marta);
		await admit(marta, [village]);
		expect((await phone.register().read()).children.size).toBe(0);
		await measured(village, marta);
		expect((await phone.register().read()).children.size).toBe(1);
	});
});
