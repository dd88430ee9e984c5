import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../shared/day.ts';
import type { Sent } from './referral.ts';
import { dueOf, riskOf, taskLists, taskOf, type Followed, type LastVisit } from './tasks.ts';

const day0 = '2026-11-01' as Day;
const on = (days: number) => addDays(day0, days);
const months = (count: number) => ({ youngest: count * 31, oldest: count * 31 });

const visit = (name: string, more: Partial<LastVisit> = {}): LastVisit => ({
	id: 'v',
	day: day0,
	class: name,
	nextOn: null,
	followedOn: null,
	outcome: '',
	tries: 0,
	...more
});
const sent = (more: Partial<Sent> = {}): Sent => ({
	id: 'r',
	day: day0,
	urgency: 'today',
	state: 'open',
	stateOn: day0,
	reasons: [],
	place: '',
	visit: 'v',
	...more
});
const child = (more: Partial<Followed> = {}): Followed => ({
	id: 'c',
	status: 'active',
	age: months(12),
	last: visit('grows-well', { nextOn: on(60) }),
	referrals: [],
	...more
});

describe('the next contact, by what was found', () => {
	it.each([
		['sam', 2],
		['mam', 14],
		['young-infant', 7],
		['implausible-stands', 7],
		['implausible', 30],
		['severely-stunted', 30],
		['stunted-and-falling', 30],
		['faltering', 30],
		['incomplete', 30],
		['a class of a later version', 30]
	])('%s: after %i days', (name, days) => {
		expect(dueOf(visit(name))).toBe(on(days));
	});

	it('the day that was promised counts before the class', () => {
		expect(dueOf(visit('grows-well', { nextOn: on(14) }))).toBe(on(14));
	});

	it.each<[string, string, Partial<LastVisit>, number]>([
		[
			'called on the second day: weighed 14 days after',
			'sam',
			{ followedOn: on(2), outcome: 'seen' },
			16
		],
		['not at home: still due', 'sam', { followedOn: on(2), outcome: 'away' }, 2],
		['refused: asked again after 30 days', 'sam', { followedOn: on(2), outcome: 'refused' }, 32],
		[
			'visited at home in between: the control stays',
			'faltering',
			{ nextOn: on(30), followedOn: on(10), outcome: 'seen' },
			30
		],
		[
			'visited on the day itself: 30 days after',
			'faltering',
			{ nextOn: on(30), followedOn: on(30), outcome: 'seen' },
			60
		],
		['visited late', 'mam', { nextOn: on(14), followedOn: on(20), outcome: 'seen' }, 34]
	])('%s', (_, name, more, days) => {
		expect(dueOf(visit(name, more))).toBe(on(days));
	});
});

describe('how grave', () => {
	it.each([
		['sam', 0],
		['mam', 1],
		['young-infant', 1],
		['severely-stunted', 1],
		['implausible-stands', 1],
		['stunted-and-falling', 1],
		['faltering', 2],
		['stunted', 2],
		['overweight', 2],
		['incomplete', 3],
		['implausible', 3],
		['not-under-five', 3],
		['never heard of', 3],
		['grows-well', 4]
	])('%s: %i', (name, risk) => {
		expect(riskOf(name)).toBe(risk);
	});
});

