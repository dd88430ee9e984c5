import { describe, expect, it } from 'vitest';
import { visitTables } from '../growth/visit-tables.ts';
import { visitRecord } from '../journal/kinds/visit-record.ts';
import type { Day } from '../shared/day.ts';
import type { Id } from '../shared/ids.ts';
import { begin, type Measuring } from './measuring.ts';
import type { Visit } from './rows.ts';
import type { About } from './seen.ts';
import { tellingOf } from './telling.ts';
import { askedAgain, countsOf, verdictOf, visitOf } from './verdict.ts';
import { visitBody } from './visit-body.ts';

const day = (text: string) => text as Day;
const about = (more: Partial<About> = {}): About => ({
	sex: 'f',
	birth: { kind: 'exact', day: day('2026-02-10') },
	earlier: [],
	tables: visitTables,
	...more
});
const measuring = (more: Partial<Measuring> = {}): Measuring => ({
	...begin({
		visit: 'e00000000000001',
		day: day('2026-11-24'),
		draw: 0.5,
		position: 'lying',
		clothes: 'light',
		tareKg: 0.3
	}),
	readings: { weight: [8.4], length: [70], arm: [140] },
	oedema: 'none',
	at: 'done',
	...more
});
const before = (more: Partial<Visit>): Visit => ({
	id: 'e00000000000009' as Id,
	day: day('2026-09-20'),
	weightKg: 7.6,
	lengthCm: 66.5,
	muacMm: 138,
	headCm: null,
	position: 'lying',
	oedema: 'none',
	waz: null,
	haz: null,
	whz: null,
	class: 'grows-well',
	action: 'next-control',
	lesson: '',
	nextOn: null,
	seenOn: null,
	followedOn: null,
	outcome: '',
	tries: 0,
	at: 0,
	...more
});

describe('what readings amount to', () => {
	it('takes the clothes off, means two that agree, keeps the middle of three that do not', () => {
		expect(countsOf(measuring())).toEqual({ weight: 8.1, length: 70, arm: 140 });
		const twice = { weight: [8.4, 8.5], length: [70, 70.4], arm: [140, 143] };
		expect(countsOf(measuring({ readings: twice }))).toEqual({
			weight: 8.15,
			length: 70.2,
			arm: 141.5
		});
		const apart = { weight: [8.4, 9.4, 10.4], length: [], arm: [] };
		expect(countsOf(measuring({ readings: apart })).weight).toBe(9.1);
	});

	it('counts nothing that no living child can have', () => {
		const odd = { weight: [90], length: [30], arm: [400] };
		expect(countsOf(measuring({ readings: odd }))).toEqual({
			weight: undefined,
			length: undefined,
			arm: undefined
		});
	});
});

describe('what a visit comes to', () => {
	it.each<[string, Partial<Measuring>, Partial<About>, object]>([
		['all in order', {}, {}, { class: 'grows-well', action: 'next-control' }],
		['a thin arm', { readings: { weight: [8.4], length: [70], arm: [112] } }, {}, { class: 'sam' }],
		[
			'an arm of 120 mm',
			{ readings: { weight: [8.4], length: [70], arm: [120] } },
			{},
			{ class: 'mam', action: 'refer-within-7-days' }
		],
		['oedema', { oedema: '1' }, {}, { class: 'sam', action: 'refer-today' }],
		['feet not looked at', { oedema: 'unseen' }, {}, { class: 'incomplete' }],
		[
			'no length',
			{ readings: { weight: [8.4], length: [], arm: [140] }, missing: { length: 'cried' } },
			{},
			{ class: 'incomplete', action: 'complete-measuring' }
		],
		['sex unknown', {}, { sex: undefined }, { class: 'incomplete' }],
		['no birth at all', {}, { birth: { kind: 'unknown' } }, { class: 'incomplete' }],
		[
			'no gain since September',
			{},
			{ earlier: [before({ weightKg: 8.1 })] },
			{ class: 'faltering', action: 'open-lesson' }
		],
		[
			'low for her age',
			{ readings: { weight: [7], length: [62], arm: [140] } },
			{},
			{ class: 'severely-stunted' }
		],
		[
			'an infant that suckles poorly',
			{ readings: { weight: [6.3], length: [60], arm: [] }, suckling: 'poorly' },
			{ birth: { kind: 'exact', day: day('2026-08-20') } },
			{ class: 'young-infant', days: 7 }
		]
	])('%s', (_name, state, known, result) => {
		expect(verdictOf(measuring(state), about(known)).result).toMatchObject(result);
	});

	it('an approximate birth gives a class of length only when every day of it agrees', () => {
		const birth = { kind: 'between', first: day('2026-01-01'), last: day('2026-01-31') } as const;
		const wide = { kind: 'between', first: day('2025-12-01'), last: day('2026-03-31') } as const;
		const short = measuring({ readings: { weight: [7.3], length: [62], arm: [140] } });
		expect(verdictOf(short, about({ birth })).result.class).toBe('severely-stunted');
		expect(verdictOf(short, about({ birth: wide })).result.signs).toEqual([]);
	});

	it('after acute malnutrition comes back in 14 days until two results are free of it', () => {
		const earlier = [before({ class: 'mam', muacMm: 120 })];
		expect(verdictOf(measuring(), about({ earlier })).next).toBe('2026-12-08');
	});

	it.each<[string, Partial<Measuring>, Partial<About>, readonly string[]]>([
		['nothing', {}, {}, []],
		['one visit in ten reads everything twice', { draw: 0.05 }, {}, ['weight', 'length', 'arm']],
		[
			'shorter than before',
			{ readings: { weight: [8.4], length: [65.8], arm: [140] } },
			{ earlier: [before({})] },
			['length']
		],
		[
			'a weight that changed by more than 15 % within 60 days',
			{ readings: { weight: [9.9], length: [70], arm: [140] } },
			{ earlier: [before({ day: day('2026-10-10') })] },
			['weight']
		],
		[
			'an implausible weight for length',
			{ readings: { weight: [20], length: [70], arm: [140] } },
			{},
			['weight', 'length']
		]
	])('asks for a second reading: %s', (_name, state, known, measures) => {
		expect([...askedAgain(measuring(state), about(known))].sort()).toEqual([...measures].sort());
	});
});

