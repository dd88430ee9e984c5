import { describe, expect, it } from 'vitest';
import { attendance, groupView, lessonTally, type GroupRows } from './group-view.ts';

const practiceOf = new Map([['milk', 'clean-milking']]);
const person = (id: string, name: string, more = {}) => ({
	id,
	name,
	face: 'h1-c1-k1-s1',
	joined: '2026-01-02',
	left: '',
	...more
});
const heard = (who: string, more = {}) => ({
	person: who,
	lesson: 'milk',
	heardOn: '2026-03-02',
	understoodOn: '',
	sessions: 's2=2026-03-02',
	revision: 1,
	...more
});
const session = (id: string, day: string, more = {}) => ({
	session: id,
	day,
	lesson: 'milk',
	languages: 'ay es',
	roster: 3,
	present: 2,
	here: 'a;b',
	closed: 'hand',
	understood: 0,
	...more
});
const rows: GroupRows = {
	people: [person('b', 'Basilia'), person('a', 'Ana'), person('c', 'Ada', { left: '2026-05-05' })],
	progress: [heard('a', { understoodOn: '2026-03-09' }), heard('b'), heard('c')],
	practices: [
		{
			person: 'b',
			practice: 'clean-milking',
			level: 'verified',
			committedOn: '2026-03-02',
			verifiedOn: '2026-04-01',
			since: '2026-03-20'
		}
	],
	sessions: [session('s1', '2026-02-02'), session('s2', '2026-03-02')],
	same: new Map()
};

describe('a group as its facilitator sees it', () => {
	const view = groupView(rows, practiceOf);

	it('has its members by name, and who has left at the end', () => {
		expect(view.members.map(({ name }) => name)).toEqual(['Ana', 'Basilia', 'Ada']);
	});

	it('has its meetings, the newest first, and the last ones in the order of time', () => {
		expect(view.meetings.map(({ id }) => id)).toEqual(['s2', 's1']);
		expect(attendance(view.meetings, 1).map(({ id }) => id)).toEqual(['s2']);
		expect(attendance(view.meetings).map(({ id }) => id)).toEqual(['s1', 's2']);
	});

	it('counts a lesson over the members of today alone', () => {
		expect(lessonTally(view.members, 'milk')).toEqual({
			of: 2,
			heard: 2,
			understood: 1,
			group: 0,
			committed: 1,
			doing: 1,
			verified: 1
		});
		expect(lessonTally(view.members, 'bread')).toMatchObject({ of: 2, heard: 0 });
	});

	it('is empty without rows', () => {
		const nothing = { people: [], progress: [], practices: [], sessions: [], same: new Map() };
		expect(groupView(nothing, practiceOf)).toEqual({ members: [], meetings: [] });
	});

	it('counts a woman of two names once, for the longer of her stays', () => {
		const here = session('s3', '2026-04-02', { here: 'a=2;b=5;x=4', required: 5 });
		const merged = { ...rows, sessions: [here], same: new Map([['x', 'a']]) };
		const [meeting] = groupView(merged, practiceOf).meetings;
		expect(meeting).toMatchObject({ present: 2, here: ['a', 'b'] });
		expect(meeting?.blocks.get('a')).toBe(4);
	});

	it('tells nothing of a correction whose meeting is not here', () => {
		const alone = session('s4', '', { lesson: '', here: 'a=5' });
		expect(groupView({ ...rows, sessions: [alone] }, practiceOf).meetings).toEqual([]);
	});
});
