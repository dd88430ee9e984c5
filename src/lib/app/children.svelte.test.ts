// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { Phone } from '#lib/store/phone.ts';
import { newId } from '../../../tests/support/journal/conformance.ts';
import { Children } from './children.svelte.ts';
import type { Field } from './field.svelte.ts';
import type { Staff } from './staff.svelte.ts';

const village = 'c:com000000000001' as ScopeId;
const valley = 'c:com000000000002' as ScopeId;
const marta = 'u00000000000001' as Id;
let opened: Phone | undefined;
afterEach(() => opened?.close());

/** A phone with her vault open, and the two classes of app that the register leans on. */
async function vault() {
	const machine = { clock: Date.now, newId, hardness: { memoryKiB: 128, passes: 1 } };
	const phone = await Phone.open(`children-${newId()}`, machine);
	opened = phone;
	const KEY = 'ab'.repeat(32);
	const communities = { [village]: KEY, [valley]: KEY };
	const secrets = { recovery: '11'.repeat(32), communities, grants: [] };
	await phone.vaults.admit({
		account: marta,
		name: 'Marta',
		token: 'token',
		code: '482913',
		secrets
	});
	const locks: (() => void)[] = [];
	const staff = {
		register: phone.register(),
		settle: () => undefined,
		onlock: (forget: () => void) => locks.push(forget)
	};
	const field = {
		clock: { today: '2026-11-24' },
		phone,
		save: async (draft: Parameters<Phone['save']>[0]) => {
			const saved = await phone.save(draft);
			return saved.ok ? { ok: true, value: saved.value.id } : saved;
		}
	};
	const children = new Children(field as unknown as Field, staff as unknown as Staff);
	const lock = () => {
		phone.vaults.lock();
		for (const forget of locks) forget();
	};
	return { phone, children, lock };
}

async function register(children: Children, name: string, family: string) {
	const { facts } = children;
	const child = { id: facts.newId(), scope: village };
	const caregiver = facts.newId();
	await facts.addCaregiver(village, caregiver, {
		name: 'Basilia Mamani',
		relation: 'mother',
		day: '2026-11-24'
	});
	await facts.register(child, {
		name,
		family,
		sex: 'f',
		bornFrom: '2026-02-10',
		bornTo: '2026-02-10',
		bornHow: 'card',
		caregiver,
		day: '2026-11-24'
	});
	return child;
}
const visit = (day: string, next: string) => ({
	day,
	weightsKg: [8.4],
	tareKg: 0.3,
	position: 'lying' as const,
	oedema: 'none' as const,
	counts: { weightKg: 8.1 },
	said: { class: 'faltering', action: 'open-lesson', engine: '1', rules: 1, next }
});

describe('the children of the open vault', () => {
	it('are found by the sound of their name or of their mother’s, with what is due', async () => {
		const { children } = await vault();
		const wara = await register(children, 'Wara', 'Quispe');
		await register(children, 'Paxsi', 'Choque');
		await children.facts.visit(wara, visit('2026-11-24', '2026-12-24'));
		await children.look();
		expect(children.lines.map(({ child }) => child.name)).toEqual(['Paxsi', 'Wara']);
		expect(children.search('huara qispi').map(({ child }) => child.id)).toEqual([wara.id]);
		expect(children.search('vasilia')).toHaveLength(2);
		expect(children.line(wara.id)).toMatchObject({ due: '2026-12-24', last: { weightKg: 8.1 } });
	});

	it('show one of hers with every visit, the earliest first; one that is struck out is gone', async () => {
		const { children } = await vault();
		const wara = await register(children, 'Wara', 'Quispe');
		const late = await children.facts.visit(wara, visit('2026-11-24', '2026-12-24'));
		await children.facts.visit(wara, visit('2026-10-24', '2026-11-24'));
		const file = await children.child(wara.id);
		expect(file?.visits.map(({ day }) => day)).toEqual(['2026-10-24', '2026-11-24']);
		expect(file?.caregiver?.name).toBe('Basilia Mamani');
		if (late.ok) await children.facts.strike(wara, late.value, 'other-child');
		expect((await children.child(wara.id))?.visits).toHaveLength(1);
	});

	it('are joined and parted again', async () => {
		const { children } = await vault();
		const wara = await register(children, 'Wara', 'Quispe');
		const huara = await register(children, 'Huara', 'Qispi');
		await children.facts.visit(huara, visit('2026-11-24', '2026-12-24'));
		await children.facts.merge(huara, wara);
		await children.look();
		expect(children.lines).toHaveLength(1);
		expect((await children.child(wara.id))?.visits).toHaveLength(1);
		const [merge] = await children.merges(wara.id);
		if (merge) await children.facts.strike(wara, merge, 'not-the-same');
		await children.look();
		expect(children.lines).toHaveLength(2);
		expect(await children.merges(wara.id)).toEqual([]);
	});

	it('change a field with what it replaces, move, and ask to be forgotten', async () => {
		const { children } = await vault();
		const wara = await register(children, 'Wara', 'Quispe');
		await children.facts.amend(wara, { field: 'name', to: 'Wara Luz', was: 'Wara' });
		expect((await children.child(wara.id))?.child).toMatchObject({
			name: 'Wara Luz',
			review: false
		});
		await children.facts.amend(wara, { field: 'name', to: 'Luz', was: 'Wara' });
		expect((await children.child(wara.id))?.child.review).toBe(true);
		await children.facts.move(wara, valley);
		expect((await children.child(wara.id))?.child.scope).toBe(valley);
		expect(await children.facts.askErase(wara, { ids: [wara.id], reason: 'family' })).toMatchObject(
			{ ok: true }
		);
		expect((await children.child(wara.id))?.child.name).toBe('Luz');
	});

	it('are asked to be forgotten under every id, with a caregiver who answers for nobody else', async () => {
		const { children } = await vault();
		const wara = await register(children, 'Wara', 'Quispe');
		const huara = await register(children, 'Huara', 'Qispi');
		const parted = await register(children, 'Paxsi', 'Choque');
		await children.facts.merge(huara, wara);
		const wrong = await children.facts.merge(parted, wara);
		if (wrong.ok) await children.facts.strike(wara, wrong.value, 'not-the-same');
		await children.look();
		const file = await children.child(wara.id);
		expect(file).toBeDefined();
		const ids = file ? await children.idsOf(file.child) : [];
		expect(ids).toEqual(expect.arrayContaining([wara.id, huara.id]));
		expect(ids).toContain(file?.child.caregiver);
		expect(ids).not.toContain(parted.id);
	});

	it('leave nothing behind when it is locked', async () => {
		const { children, lock } = await vault();
		const wara = await register(children, 'Wara', 'Quispe');
		await children.drafts.keep('visit', { kg: 8 });
		await children.look();
		lock();
		expect(children.state).toBe('closed');
		expect(children.lines).toEqual([]);
		expect(await children.child(wara.id)).toBeUndefined();
		expect(await children.drafts.read('visit')).toBeUndefined();
		expect(await register(children, 'Nina', 'Poma')).toBeDefined();
		expect(await children.facts.merge(wara, wara)).toEqual({ ok: false, error: 'locked' });
	});
});
