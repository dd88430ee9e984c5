import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Key } from '#lib/domain/journal/entry.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { Phone } from '#lib/store/phone.ts';
import { Amending } from './amending.svelte.ts';
import type { Field } from './field.svelte.ts';
import { newId } from './new-id.ts';

const NOON = Date.UTC(2026, 10, 24, 16); // 24 November, noon in La Paz
const DAY = 24 * 3_600_000;
const MILK = 'dairy-clean-milking';
const ELENA = 'u00000000000001';

/** A phone that held a meeting: Juana to the end, Basilia for one part of five, Nieves not at all. */
let count = 0;
async function held() {
	const phone = await Phone.open(`amend-${++count}`, { clock: () => NOON, newId });
	const scope = await phone.homeGroup();
	const save = async (draft: object) => {
		const saved = await phone.save({ scope, ...draft } as Parameters<Phone['save']>[0]);
		return saved.ok ? ok(saved.value.id) : saved;
	};
	const field = { phone, save } as unknown as Field;
	const join = async (name: string) => {
		const subject = newId();
		const body = { name, face: 'h1-c1-k1-s1', day: '2026-11-01' };
		await save({ kind: 'member.join', subject, by: subject, body });
		return subject;
	};
	const [juana, basilia, nieves] = [
		await join('Juana'),
		await join('Basilia'),
		await join('Nieves')
	];
	const session = newId();
	const body = {
		day: '2026-11-24',
		lesson: MILK,
		revision: 1,
		rules: 1,
		languages: ['ay'],
		closed: 'hand',
		blocksRequired: 5,
		roster: [juana, basilia, nieves],
		present: [
			{ who: juana, blocks: 5 },
			{ who: basilia, blocks: 1 }
		],
		hands: [{ q: 'q1', counts: [0, 2], right: 0, of: 2 }],
		practice: 'clean-milking',
		will: []
	};
	await save({ kind: 'session.close', subject: session, by: juana, body });
	const heardOn = async (who: string, lesson = MILK) =>
		(await phone.row(`${who}|progress|${lesson}` as Key))?.heardOn ?? '';
	const amending = async (facilitator: boolean, now = NOON) => {
		const by = () => (facilitator ? ELENA : juana);
		const made = new Amending(field, { facilitator, by, scope: async () => scope }, () => now);
		await made.look(session);
		return made;
	};
	return { phone, save, scope, juana, basilia, nieves, session, heardOn, amending };
}

describe('a meeting corrected on the phone that recorded it', () => {
	it('shows for how long each was there', async () => {
		const { amending } = await held();
		const { attenders } = await amending(false);
		expect(attenders.map(({ name, stay }) => [name, stay])).toEqual([
			['Basilia', 1],
			['Juana', 5],
			['Nieves', null]
		]);
	});

	it('credits who was forgotten, and takes it back when that was wrong', async () => {
		const { amending, nieves, heardOn } = await held();
		const made = await amending(false);
		expect(await made.stay(nieves, 5)).toBe(true);
		expect(await heardOn(nieves)).toBe('2026-11-24');
		const [correction] = made.meeting!.corrections;
		expect(correction?.body).toMatchObject({ was: 0, to: 5 });
		expect(await made.takeBack(correction!)).toBe(true);
		expect(await heardOn(nieves)).toBe('');
		expect(made.attenders.find(({ id }) => id === nieves)?.stay).toBeNull();
	});

	it('counts hands anew, and the group has understood', async () => {
		const { amending, phone, scope, session } = await held();
		const made = await amending(false);
		expect(await made.hands('q1', [2, 0])).toBe(true);
		expect((await phone.row(`${scope}|sessions|${session}` as Key))?.understood).toBe(1);
		expect(made.meeting?.hands[0]?.counts).toEqual([2, 0]);
	});

	it('is left to the facilitator after fourteen days', async () => {
		const { amending, nieves, heardOn } = await held();
		expect((await amending(false, NOON + 14 * DAY)).barred).toBeNull();
		const late = await amending(false, NOON + 15 * DAY);
		expect(late.barred).toBe('late');
		expect(await late.stay(nieves, 5)).toBe(false);
		expect(await heardOn(nieves)).toBe('');
		expect((await amending(true, NOON + 15 * DAY)).barred).toBeNull();
	});
});

describe('a meeting corrected by the facilitator', () => {
	it('was about another lesson: credits go where they belong, and nothing of the old one is left', async () => {
		const { amending, juana, nieves, heardOn, phone, scope, session } = await held();
		const made = await amending(true);
		await made.stay(nieves, 5);
		const other = { id: 'calf', revision: 1, required: 4, practice: 'calf-corner' };
		const renewed = await made.otherLesson(other);
		expect(renewed).not.toBeNull();
		for (const who of [juana, nieves]) {
			expect(await heardOn(who)).toBe('');
			expect(await heardOn(who, 'calf')).toBe('2026-11-24');
		}
		expect(await phone.row(`${scope}|sessions|${session}` as Key)).toBeUndefined();
		expect((await phone.rows('sessions', scope)).map(({ lesson }) => lesson)).toEqual(['calf']);
		await made.look(session);
		expect(made.state).toBe('missing');
	});

	it('knows a woman by the name she was merged into', async () => {
		const { amending, save, juana, basilia, phone } = await held();
		await save({ kind: 'merge', subject: juana, by: ELENA, body: { from: basilia, to: juana } });
		const made = await amending(true);
		expect(made.attenders.map(({ id, stay }) => [id, stay])).toContainEqual([juana, 5]);
		expect(made.attenders).toHaveLength(2);
		await made.stay(juana, 0);
		expect(made.meeting?.blocks.size).toBe(0);
		expect((await phone.meetings.same()).get(basilia)).toBe(juana);
	});
});
