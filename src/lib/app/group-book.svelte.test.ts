import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { groupScope, type Id } from '#lib/domain/shared/ids.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { Phone } from '#lib/store/phone.ts';
import type { Field } from './field.svelte.ts';
import { GroupBook } from './group-book.svelte.ts';
import { newId } from './new-id.ts';
import type { Staff } from './staff.svelte.ts';

const MILK = 'dairy-clean-milking';
const GROUP = 'grp000000000001' as Id;
const scope = groupScope(GROUP);
const ELENA = 'u00000000000001';

let count = 0;
async function book() {
	const phone = await Phone.open(`book-${++count}`, { clock: () => Date.now(), newId });
	const save = async (draft: object) => {
		const saved = await phone.save({ scope, ...draft } as Parameters<Phone['save']>[0]);
		return saved.ok ? ok(saved.value.id) : saved;
	};
	const join = async (name: string) => {
		const subject = newId();
		const body = { name, face: 'h1-c1-k1-s1', day: '2026-11-01' };
		await save({ kind: 'member.join', subject, by: subject, body });
		return subject;
	};
	const finish = (who: string) => {
		const body = {
			day: '2026-11-24',
			lesson: MILK,
			revision: 1,
			rules: 1,
			language: 'ay',
			blocksHeard: 5,
			blocksRequired: 5,
			answers: []
		};
		return save({ kind: 'lesson.finish', subject: who, by: who, body });
	};
	const staff = { account: { id: ELENA, groups: [scope] } } as unknown as Staff;
	const made = new GroupBook({ phone, save } as unknown as Field, staff);
	const look = async () => {
		await made.look(GROUP);
		return made.view!.members.map(({ name, credits }) => [name, credits.get(MILK)?.heard ?? '']);
	};
	return { made, join, finish, look };
}

describe('a facilitator sets her list right', () => {
	it('two names are one woman, under the name that was chosen, whichever was written first', async () => {
		const { made, join, finish, look } = await book();
		const juana = await join('Juana');
		const again = await join('Juanita');
		await finish(again);
		await look();
		expect(await made.merge(again, juana)).toMatchObject({ ok: true });
		expect(await look()).toEqual([['Juana', '2026-11-24']]);
	});

	it('what was not hers is given to who it was, and can be given back', async () => {
		const { made, join, finish, look } = await book();
		const juana = await join('Juana');
		const wara = await join('Wara');
		await finish(juana);
		await look();
		const [fact] = await made.factsAbout(juana);
		await made.give(fact!.id, wara);
		expect(await look()).toEqual([
			['Juana', ''],
			['Wara', '2026-11-24']
		]);
		expect(await made.factsAbout(juana)).toEqual([]);
		await made.give(fact!.id, juana);
		expect(await look()).toEqual([
			['Juana', '2026-11-24'],
			['Wara', '']
		]);
	});
});
