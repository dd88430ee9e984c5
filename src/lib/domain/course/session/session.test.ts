import { describe, expect, it } from 'vitest';
import type { Day } from '../../shared/day.ts';
import type { Lesson } from '../lesson.ts';
import { closing, isEmpty, isForgotten, summary } from './close.ts';
import { askAgain, free, need, noHands, raised, reveal, setHands, tapHand } from './hands.ts';
import { placeBefore, planSession } from './plan.ts';
import { lastHeld, missed, promisedOnly, proposeLesson } from './proposal.ts';
import {
	allHere,
	attendees,
	before,
	beginSession,
	blocksOf,
	correct,
	explain,
	goOn,
	handsOf,
	joinHere,
	presentNow,
	setVisitors,
	standAt,
	toggleDid,
	toggleHere,
	toggleWill,
	withHands,
	type Session
} from './session.ts';

const text = { es: '', ay: '' };
const option = (id: string, right?: true) => ({
	...text,
	id,
	picture: '',
	why: text,
	...(right ? { right } : {})
});
const lesson: Lesson = {
	id: 'dairy-clean-milking',
	course: 'dairy',
	n: 1,
	rev: 2,
	title: text,
	minutes: 30,
	review: { es: 'drafted', ay: 'drafted' },
	blocks: [
		{ ...text, id: 's1', kind: 'text', picture: '' },
		{ ...text, id: 'd1', kind: 'discuss', picture: '', minutes: 5, ask: [] },
		{
			...text,
			id: 'b1',
			kind: 'steps',
			steps: [
				{ ...text, id: 'a', picture: '' },
				{ ...text, id: 'b', picture: '' }
			]
		},
		{
			...text,
			id: 'q1',
			kind: 'choice',
			key: 'b1',
			options: [option('a'), option('b', true), option('c')]
		},
		{
			...text,
			id: 'q2',
			kind: 'truefalse',
			key: 's1',
			picture: '',
			answer: false,
			why: { right: text, wrong: text }
		},
		{ ...text, id: 'q3', kind: 'order', key: 'b1', items: [] },
		{
			...text,
			id: 'p1',
			kind: 'practice',
			practice: 'clean-milking',
			picture: '',
			checks: [],
			next: text
		},
		{ ...text, id: 'h1', kind: 'handout' }
	],
	blocksRequired: ['s1', 'd1', 'b1', 'q1', 'q2', 'q3', 'p1'],
	practice: { id: 'clean-milking', block: 'p1', checks: [] },
	pictures: {},
	sources: [],
	glossary: []
};

const MINUTE = 60_000;
const women = ['juana', 'basilia', 'rosenda', 'lidia'];
const begun = (more: Partial<Parameters<typeof beginSession>[0]> = {}): Session =>
	beginSession({
		id: 'session00000001',
		entry: 'entry0000000001',
		scope: 'g:group0000000001',
		plan: planSession(lesson, false),
		languages: ['ay', 'es'],
		day: '2026-11-24' as Day,
		now: 1_000 * MINUTE,
		roster: women,
		...more
	});
const upTo = (session: Session, place: string): Session => {
	let now = session;
	while (now.at !== place) now = goOn(now);
	return now;
};
const afterRoll = () => upTo(allHere(begun()), 's1');

describe('the screens of a meeting', () => {
	const places = (asks: boolean) => planSession(lesson, asks).places.map(({ id }) => id);

	it('are the roll call, the lesson step by step, each question with its answer, and the close', () => {
		expect(places(false)).toEqual([
			'roll',
			's1',
			'd1',
			'b1.a',
			'b1.b',
			'q1',
			'q1.answer',
			'q2',
			'q2.answer',
			'q3',
			'p1',
			'close'
		]);
	});

	it('begin with the last practice where somebody promised it', () => {
		expect(places(true)[0]).toBe('tried');
	});

	it('know of each question by hands how many options it has and which is right', () => {
		expect(planSession(lesson, false).questions).toEqual([
			{ id: 'q1', options: 3, right: 1, key: 'b1' },
			{ id: 'q2', options: 2, right: 1, key: 's1' }
		]);
	});

	it('are walked one by one, and end at the close', () => {
		expect(begun().at).toBe('roll');
		expect(goOn(begun()).at).toBe('s1');
		expect(goOn(standAt(begun(), 'close')).at).toBe('close');
		expect(placeBefore(begun().plan, 'roll')).toBeNull();
	});

	it('go back from after an answer to the question, not to its answer', () => {
		expect(before(standAt(begun(), 'q2'))?.id).toBe('q1');
		expect(before(standAt(begun(), 'b1.b'))?.id).toBe('b1.a');
		expect(before(begun())).toBeNull();
	});

	it('return to a question once its block has been explained again', () => {
		const asked = upTo(afterRoll(), 'q1.answer');
		const explained = explain(asked, 'q1');
		expect(explained.at).toBe('b1.a');
		expect(handsOf(explained, 'q1').asked).toBe(2);
		expect(before(explained)?.id).toBe('q1');
		expect(goOn(explained).at).toBe('b1.b');
		const again = goOn(goOn(explained));
		expect(again.at).toBe('q1');
		expect(goOn(goOn(again)).at).toBe('q2');
	});

	it('fall back to the roll call where an address names a screen that is not there', () => {
		expect(standAt(begun(), 'b99').at).toBe('roll');
	});
});

