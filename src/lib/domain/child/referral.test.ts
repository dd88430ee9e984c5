import { describe, expect, it } from 'vitest';
import type { Day } from '../shared/day.ts';
import {
	askOn,
	episodesOf,
	isEscalated,
	mustRefer,
	NEXT_STEPS,
	stateOf,
	underWay,
	type ReferralState,
	type Sent
} from './referral.ts';

const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as Day;
const sent = (id: string, day: number, more: Partial<Sent> = {}): Sent => ({
	id,
	day: on(day),
	urgency: 'today',
	state: 'open',
	stateOn: on(day),
	reasons: ['arm-under-115'],
	place: 'Batallas',
	visit: '',
	...more
});

describe('what can be said of a referral', () => {
	it.each([
		['open', ['arrived', 'attended', 'not-gone', 'cancelled']],
		['not-gone', ['arrived', 'attended', 'not-gone', 'cancelled']],
		['arrived', ['attended', 'not-gone', 'cancelled']],
		['attended', ['recovered', 'cancelled']],
		['recovered', []],
		['cancelled', []]
	] as const)('after %s: %j', (state, next) => {
		expect(NEXT_STEPS[state]).toEqual(next);
	});

	it('a state that this version does not know loses no child: it counts as open', () => {
		expect(stateOf({ state: 'seen-by-a-drone' })).toBe('open');
		expect(stateOf({ state: '' })).toBe('open');
	});
});

describe('one sending, whoever wrote it down', () => {
	it.each<[string, readonly Sent[], readonly (readonly [string, ReferralState])[]]>([
		['one referral', [sent('a', 1)], [['a', 'open']]],
		['two promoters on one day', [sent('b', 1), sent('a', 1)], [['a', 'open']]],
		[
			'the other knows more',
			[sent('a', 1), sent('b', 2, { state: 'arrived', stateOn: on(3) })],
			[['a', 'arrived']]
		],
		[
			'the first knows more',
			[sent('a', 1, { state: 'attended', stateOn: on(3) }), sent('b', 2)],
			[['a', 'attended']]
		],
		[
			'ended on one slip, ended on both',
			[sent('a', 1, { state: 'recovered', stateOn: on(9) }), sent('b', 1)],
			[['a', 'recovered']]
		],
		[
			'the doubled slip was cancelled',
			[sent('a', 1, { state: 'cancelled' }), sent('b', 1)],
			[['a', 'open']]
		],
		[
			'both cancelled',
			[sent('a', 1, { state: 'cancelled' }), sent('b', 1, { state: 'cancelled' })],
			[['a', 'cancelled']]
		],
		['six days later it is still the same', [sent('a', 1), sent('b', 7)], [['a', 'open']]],
		[
			'seven days later it is another',
			[sent('a', 1, { state: 'recovered' }), sent('b', 8)],
			[
				['b', 'open'],
				['a', 'recovered']
			]
		],
		[
			'a chain does not grow without end',
			[sent('a', 1), sent('b', 6), sent('c', 12)],
			[
				['c', 'open'],
				['a', 'open']
			]
		]
	])('%s', (_, referrals, expected) => {
		expect(episodesOf(referrals).map(({ id, state }) => [id, state])).toEqual(expected);
		expect(episodesOf([...referrals].reverse())).toEqual(episodesOf(referrals));
	});

	it('is as urgent as its most urgent slip and has the reasons of all', () => {
		const [one] = episodesOf([
			sent('a', 1, { urgency: 'week', reasons: ['arm-under-125'] }),
			sent('b', 2, { reasons: ['oedema', 'arm-under-125'] })
		]);
		expect(one).toMatchObject({
			urgency: 'today',
			reasons: ['arm-under-125', 'oedema'],
			members: ['a', 'b']
		});
	});
});

describe('whether a slip is made', () => {
	it.each<[string, 'today' | 'week' | null, readonly Sent[], boolean]>([
		['nothing found', null, [], false],
		['never sent before', 'today', [], true],
		['never sent before, in a week', 'week', [], true],
		['another promoter has just sent her', 'today', [sent('a', 1)], false],
		['on her way, seen again', 'today', [sent('a', 1, { state: 'attended' })], false],
		['sent for this week, now it is for today', 'today', [sent('a', 1, { urgency: 'week' })], true],
		['sent for today, now it would be for the week', 'week', [sent('a', 1)], false],
		['she had recovered', 'today', [sent('a', 1, { state: 'recovered' })], true],
		['the slip was a mistake', 'week', [sent('a', 1, { state: 'cancelled' })], true]
	])('%s', (_, urgency, referrals, expected) => {
		expect(mustRefer(urgency, referrals)).toBe(expected);
	});
});

describe('when is asked how it went', () => {
	it.each<[string, Partial<Sent>, { after: Day; days: number } | null]>([
		['sent today', {}, { after: on(1), days: 2 }],
		['sent within the week', { urgency: 'week' }, { after: on(1), days: 7 }],
		['had not gone', { state: 'not-gone', stateOn: on(3) }, { after: on(3), days: 2 }],
		['arrived, was she seen?', { state: 'arrived', stateOn: on(4) }, { after: on(4), days: 2 }],
		['attended: the measuring goes on', { state: 'attended' }, null]
	])('%s', (_, more, expected) => {
		const [one] = episodesOf([sent('a', 1, more)]);
		expect(one && askOn(one)).toEqual(expected);
	});

	it.each<[string, Partial<Sent>, number, boolean]>([
		['four days', {}, 5, false],
		['five days', {}, 6, true],
		['five days and still not gone', { state: 'not-gone', stateOn: on(5) }, 6, true],
		['she arrived', { state: 'arrived', stateOn: on(3) }, 9, false],
		['within the week', { urgency: 'week' }, 20, false]
	])('the supervisor is told: %s', (_, more, today, expected) => {
		const going = underWay([sent('a', 1, more)]);
		expect(going && isEscalated(going, on(today))).toBe(expected);
	});
});
