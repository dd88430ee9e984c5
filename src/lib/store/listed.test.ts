import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { newBoxKey } from '#lib/crypto/box.ts';
import type { ScopeId } from '#lib/domain/shared/ids.ts';
import { newId } from '../../../tests/support/journal/conformance.ts';
import { Phone } from './phone.ts';

const group = 'g:grp000000000000' as ScopeId;
const village = 'c:com000000000001' as ScopeId;
const marta = 'u00000000000001';
const juana = 'w00000000000001';
let count = 0;

/** A phone with a held lesson of Juana's and a refused registration of a child. */
async function fresh() {
	let open = true;
	const key = await newBoxKey();
	const keyring = () => (open ? key : undefined);
	const phone = await Phone.open(`listed-${++count}`, { clock: () => 1000, newId, keyring });
	const join = { name: 'Juana', face: 'f', day: '2026-11-24' };
	await phone.save({ kind: 'member.join', scope: group, subject: juana, by: juana, body: join });
	const practice = { practice: 'clean-milking', level: 'committed' as const, day: '2026-11-24' };
	const held = await phone.save({
		kind: 'practice.report',
		scope: group,
		subject: juana,
		by: juana,
		body: practice
	});
	const child = {
		name: 'Wara',
		sex: 'f' as const,
		bornFrom: '2025-10-02',
		bornTo: '2025-10-02',
		bornHow: 'card' as const,
		caregiver: newId(),
		day: '2026-11-24'
	};
	const refused = await phone.save({
		kind: 'child.register',
		scope: village,
		subject: newId(),
		by: marta,
		body: child
	});
	if (!held.ok || !refused.ok) throw new Error('fixture');
	await phone.outbox.receipts([
		{ id: held.value.id, s: 'held', c: 'returned' },
		{ id: refused.value.id, s: 'refused', c: 'taken' }
	]);
	return { phone, held: held.value, refused: refused.value, lock: () => (open = false) };
}

describe('what did not simply arrive', () => {
	it('is listed with whom it is about, newest first', async () => {
		const { phone } = await fresh();
		expect(await phone.listed.all()).toMatchObject([
			{
				kind: 'child.register',
				name: 'Wara',
				readable: true,
				answer: { s: 'refused', c: 'taken' }
			},
			{ kind: 'practice.report', name: 'Juana', answer: { s: 'held', c: 'returned' } }
		]);
		phone.close();
	});

	it('names no child while her vault is closed', async () => {
		const { phone, refused, lock } = await fresh();
		lock();
		expect(await phone.listed.all()).toMatchObject([{ name: '', readable: false }, {}]);
		expect(await phone.listed.draft(refused.id)).toBeUndefined();
		phone.close();
	});

	it('can be saved anew as a fact of its own, and leaves the list when somebody has seen it', async () => {
		const { phone, refused } = await fresh();
		const draft = await phone.listed.draft(refused.id);
		const again = draft && (await phone.save(draft));
		if (!again?.ok) throw new Error('not saved');
		expect(again.value).toMatchObject({
			kind: 'child.register',
			by: marta,
			body: { name: 'Wara' }
		});
		expect(again.value.id).not.toBe(refused.id);
		await phone.listed.dismiss(refused.id);
		expect(await phone.counts()).toMatchObject({ listed: 1 });
		phone.close();
	});
});
