import { describe, expect, it } from 'vitest';
import { MemoryJournal } from '#lib/sync/memory.ts';
import { play } from '../../../../tests/support/journal/play.ts';
import type { Entry } from './entry.ts';
import { creditsOf, type Credits } from './levels.ts';
import type { Draft, Kind } from './registry.ts';

const [juana, basilia] = ['w00000000000001', 'w00000000000002'] as const;
const group = 'g:grp000000000001';
const MILK = 'dairy-clean-milking';
const practices = new Map([[MILK, 'clean-milking']]);

let n = 0;
function fact<K extends Kind>(kind: K, subject: string, body: Draft<K>, id?: string): Entry {
	n++;
	const head = { kind, subject, body, n, at: n, v: 1, scope: group, by: juana };
	return {
		...head,
		id: id ?? `e${String(n).padStart(14, '0')}`,
		phone: 'p00000000000001'
	} as unknown as Entry;
}

/** What she is credited with for the milk lesson, as the read model of these facts says it. */
function credited(facts: Entry[], who: string = juana): Credits | undefined {
	const journal = new MemoryJournal();
	play(journal, [facts]);
	const rows = (table: string, owner: string) =>
		[...journal.rows].flatMap(([k, row]) => (k.startsWith(`${owner}|${table}|`) ? [row] : []));
	return creditsOf(
		{
			progress: rows('progress', who),
			practices: rows('practices', who),
			sessions: rows('sessions', group)
		},
		practices
	).get(MILK);
}

const finish = (day: string, change: Partial<Draft<'lesson.finish'>> = {}) =>
	fact('lesson.finish', juana, {
		day,
		lesson: MILK,
		revision: 1,
		rules: 1,
		language: 'both',
		blocksHeard: 5,
		blocksRequired: 5,
		answers: [
			{ q: 'q1', right: true },
			{ q: 'q2', right: true }
		],
		...change
	});
const close = (day: string, hands: number, change: Partial<Draft<'session.close'>> = {}) =>
	fact('session.close', `s${String(n).padStart(14, '0')}`, {
		day,
		lesson: MILK,
		revision: 1,
		rules: 1,
		languages: ['ay'],
		closed: 'hand',
		blocksRequired: 5,
		roster: [juana, basilia],
		present: [
			{ who: juana, blocks: 5 },
			{ who: basilia, blocks: 5 }
		],
		hands: [{ q: 'q1', counts: [2 - hands, hands], right: 1 }],
		practice: 'clean-milking',
		will: [juana],
		...change
	});
const report = (
	level: Draft<'practice.report'>['level'],
	day: string,
	practice = 'clean-milking'
) => fact('practice.report', juana, { practice, level, day });

const none = {
	heard: '',
	understood: '',
	group: '',
	committed: '',
	doing: '',
	verified: '',
	revision: 0
};

describe('what a woman is credited with', () => {
	it('nothing without a fact', () => {
		expect(credited([])).toBeUndefined();
	});

	it('alone: heard and understood, on the first day each', () => {
		const wrong = { answers: [{ q: 'q1', right: false }] };
		expect(credited([finish('2026-11-20', wrong), finish('2026-11-24')])).toEqual({
			...none,
			heard: '2026-11-20',
			understood: '2026-11-24',
			revision: 1
		});
	});

	it('a lesson left half-way is begun and nothing more', () => {
		expect(credited([finish('2026-11-24', { blocksHeard: 4, answers: [] })])).toEqual({
			...none,
			revision: 1
		});
	});

	it('in the group: heard, the group understood, committed; understood is only ever her own', () => {
		expect(credited([close('2026-11-24', 2)])).toEqual({
			...none,
			heard: '2026-11-24',
			group: '2026-11-24',
			committed: '2026-11-24',
			revision: 1
		});
		expect(credited([close('2026-11-24', 2)], basilia)).toMatchObject({
			group: '2026-11-24',
			understood: '',
			committed: ''
		});
	});

	it('few hands: she heard it, the group did not understand', () => {
		expect(credited([close('2026-11-24', 1)])).toMatchObject({ heard: '2026-11-24', group: '' });
	});

	it('who left early has not heard it, and the group’s hands are not hers', () => {
		const early = close('2026-11-24', 2, {
			present: [
				{ who: juana, blocks: 2 },
				{ who: basilia, blocks: 5 }
			],
			will: []
		});
		expect(credited([early])).toMatchObject({ heard: '', group: '' });
	});

	it('two phones at one meeting credit once', () => {
		expect(credited([close('2026-11-24', 2), close('2026-11-24', 2)])).toEqual(
			credited([close('2026-11-24', 2)])
		);
	});

	it.each([
		[['committed'], { committed: '2026-11-01', doing: '', verified: '' }],
		[['doing'], { committed: '2026-11-01', doing: '2026-11-01', verified: '' }],
		[['committed', 'doing'], { committed: '2026-11-01', doing: '2026-11-02', verified: '' }],
		[
			['doing', 'verified'],
			{ committed: '2026-11-01', doing: '2026-11-01', verified: '2026-11-02' }
		],
		[['doing', 'stopped'], { committed: '2026-11-01', doing: '', verified: '' }],
		[['doing', 'stopped', 'doing'], { committed: '2026-11-01', doing: '2026-11-01', verified: '' }]
	] as const)('at home: %j', (levels, want) => {
		const facts = levels.map((level, i) => report(level, `2026-11-0${i + 1}`));
		expect(credited(facts)).toEqual({ ...none, ...want });
	});

	it('a practice of another lesson counts for that one', () => {
		expect(credited([report('doing', '2026-11-01', 'calf-corner')])).toBeUndefined();
	});
});

describe('new content takes nothing away', () => {
	const old = finish('2026-01-10');
	it.each([
		['more required blocks', { revision: 2, blocksHeard: 5, blocksRequired: 9 }],
		['other questions, answered wrongly', { revision: 3, answers: [{ q: 'q9', right: false }] }],
		['other rules', { revision: 4, rules: 2, blocksHeard: 1, blocksRequired: 9 }]
	])('%s', (_, change) => {
		const before = credited([old]);
		const after = credited([old, finish('2026-11-24', change)]);
		expect(after).toEqual({ ...before, revision: change.revision });
	});

	it('a lesson that is no longer taught keeps its credit', () => {
		const journal = new MemoryJournal();
		play(journal, [[old]]);
		const progress = [...journal.rows.values()];
		const credits = creditsOf({ progress, practices: [], sessions: [] }, new Map());
		expect(credits.get(MILK)?.understood).toBe('2026-01-10');
	});
});

describe('not her', () => {
	it('a go given to somebody else credits her and nobody else', () => {
		const go = finish('2026-11-24');
		const given = fact('reassign', go.id, { target: go.id, to: basilia });
		expect(credited([go, given])).toBeUndefined();
		expect(credited([go, given], basilia)?.heard).toBe('2026-11-24');
	});
});