describe('what is next for a child', () => {
	it.each<[string, Partial<Followed>, number, string, number, boolean]>([
		['grows well', {}, 60, 'control', 0, false],
		['grows well, 3 days late', {}, 63, 'control', 3, false],
		['never measured', { last: undefined }, 5, 'first', 0, false],
		['faltering at 12 months', { last: visit('faltering') }, 30, 'feeding', 0, false],
		['faltering at 4 months', { last: visit('faltering'), age: months(4) }, 30, 'weigh', 0, false],
		[
			'faltering at 30 months',
			{ last: visit('faltering'), age: months(30) },
			30,
			'weigh',
			0,
			false
		],
		['faltering, age unknown', { last: visit('faltering'), age: undefined }, 30, 'weigh', 0, false],
		[
			'faltering, visited at home',
			{ last: visit('faltering', { followedOn: on(10), outcome: 'seen' }) },
			30,
			'weigh',
			0,
			false
		],
		['something is missing', { last: visit('incomplete') }, 31, 'complete', 1, false],
		['severe and not sent', { last: visit('sam') }, 0, 'refer', 0, false],
		['severe and not sent for 3 days', { last: visit('sam') }, 3, 'refer', 3, false],
		['moderate and not sent', { last: visit('mam') }, 1, 'refer', 1, false],
		['sent today', { last: visit('sam'), referrals: [sent()] }, 2, 'ask-arrived', 0, false],
		[
			'sent, one day before asking',
			{ last: visit('sam'), referrals: [sent()] },
			1,
			'ask-arrived',
			-1,
			false
		],
		['sent 5 days ago', { last: visit('sam'), referrals: [sent()] }, 5, 'ask-arrived', 3, true],
		[
			'had not gone on the 5th day',
			{ last: visit('sam'), referrals: [sent({ state: 'not-gone', stateOn: on(5) })] },
			7,
			'ask-arrived',
			0,
			true
		],
		[
			'arrived',
			{ last: visit('sam'), referrals: [sent({ state: 'arrived', stateOn: on(3) })] },
			6,
			'ask-attended',
			1,
			false
		],
		[
			'attended: weighed',
			{ last: visit('sam'), referrals: [sent({ state: 'attended', stateOn: on(3) })] },
			4,
			'weigh',
			2,
			false
		],
		[
			'sent within the week',
			{ last: visit('mam'), referrals: [sent({ urgency: 'week' })] },
			8,
			'ask-arrived',
			1,
			false
		],
		[
			'sent within the week, and the weighing is overdue',
			{
				last: visit('mam'),
				referrals: [sent({ urgency: 'week', state: 'arrived', stateOn: on(14) })]
			},
			16,
			'weigh',
			2,
			false
		],
		[
			'the slip was a mistake',
			{ last: visit('mam'), referrals: [sent({ state: 'cancelled' })] },
			14,
			'weigh',
			0,
			false
		],
		[
			'recovered',
			{ last: visit('mam'), referrals: [sent({ state: 'recovered', stateOn: on(12) })] },
			14,
			'weigh',
			0,
			false
		],
		[
			'an older referral is no slip for a new result',
			{ last: visit('mam', { day: on(20) }), referrals: [sent({ state: 'recovered' })] },
			20,
			'refer',
			0,
			false
		],
		[
			'three times in vain',
			{
				last: visit('mam', { tries: 3, outcome: 'away', followedOn: on(18) }),
				referrals: [sent({ state: 'attended' })]
			},
			18,
			'weigh',
			4,
			true
		],
		[
			'twice in vain',
			{
				last: visit('mam', { tries: 2, outcome: 'away', followedOn: on(18) }),
				referrals: [sent({ state: 'attended' })]
			},
			18,
			'weigh',
			4,
			false
		],
		[
			'severe and refused',
			{
				last: visit('sam', { outcome: 'refused', followedOn: on(2) }),
				referrals: [sent({ state: 'attended' })]
			},
			32,
			'weigh',
			0,
			true
		]
	])('%s', (_, more, today, what, late, escalated) => {
		expect(taskOf(child(more), on(today))).toMatchObject({ what, late, escalated });
	});

	it.each(['moved', 'died', 'withdrawn'])('nothing for who has %s', (status) => {
		expect(taskOf(child({ status, last: visit('sam') }), on(9))).toBeUndefined();
	});
});

describe('the lists', () => {
	it('overdue: danger first, then the days', () => {
		const lists = taskLists(
			[
				child({ id: 'routine', last: visit('grows-well', { nextOn: on(1) }) }),
				child({ id: 'watch', last: visit('stunted', { nextOn: on(3) }) }),
				child({
					id: 'sent',
					last: visit('sam'),
					referrals: [sent({ day: on(6), stateOn: on(6) })]
				}),
				child({ id: 'sent-long-ago', last: visit('sam'), referrals: [sent()] }),
				child({ id: 'never', last: undefined }),
				child({ id: 'soon', last: visit('stunted', { nextOn: on(17) }) }),
				child({ id: 'later', last: visit('stunted', { nextOn: on(18) }) })
			],
			on(10)
		);
		expect(lists.overdue.map((task) => task.child)).toEqual([
			'sent-long-ago',
			'sent',
			'watch',
			'routine'
		]);
		expect(lists.today.map((task) => task.child)).toEqual(['never']);
		expect(lists.week.map((task) => task.child)).toEqual(['soon']);
	});
});