describe('the fact of a visit', () => {
	it('holds every raw reading, what counts and what was said', () => {
		const state = measuring({ readings: { weight: [8.4, 8.5], length: [70], arm: [112] } });
		const body = visitBody(state, verdictOf(state, about()), undefined);
		expect(body).toMatchObject({
			weightsKg: [8.4, 8.5],
			tareKg: 0.3,
			lengthsCm: [70],
			muacsMm: [112],
			oedema: 'none',
			counts: { weightKg: 8.15, lengthCm: 70, muacMm: 112 },
			said: { class: 'sam', action: 'refer-today', engine: '1', rules: 1, next: '2026-11-26' }
		});
		expect(visitRecord.body.safeParse(body).success).toBe(true);
	});

	it('is a fact also when nothing could be read, and holds no number that was not read', () => {
		const state = measuring({
			readings: { weight: [], length: [], arm: [] },
			missing: { weight: 'cried', length: 'cried', arm: 'cried' },
			oedema: 'unseen'
		});
		const body = visitBody(state, verdictOf(state, about()), undefined);
		expect(body).toMatchObject({ counts: {}, missing: { weight: 'cried' } });
		expect(body.said.whz).toBeUndefined();
		expect(visitRecord.body.safeParse(body).success).toBe(true);
	});

	it('keeps what was really read of a weight that nobody has, and does not count it', () => {
		const state = measuring({ readings: { weight: [90], length: [70], arm: [140] } });
		const body = visitBody(state, verdictOf(state, about()), undefined);
		expect(body).toMatchObject({ weightsKg: [90], said: { class: 'incomplete' } });
		expect(body.counts.weightKg).toBeUndefined();
	});
});

describe('what is told', () => {
	it.each<[string, Partial<Measuring>, Partial<About>, object]>([
		['grows well', {}, {}, { face: 'ok', sentence: 'grows-well', trend: undefined }],
		[
			'grows well since before',
			{},
			{ earlier: [before({})] },
			{ face: 'ok', sentence: 'grows-well', trend: 'rising' }
		],
		[
			'no gain',
			{},
			{ earlier: [before({ weightKg: 8.1 })] },
			{ face: 'watch', sentence: 'no-gain', trend: 'falling', about: 'weight' }
		],
		[
			'better than when she was referred',
			{},
			{ earlier: [before({ class: 'mam', day: day('2026-11-10') })] },
			{ face: 'ok', sentence: 'better' }
		],
		[
			'a thin arm',
			{ readings: { weight: [8.4], length: [70], arm: [112] } },
			{},
			{ face: 'refer', sentence: 'today-arm', about: 'arm', lesson: undefined }
		],
		['swollen feet', { oedema: '2' }, {}, { face: 'refer', sentence: 'today-feet' }],
		['feet not looked at', { oedema: 'unseen' }, {}, { face: 'again', sentence: 'missing-feet' }],
		[
			'birth unknown',
			{},
			{ birth: { kind: 'unknown' } },
			{ face: 'again', sentence: 'missing-age' }
		]
	])('%s', (_name, state, known, telling) => {
		const one = measuring(state);
		const asked = about(known);
		expect(tellingOf(visitOf(one, verdictOf(one, asked), undefined), asked)).toMatchObject(telling);
	});
});