describe('who is there', () => {
	it('is told by tapping, all at once or one by one', () => {
		const all = allHere(begun());
		expect(all.here).toEqual(women);
		expect(toggleHere(all, 'lidia').here).toEqual(['juana', 'basilia', 'rosenda']);
		expect(toggleHere(toggleHere(all, 'lidia'), 'lidia').here).toContain('lidia');
	});

	it('counts a visitor among the hands and nowhere else', () => {
		const session = setVisitors(allHere(begun()), 2);
		expect(presentNow(session)).toBe(6);
		expect(closing(session, 'hand')).toMatchObject({ visitors: 2, roster: women });
		expect(closing(session, 'hand').present).toHaveLength(4);
		expect(setVisitors(session, -1).visitors).toBe(0);
	});

	it('takes a new woman onto the list, there from now on', () => {
		const session = joinHere(afterRoll(), 'nieves');
		expect(session.roster).toContain('nieves');
		expect(session.here).toContain('nieves');
	});

	it('credits a block to whoever is there when it is left behind', () => {
		const late = toggleHere(upTo(toggleHere(afterRoll(), 'lidia'), 'b1.a'), 'lidia');
		const early = toggleHere(upTo(late, 'q1'), 'rosenda');
		const end = upTo(early, 'close');
		expect(women.map((who) => blocksOf(end, who))).toEqual([7, 7, 3, 5]);
	});

	it('counts a block with steps once, at its last step', () => {
		expect(blocksOf(upTo(afterRoll(), 'b1.b'), 'juana')).toBe(2);
		expect(blocksOf(upTo(afterRoll(), 'q1'), 'juana')).toBe(3);
	});

	it('credits nothing for going back, and nothing twice', () => {
		const again = goOn(standAt(upTo(afterRoll(), 'd1'), 's1'));
		expect(blocksOf(again, 'juana')).toBe(1);
	});

	it('names everybody who was there at some time, in the order of the list', () => {
		const gone = toggleHere(upTo(toggleHere(afterRoll(), 'lidia'), 'd1'), 'juana');
		expect(attendees(gone)).toEqual(['juana', 'basilia', 'rosenda']);
	});

	it('can be put right before the close', () => {
		const end = upTo(toggleHere(toggleWill(afterRoll(), 'juana'), 'lidia'), 'close');
		expect(blocksOf(correct(end, 'lidia', true), 'lidia')).toBe(7);
		const without = correct(end, 'juana', false);
		expect(attendees(without)).toEqual(['basilia', 'rosenda']);
		expect(closing(without, 'hand').will).toEqual([]);
	});
});

describe('hands', () => {
	const three = noHands(3);

	it('are never more than the people in the room', () => {
		const nine = setHands(three, 0, 9, 14);
		expect(free(nine, 14)).toBe(5);
		expect(setHands(nine, 1, 9, 14).counts).toEqual([9, 5, 0]);
		expect(raised(setHands(setHands(nine, 1, 9, 14), 2, 3, 14))).toBe(14);
	});

	it('are never less than none, and an option that is not there takes none', () => {
		expect(setHands(three, 0, -1, 14).counts).toEqual([0, 0, 0]);
		expect(setHands(three, 7, 3, 14)).toBe(three);
	});

	it('can be counted by faces: a second tap takes the hand down, another option moves it', () => {
		const juana = tapHand(three, 1, 'juana');
		expect(juana.counts).toEqual([0, 1, 0]);
		expect(tapHand(juana, 2, 'juana').counts).toEqual([0, 0, 1]);
		expect(tapHand(juana, 1, 'juana').counts).toEqual([0, 0, 0]);
	});

	it.each([
		[6, 'explain'],
		[7, 'repeat'],
		[9, 'repeat'],
		[10, 'go-on'],
		[14, 'go-on']
	])('%i of 14 right: %s', (right, wanted) => {
		expect(need(reveal(setHands(three, 0, right, 14), 14), 0)).toBe(wanted);
	});

	it('go down when it is asked again, and the last time counts', () => {
		const again = askAgain(reveal(setHands(three, 0, 5, 14), 14));
		expect(again).toEqual({ counts: [0, 0, 0], faces: {}, asked: 2 });
	});

	it('nobody in the room has understood nothing', () => {
		expect(need(reveal(three, 0), 0)).toBe('explain');
	});
});

