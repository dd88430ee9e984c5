import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { newId } from '../../../tests/support/journal/conformance.ts';
import { Phone } from '#lib/store/phone.ts';
import { Carrier } from './carrier.svelte.ts';
import { Office } from './office.svelte.ts';
import { Staff } from './staff.svelte.ts';

const MINUTE = 60_000;
const CODE = '482913';
const village = 'c:com000000000001' as ScopeId;
const marta = 'u00000000000001' as Id;
let count = 0;
let staff: Staff;
let office: Office;
let phone: Phone;

async function admit(account: Id, name: string, code = CODE): Promise<void> {
	const communities = { [village]: 'ab'.repeat(32) };
	const grants = [{ role: 'promoter' as const, scope: village }];
	const secrets = { recovery: '11'.repeat(32), communities, grants };
	await phone.vaults.admit({ account, name, token: 'token-of-marta', code, secrets });
	phone.vaults.lock();
}

beforeEach(async () => {
	const hardness = { memoryKiB: 128, passes: 1 };
	phone = await Phone.open(`staff-${++count}`, { clock: Date.now, newId, hardness });
	office = new Office();
	staff = new Staff(office, new Carrier());
});
afterEach(() => {
	vi.useRealTimers();
	phone.close();
});

describe('who of the staff is at this phone', () => {
	it('is nobody on a new phone', async () => {
		expect([staff.ready, staff.state]).toEqual([false, 'nobody']);
		await staff.begin(phone);
		expect([staff.ready, staff.state, staff.account]).toEqual([true, 'nobody', null]);
	});

	it('is known by name while it is locked, and by what she may do when her code has opened', async () => {
		await admit(marta, 'Marta');
		await staff.begin(phone);
		expect(staff.state).toBe('locked');
		expect(staff.accounts).toMatchObject([{ account: marta, name: 'Marta' }]);
		expect(await staff.unlock(marta, '000000')).toMatchObject({ error: { kind: 'wrong' } });
		expect(await staff.unlock(marta, CODE)).toMatchObject({ ok: true });
		expect(staff.account).toMatchObject({ id: marta, scopes: [village], promoter: true });
		expect([staff.may('promoter'), staff.may('coordinator')]).toEqual([true, false]);
		expect(office.account).toMatchObject({ id: marta, coordinator: false });
	});

	it('of several has one vault open at a time', async () => {
		await admit(marta, 'Marta');
		await admit('u00000000000002' as Id, 'Elias', '719305');
		await staff.begin(phone);
		expect(staff.accounts.map(({ name }) => name)).toEqual(['Marta', 'Elias']);
		await staff.unlock(marta, CODE);
		await staff.unlock('u00000000000002' as Id, '719305');
		expect(staff.account?.name).toBe('Elias');
	});

	it('waits after five wrong codes, and says until when', async () => {
		await admit(marta, 'Marta');
		await staff.begin(phone);
		for (let wrong = 0; wrong < 5; wrong++) await staff.unlock(marta, '000000');
		expect(staff.accounts[0]?.until).toBeGreaterThan(Date.now() + 50_000);
		expect(await staff.unlock(marta, CODE)).toMatchObject({ error: { kind: 'wait' } });
	});
});

describe('locking', () => {
	it('drops keys, register, token and account, and makes everybody forget what was opened', async () => {
		await admit(marta, 'Marta');
		await staff.begin(phone);
		await staff.unlock(marta, CODE);
		const forget = vi.fn();
		const stop = staff.onlock(forget);
		expect(staff.register).not.toBeNull();
		staff.lock();
		expect(forget).toHaveBeenCalledOnce();
		expect([staff.account, staff.register, office.account]).toEqual([null, null, null]);
		expect(phone.vaults.current).toBeUndefined();
		expect(JSON.stringify(staff.accounts)).not.toContain('token');
		stop();
		staff.lock();
		expect(forget).toHaveBeenCalledOnce();
	});

	it('comes after ten minutes without a touch, and not while a visit is running', async () => {
		await admit(marta, 'Marta');
		await staff.begin(phone);
		await staff.unlock(marta, CODE);
		vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
		staff.hold();
		staff.hold();
		window.dispatchEvent(new Event('pointerdown'));
		vi.advanceTimersByTime(40 * MINUTE);
		staff.release();
		expect(staff.state).toBe('open');
		staff.release();
		vi.advanceTimersByTime(9 * MINUTE);
		expect(staff.state).toBe('open');
		vi.advanceTimersByTime(MINUTE);
		expect(staff.state).toBe('locked');
	});
});

it('another code is taken for the old one, and none that anybody would guess', async () => {
	await admit(marta, 'Marta');
	await staff.begin(phone);
	await staff.unlock(marta, CODE);
	expect(await staff.changeCode(CODE, '111111')).toEqual({ ok: false, error: 'easy' });
	expect(await staff.changeCode('000000', '719305')).toMatchObject({ error: { kind: 'wrong' } });
	expect(await staff.changeCode(CODE, '719305')).toMatchObject({ ok: true });
	staff.lock();
	expect(await staff.unlock(marta, CODE)).toMatchObject({ ok: false });
	expect(await staff.unlock(marta, '719305')).toMatchObject({ ok: true });
});
