import { describe, expect, it } from 'vitest';
import { MemoryJournal } from '#lib/sync/memory.ts';
import { play } from '../../../../tests/support/journal/play.ts';
import type { Entry } from './entry.ts';
import { meetingOf } from './meeting-of.ts';
import {
	amendHands,
	amendPresence,
	stayOf,
	takeBack,
	underLesson,
	type Amendment
} from './meeting.ts';
import type { Draft } from './registry.ts';

const [juana, basilia, nieves, twin] = ['w1', 'w2', 'w3', 'w9'].map((id) =>
	`${id}0000000000000`.slice(0, 15)
) as [string, string, string, string];
const GROUP = 'g:grp000000000001';
const SESSION = 's00000000000001';
const NOBODY = new Map<string, string>();

let n = 0;
function fact(kind: string, subject: string, body: object, v = 1): Entry {
	n++;
	const id = `e${String(n).padStart(14, '0')}`;
	const by = 'u00000000000001';
	const phone = 'p00000000000001';
	return { id, kind, v, scope: GROUP, subject, body, n, at: n, by, phone } as unknown as Entry;
}
const record = (change: Partial<Draft<'session.close'>> = {}) =>
	fact('session.close', SESSION, {
		day: '2026-11-24',
		lesson: 'milk',
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
		will: [juana],
		...change
	});
const amended = (bodies: Amendment[]) =>
	bodies.map((body) => fact('session.amend', SESSION, body, 2));
const standing = (facts: Entry[]) => {
	const meeting = meetingOf(facts);
	if (!meeting) throw new Error('no record');
	return meeting;
};
/** On which day a woman heard the lesson, as the read model of these facts says it. */
function heardOn(facts: Entry[], who: string): unknown {
	const journal = new MemoryJournal();
	play(journal, [facts]);
	return [...journal.rows].find(([k]) => k.startsWith(`${who}|progress|`))?.[1]?.heardOn ?? '';
}

describe('a meeting put right afterwards', () => {
	it('stands as it was recorded, until something else is said', () => {
		const meeting = standing([record()]);
		expect(stayOf(meeting, juana, NOBODY)).toBe(5);
		expect(stayOf(meeting, nieves, NOBODY)).toBeNull();
		expect(meeting.hands).toEqual([{ q: 'q1', counts: [0, 2], right: 0, of: 2 }]);
		expect(meetingOf([])).toBeNull();
	});

	it('credits who was there after all, and takes it from who was not', () => {
		const first = record();
		const meeting = standing([first]);
		const facts = [
			first,
			...amended(amendPresence(meeting, { who: nieves, to: 5 }, NOBODY)),
			...amended(amendPresence(meeting, { who: juana, to: 0 }, NOBODY))
		];
		expect(heardOn(facts, nieves)).toBe('2026-11-24');
		expect(heardOn(facts, juana)).toBe('');
		expect(stayOf(standing(facts), juana, NOBODY)).toBeNull();
	});

	it('says what was and what is, and takes it back the same way', () => {
		const first = record();
		const change = amended(amendPresence(standing([first]), { who: basilia, to: 4 }, NOBODY));
		const [correction] = standing([first, ...change]).corrections;
		expect(correction?.body).toMatchObject({ who: basilia, was: 1, to: 4 });
		expect(correction?.last).toBe(true);
		const back = amended([takeBack(correction!)]);
		const after = standing([first, ...change, ...back]);
		expect(stayOf(after, basilia, NOBODY)).toBe(1);
		expect(after.corrections.map(({ last }) => last)).toEqual([true, false]);
		expect(heardOn([first, ...change], basilia)).toBe('2026-11-24');
		expect(heardOn([first, ...change, ...back], basilia)).toBe('');
	});

	it('says nothing where nothing changes', () => {
		const meeting = standing([record()]);
		expect(amendPresence(meeting, { who: juana, to: 5 }, NOBODY)).toEqual([]);
		expect(amendPresence(meeting, { who: nieves, to: 0 }, NOBODY)).toEqual([]);
		expect(amendHands(meeting, { q: 'q1', to: [0, 2] })).toEqual([]);
	});

	it('takes out of the list who came for the close alone', () => {
		const meeting = standing([record({ present: [{ who: juana, blocks: 0 }] })]);
		expect(stayOf(meeting, juana, NOBODY)).toBe(0);
		expect(amendPresence(meeting, { who: juana, to: 0 }, NOBODY)).toMatchObject([
			{ to: 0, was: 0 }
		]);
	});

	it('has hands for the room and no more, and the group is credited anew', () => {
		const first = record();
		const meeting = standing([first]);
		expect(amendHands(meeting, { q: 'q1', to: [2, 1] })).toEqual([]);
		expect(amendHands(meeting, { q: 'q7', to: [2, 0] })).toEqual([]);
		const journal = new MemoryJournal();
		play(journal, [[first, ...amended(amendHands(meeting, { q: 'q1', to: [2, 0] }))]]);
		const row = [...journal.rows].find(([k]) => k.includes('|sessions|'))?.[1];
		expect(row).toMatchObject({ understood: 1, hands: 'q1=2.0/0/2' });
	});

	it('knows a woman under both of the names she had', () => {
		const meeting = standing([
			record({
				present: [
					{ who: juana, blocks: 2 },
					{ who: twin, blocks: 4 }
				]
			})
		]);
		const same = new Map([[twin, juana]]);
		expect(stayOf(meeting, juana, same)).toBe(4);
		expect(amendPresence(meeting, { who: juana, to: 0 }, same)).toMatchObject([
			{ who: juana, to: 0, was: 2 },
			{ who: twin, to: 0, was: 4 }
		]);
	});

	it('was about another lesson: as long as each was there, and without its hands', () => {
		const other = { id: 'calf', revision: 3, required: 10, practice: 'calf-corner' };
		expect(underLesson(standing([record()]), other)).toMatchObject({
			lesson: 'calf',
			revision: 3,
			practice: 'calf-corner',
			present: [
				{ who: juana, blocks: 10 },
				{ who: basilia, blocks: 2 }
			],
			hands: [],
			day: '2026-11-24',
			will: [juana]
		});
	});
});
