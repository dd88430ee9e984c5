import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { newId } from '../../../tests/support/journal/conformance.ts';
import { PhoneDatabase } from './database.ts';
import { Phone } from './phone.ts';
import { nextTryAt } from './vault-record.ts';
import type { SignIn } from './vaults.ts';

const MINUTE = 60_000;
const village = 'c:com000000000001' as ScopeId;
const marta = 'u00000000000001' as Id;
const elias = 'u00000000000002' as Id;
const KEY = 'ab'.repeat(32);
const grants = [{ role: 'promoter' as const, scope: village }];

const signIn = (more: Partial<SignIn> = {}): SignIn => ({
	account: marta,
	name: 'Marta',
	token: 'token-of-marta',
	code: '482913',
	secrets: { recovery: '11'.repeat(32), communities: { [village]: KEY }, grants },
	...more
});

let count = 0;
async function fresh(name = `vault-${++count}`) {
	const time = { now: 1_000_000 };
	const machine = {
		clock: () => time.now,
		newId,
		hardness: { memoryKiB: 128, passes: 1 }
	};
	const phone = await Phone.open(name, machine);
	const db = new PhoneDatabase(name);
	return { phone, db, time, name };
}

const register = (phone: Phone, subject = newId()) =>
	phone.save({
		kind: 'child.register',
		scope: village,
		subject,
		by: marta,
		body: {
			name: 'Wara',
			family: 'Choquehuanca',
			sex: 'f',
			bornFrom: '2025-10-02',
			bornTo: '2025-10-02',
			bornHow: 'card',
			caregiver: 'm00000000000001',
			day: '2026-11-24'
		}
	});
const visit = (phone: Phone, subject: string, day: string, kg = 8.1) =>
	phone.save({
		kind: 'visit.record',
		scope: village,
		subject,
		by: marta,
		body: {
			day,
			weightsKg: [kg],
			position: 'lying',
			oedema: 'none',
			counts: { weightKg: kg },
			said: { class: 'green', action: 'next', engine: '1', rules: 1 }
		}
	});

/** Everything that lies on the phone, as text. */
async function dump(db: PhoneDatabase): Promise<string> {
	const all = await Promise.all(db.tables.map((table) => table.toArray()));
	return JSON.stringify(all, (_key, value: unknown) =>
		value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
	);
}