describe('the close', () => {
	const answered = (session: Session, q: string, counts: number[]) =>
		withHands(session, q, reveal({ ...handsOf(session, q), counts }, presentNow(session)));

	it('is one record of all that counted', () => {
		let session = upTo(toggleHere(afterRoll(), 'lidia'), 'q1');
		session = answered(session, 'q1', [1, 2, 0]);
		session = upTo(toggleWill(session, 'basilia'), 'close');
		expect(closing({ ...session, touched: session.began + 42 * MINUTE }, 'hand')).toEqual({
			day: '2026-11-24',
			lesson: 'dairy-clean-milking',
			revision: 2,
			rules: 1,
			languages: ['ay', 'es'],
			closed: 'hand',
			minutes: 42,
			blocksRequired: 7,
			roster: women,
			present: ['juana', 'basilia', 'rosenda'].map((who) => ({ who, blocks: 7 })),
			hands: [{ q: 'q1', counts: [1, 2, 0], right: 1, of: 3, asked: 1 }],
			practice: 'clean-milking',
			will: ['basilia']
		});
	});

	it('leaves out a question whose answer was never shown', () => {
		const counted = withHands(afterRoll(), 'q1', setHands(noHands(3), 0, 2, 4));
		expect(closing(counted, 'clock').hands).toEqual([]);
	});

	it('does not count the promise of who was not there', () => {
		const session = toggleHere(toggleWill(afterRoll(), 'juana'), 'juana');
		expect(closing(session, 'hand').will).toEqual([]);
	});

	it('says its numbers beside their wholes', () => {
		let session = upTo(toggleHere(afterRoll(), 'lidia'), 'd1');
		session = upTo(toggleHere(session, 'lidia'), 'q1');
		session = answered(answered(session, 'q1', [0, 3, 1]), 'q2', [3, 1]);
		const end = upTo(toggleWill(session, 'juana'), 'close');
		expect(summary(end)).toMatchObject({
			roster: 4,
			present: 4,
			heard: 4,
			questions: 2,
			understood: 1,
			groupUnderstood: false,
			will: 1,
			partly: [{ who: 'lidia', blocks: 6 }],
			blocks: 7
		});
	});

	it('comes by itself after twelve hours untouched, not before, not after a clock was turned back', () => {
		const session = begun();
		const hour = 60 * MINUTE;
		expect(isForgotten(session, session.touched + 12 * hour - 1)).toBe(false);
		expect(isForgotten(session, session.touched + 12 * hour)).toBe(true);
		expect(isForgotten(session, session.touched - 400 * 24 * hour)).toBe(false);
	});

	it('is nothing to record where nobody was', () => {
		expect(isEmpty(begun())).toBe(true);
		expect(isEmpty(toggleHere(begun(), 'juana'))).toBe(false);
	});
});

describe('the practice of the last meeting', () => {
	const tried = { practice: 'clean-milking', lesson: 'l', promised: ['juana', 'lidia'], did: [] };

	it('is asked of those who promised it', () => {
		const session = toggleDid(begun({ tried }), 'juana');
		expect(session.tried?.did).toEqual(['juana']);
		expect(toggleDid(session, 'juana').tried?.did).toEqual([]);
		expect(toggleDid(begun(), 'juana').tried).toBeUndefined();
	});

	it('is asked only of those who have not answered since', () => {
		const row = (person: string, level: string, practice = 'clean-milking') => ({
			person,
			practice,
			level
		});
		const rows = [
			row('juana', 'committed'),
			row('lidia', 'doing'),
			row('nieves', 'committed', 'hay')
		];
		expect(promisedOnly(rows, 'clean-milking')).toEqual(['juana']);
	});
});

describe('the proposal', () => {
	const course = (id: string, n: number, ...lessons: string[]) => ({
		id,
		n,
		lessons: lessons.map((lesson) => ({ id: lesson }))
	});
	const courses = [course('dairy', 2, 'd1', 'd2'), course('feeding', 1, 'f1', 'f2')];
	const held = (day: string, lesson: string, ...here: string[]) => ({ day, lesson, here });
	const next = (...before: ReturnType<typeof held>[]) => proposeLesson(courses, before)?.lesson.id;

	it('begins with the first course', () => {
		expect(next()).toBe('f1');
	});

	it('goes on in the course of the last meeting', () => {
		expect(next(held('2026-11-02', 'f1'), held('2026-11-09', 'd1'))).toBe('d2');
	});

	it('goes to another course when one is finished', () => {
		expect(next(held('2026-11-02', 'd1'), held('2026-11-09', 'd2'))).toBe('f1');
	});

	it('repeats the lesson held longest ago when all have been held', () => {
		const days = ['2026-11-05', '2026-11-01', '2026-11-03', '2026-11-04'];
		expect(next(...['d1', 'd2', 'f1', 'f2'].map((id, i) => held(days[i]!, id)))).toBe('d2');
		expect(proposeLesson([], [])).toBeUndefined();
	});

	it('names who missed the last meeting, not who joined after it', () => {
		const last = lastHeld([held('2026-11-02', 'f1'), held('2026-11-09', 'd1', 'juana')]);
		const person = (id: string, joined: string) => ({ id, joined });
		const people = [
			person('juana', '2026-10-01'),
			person('lidia', '2026-11-09'),
			person('nieves', '2026-11-10')
		];
		expect(missed(people, last).map(({ id }) => id)).toEqual(['lidia']);
		expect(missed(people, undefined)).toEqual([]);
	});
});
