import { describe, expect, it } from 'vitest';
import type { Day } from '../shared/day.ts';
import { dayList, type Measured } from './measuring-day.ts';
import type { Risk, Task } from './tasks.ts';

const today = '2026-11-24' as Day;
const before = '2026-09-20' as Day;
const task = (id: string, late: number, risk: Risk = 4): Task => ({
	child: id,
	what: 'control',
	due: today,
	late,
	risk,
	escalated: false
});
const child = (
	id: string,
	late: number,
	more: Partial<Measured> & { risk?: Risk } = {}
): Measured => {
	const { risk = 4, ...rest } = more;
	return { id, status: 'active', lastDay: before, task: task(id, late, risk), ...rest };
};

describe('who comes to a measuring day', () => {
	it.each<[string, readonly Measured[], readonly string[], object]>([
		[
			'nobody yet',
			[child('a', 0), child('b', 3)],
			[],
			{ waiting: [], missing: ['b', 'a'], done: [], came: 0, expected: 2, next: undefined }
		],
		[
			'one came',
			[child('a', 0), child('b', 3)],
			['a'],
			{ waiting: ['a'], missing: ['b'], came: 1, expected: 2, next: 'a' }
		],
		[
			'noted twice on two screens',
			[child('a', 0)],
			['a', 'a'],
			{ waiting: ['a'], came: 1, expected: 1 }
		],
		[
			'measured',
			[child('a', 0, { lastDay: today, task: task('a', -60) })],
			['a'],
			{ waiting: [], missing: [], done: ['a'], came: 1, expected: 1, next: undefined }
		],
		[
			'measured by another promoter, not noted here',
			[child('a', 0, { lastDay: today }), child('b', 0)],
			[],
			{ done: ['a'], missing: ['b'], came: 1, expected: 2 }
		],
		[
			'came without being due',
			[child('a', -50)],
			['a'],
			{ waiting: ['a'], missing: [], came: 1, expected: 1 }
		],
		['due in seven days is expected', [child('a', -7)], [], { missing: ['a'] }],
		['due in eight days is not', [child('a', -8)], [], { missing: [], expected: 0 }],
		[
			'moved away',
			[child('a', 5, { status: 'moved', task: undefined })],
			[],
			{ missing: [], expected: 0 }
		],
		['noted, and then taken out of the register', [child('a', 0)], ['x'], { waiting: [], came: 0 }],
		['never measured', [child('a', 0, { lastDay: undefined })], [], { missing: ['a'] }]
	])('%s', (_, children, came, expected) => {
		expect(dayList(children, came, today)).toMatchObject(expected);
	});

	it('the next is the first that came, unless one that waits is in danger', () => {
		const children = [child('a', 0), child('b', 0), child('c', 2, { risk: 0 })];
		expect(dayList(children, ['b', 'a'], today).next).toBe('b');
		expect(dayList(children, ['b', 'a', 'c'], today).next).toBe('c');
	});

	it('who is missing: danger first, then the days', () => {
		const children = [
			child('a', 1),
			child('b', 9),
			child('c', 0, { risk: 0 }),
			child('d', 3, { risk: 2 })
		];
		expect(dayList(children, [], today).missing).toEqual(['c', 'd', 'b', 'a']);
	});
});