describe('a vault', () => {
	it('opens by its code and by no other, and gives the token back', async () => {
		const { phone } = await fresh();
		await phone.vaults.admit(signIn());
		phone.vaults.lock();
		expect(phone.vaults.current).toBeUndefined();
		expect(await phone.vaults.unlock(marta, '000000')).toEqual({
			ok: false,
			error: { kind: 'wrong' }
		});
		expect(await phone.vaults.unlock(marta, '482913')).toEqual({
			ok: true,
			value: { id: marta, name: 'Marta', token: 'token-of-marta', scopes: [village], grants }
		});
		expect(await phone.vaults.unlock(elias, '482913')).toMatchObject({
			error: { kind: 'unknown' }
		});
		expect(await phone.vaults.list()).toEqual([
			{ account: marta, name: 'Marta', phrase: false, until: 1_000_000 }
		]);
		phone.close();
	});

	it('locked leaves nothing readable: no name, no day, no weight, no token, no code', async () => {
		const { phone, db } = await fresh();
		await phone.vaults.admit(signIn());
		const child = newId();
		await register(phone, child);
		await visit(phone, child, '2026-11-24', 7.77);
		await phone.drafts.keep('visit', { name: 'Wara', weightKg: 9.99 }, true);
		await phone.register().read();
		const list = phone.register();
		await list.read();
		await list.settle();
		phone.vaults.lock();
		const all = await dump(db);
		for (const secret of [
			'Wara',
			'Choquehuanca',
			'2025-10-02',
			'7.77',
			'9.99',
			'token-of-marta',
			'482913',
			KEY
		]) {
			expect(all).not.toContain(secret);
		}
		expect(await register(phone)).toEqual({ ok: false, error: 'locked' });
		await expect(phone.rows('children', village)).rejects.toThrow('c:com');
		await expect(phone.drafts.read('visit', true)).rejects.toThrow();
		expect((await phone.counts()).waiting).toEqual(new Map([[marta, 2]]));
		await phone.vaults.unlock(marta, '482913');
		expect(await phone.rows('children', village)).toMatchObject([{ name: 'Wara' }]);
		expect(await phone.drafts.read('visit', true)).toEqual({ name: 'Wara', weightKg: 9.99 });
		phone.close();
	});

	it('makes wrong codes wait, also when the app is closed in between, and wipes nothing', async () => {
		const { phone, time, name } = await fresh();
		await phone.vaults.admit(signIn());
		phone.vaults.lock();
		for (let i = 0; i < 4; i++) await phone.vaults.unlock(marta, '1');
		phone.close();
		const again = await fresh(name);
		again.time.now = time.now;
		expect(await again.phone.vaults.unlock(marta, '2')).toEqual({
			ok: false,
			error: { kind: 'wait', until: time.now + MINUTE }
		});
		const right = () => again.phone.vaults.unlock(marta, '482913');
		expect(await right()).toMatchObject({ error: { kind: 'wait' } });
		again.time.now += MINUTE;
		expect(await right()).toMatchObject({ ok: true });
		again.phone.vaults.lock();
		expect(await right()).toMatchObject({ ok: true });
		again.phone.close();
	});

	it.each([
		[0, 0],
		[4, 0],
		[5, 1],
		[6, 2],
		[9, 16],
		[10, 20],
		[99, 20]
	])('after %i wrong codes waits %i minutes', (wrong, minutes) => {
		const at = 10_000_000;
		expect(nextTryAt({ count: wrong, last: at }, at)).toBe(at + minutes * MINUTE);
		expect(nextTryAt({ count: wrong, last: at }, at - 5_000_000)).toBe(
			at - 5_000_000 + minutes * MINUTE
		);
	});

	it('takes another code for the old one', async () => {
		const { phone } = await fresh();
		await phone.vaults.admit(signIn());
		expect(await phone.vaults.changeCode('000000', 'a b c')).toMatchObject({ ok: false });
		expect(await phone.vaults.changeCode('482913', 'qalasaya uru')).toEqual({
			ok: true,
			value: null
		});
		phone.vaults.lock();
		expect(await phone.vaults.unlock(marta, '482913')).toMatchObject({ ok: false });
		expect(await phone.vaults.unlock(marta, 'Qalasaya  Uru')).toMatchObject({ ok: true });
		expect(await phone.vaults.list()).toMatchObject([{ phrase: true }]);
		phone.close();
	});

	it('whose code is forgotten opens after an online sign-in, with everything that lay in it', async () => {
		const { phone } = await fresh();
		await phone.vaults.admit(signIn());
		await register(phone);
		await phone.drafts.keep('visit', { weightKg: 8 }, true);
		phone.vaults.lock();
		await phone.vaults.admit(signIn({ code: '999111', token: 'second' }));
		expect(phone.vaults.current?.token).toBe('second');
		expect(await phone.rows('children', village)).toHaveLength(1);
		expect(await phone.drafts.read('visit', true)).toEqual({ weightKg: 8 });
		phone.vaults.lock();
		expect(await phone.vaults.unlock(marta, '482913')).toMatchObject({ ok: false });
		expect(await phone.vaults.unlock(marta, '999111')).toMatchObject({ ok: true });
		phone.close();
	});

	it('of another account on the same phone opens the same community and none of her drafts', async () => {
		const { phone } = await fresh();
		await phone.vaults.admit(signIn());
		await register(phone);
		await phone.drafts.keep('visit', { weightKg: 8 }, true);
		const secrets = { recovery: '22'.repeat(32), communities: { [village]: KEY }, grants };
		const hers = signIn({ account: elias, name: 'Elias', code: '111111', secrets });
		await phone.vaults.admit(hers);
		expect(phone.vaults.current?.id).toBe(elias);
		expect(await phone.rows('children', village)).toHaveLength(1);
		expect(await phone.drafts.read('visit', true)).toBeUndefined();
		const none = signIn({
			account: 'u00000000000003' as Id,
			name: 'Ana',
			secrets: { recovery: '33'.repeat(32), communities: {}, grants: [] }
		});
		await phone.vaults.admit(none);
		await expect(phone.rows('children', village)).rejects.toThrow();
		phone.close();
	});

	it('keeps a renewed token and the key of a community that was granted since', async () => {
		const { phone } = await fresh();
		await phone.vaults.admit(signIn());
		const valley = 'c:com000000000002' as ScopeId;
		await phone.vaults.renew({ token: 'renewed' });
		await phone.vaults.renew({ communities: { [valley]: 'cd'.repeat(32) } });
		await phone.vaults.renew({ grants: [] });
		phone.vaults.lock();
		await phone.vaults.unlock(marta, '482913');
		expect(phone.vaults.current).toMatchObject({
			token: 'renewed',
			scopes: [village, valley],
			grants: []
		});
		phone.close();
	});
});

describe('the register', () => {
	it('holds what lists need, follows every change, and opens again without opening a child', async () => {
		const { phone, db } = await fresh();
		await phone.vaults.admit(signIn());
		const [wara, amaru] = [newId(), newId()];
		await register(phone, wara);
		const list = phone.register();
		expect([...(await list.read()).children.keys()]).toEqual([wara]);
		await register(phone, amaru);
		await visit(phone, wara, '2026-11-24', 8.1);
		await visit(phone, wara, '2026-10-24', 7.9);
		const { children } = await list.read();
		expect(children.get(wara)?.last).toMatchObject({ day: '2026-11-24', weightKg: 8.1 });
		expect(children.get(amaru)?.row).toMatchObject({ name: 'Wara' });
		await list.settle();
		await db.rows.clear();
		const again = await phone.register().read();
		expect(again.children.get(wara)?.last).toMatchObject({ weightKg: 8.1 });
		expect(again.children.size).toBe(2);
		phone.close();
	});

	it('that was not sealed after a change makes the changed lines again', async () => {
		const { phone } = await fresh();
		await phone.vaults.admit(signIn());
		const wara = newId();
		await register(phone, wara);
		const list = phone.register();
		await list.read();
		await list.settle();
		await visit(phone, wara, '2026-11-24', 8.1);
		await list.settle();
		const { children } = await phone.register().read();
		expect(children.get(wara)?.last).toMatchObject({ weightKg: 8.1 });
		phone.close();
	});

	it('loses a child who moves to a community that is not open', async () => {
		const { phone } = await fresh();
		const valley = 'c:com000000000002';
		await phone.vaults.admit(
			signIn({
				secrets: {
					recovery: '11'.repeat(32),
					communities: { [village]: KEY, [valley]: KEY },
					grants
				}
			})
		);
		const wara = newId();
		await register(phone, wara);
		const list = phone.register();
		await list.read();
		await list.settle();
		await phone.save({
			kind: 'child.move',
			scope: village,
			subject: wara,
			by: marta,
			body: { to: valley, day: '2026-11-25' }
		});
		await phone.vaults.admit(signIn());
		expect((await phone.register().read()).children.size).toBe(0);
		phone.close();
	});
});
