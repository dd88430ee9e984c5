// Stories: sets of entries with few ids and many equal stamps, so that they meet, and an order of
// arrival with repeats, cut into pushes.
import fc from 'fast-check';
import type { Entry } from '#lib/domain/journal/entry.ts';
import { registry, type Draft, type Kind } from '#lib/domain/journal/registry.ts';

const numbered = (letter: string, i: number) => `${letter.padEnd(14, '0')}${i}`;
export const PEOPLE = [0, 1, 2, 3].map((i) => numbered('w', i));
export const CHILDREN = [0, 1, 2].map((i) => numbered('k', i));
const CAREGIVERS = [0, 1].map((i) => numbered('m', i));
export const GROUPS = [0, 1].map((i) => `g:${numbered('grp', i)}`);
export const COMMUNITIES = [0, 1].map((i) => `c:${numbered('com', i)}`);
const ENTRIES = Array.from({ length: 26 }, (_, i) => `e${String(i).padStart(14, '0')}`);
const SESSIONS = [0, 1, 2].map((i) => numbered('s', i));

type Half = Pick<Entry, 'kind' | 'scope' | 'subject' | 'body'>;
type Text = fc.Arbitrary<string>;

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const person = pick(PEOPLE);
const child = pick(CHILDREN);
const caregiver = pick(CAREGIVERS);
const group = pick(GROUPS);
const community = pick(COMMUNITIES);
const entry = pick(ENTRIES);
const lesson = pick(['l1', 'l2']);
const day = pick(['2026-11-01', '2026-11-02', '2026-11-03']);
const anywhere = fc.oneof(group, community);
const anyone = fc.oneof(person, child, caregiver);

const half = <K extends Kind>(
	kind: K,
	[scope, subject]: [Text, Text],
	body: fc.Arbitrary<Draft<K>>
): fc.Arbitrary<Half> =>
	fc.record({ kind: fc.constant(kind), scope, subject, body }) as unknown as fc.Arbitrary<Half>;

/** A kind whose subject follows from its body. */
const about = <K extends Kind>(
	kind: K,
	body: fc.Arbitrary<Draft<K>>,
	subject: (body: Draft<K>) => string
): fc.Arbitrary<Half> =>
	fc
		.tuple(anywhere, body)
		.map(([scope, b]) => ({ kind, scope, subject: subject(b), body: b }) as unknown as Half);

const present = fc
	.uniqueArray(person, { maxLength: 4 })
	.chain((whos) =>
		fc.tuple(
			...whos.map((who) =>
				fc.record({ who: fc.constant(who), blocks: fc.integer({ min: 0, max: 3 }) })
			)
		)
	);

const session = fc.record({
	day,
	lesson,
	revision: fc.integer({ min: 1, max: 2 }),
	languages: fc.constant<('es' | 'ay')[]>(['es']),
	rules: fc.constant(1),
	closed: fc.constant('hand' as const),
	blocksRequired: fc.constant(2),
	roster: fc.constant<string[]>([]),
	present,
	hands: fc.constant<Draft<'session.close'>['hands']>([{ q: 'q1', counts: [1, 2], right: 0 }]),
	practice: fc.constant('pr1'),
	will: fc.uniqueArray(person, { maxLength: 2 })
});

const finish = fc.record({
	day,
	lesson,
	revision: fc.integer({ min: 1, max: 2 }),
	rules: fc.constant(1),
	language: fc.constant<'es'>('es'),
	blocksHeard: fc.integer({ min: 0, max: 3 }),
	blocksRequired: fc.constant(2),
	answers: fc.array(fc.record({ q: fc.constant('q1'), right: fc.boolean() }), { maxLength: 2 })
});

const visit = fc.record({
	day,
	position: fc.constant<'lying'>('lying'),
	oedema: pick(['none', '1'] as const),
	counts: fc.constant({ weightKg: 8.1 }),
	said: fc.constant({ class: 'mam', action: 'refer', engine: '1', rules: 1 })
});

const pair = fc
	.oneof(
		fc.tuple(person, person),
		fc.tuple(child, child),
		fc.tuple(caregiver, caregiver),
		fc.tuple(group, group)
	)
	.filter(([from, to]) => from !== to)
	.map(([from, to]) => ({ from, to }));

const facts = [
	half(
		'member.join',
		[group, person],
		fc.record({ name: pick(['A', 'B', 'C']), face: pick(['f1', 'f2']), day })
	),
	half(
		'member.amend',
		[group, person],
		fc.record({
			field: pick(['name', 'face'] as const),
			to: pick(['A', 'B', 'X']),
			was: pick(['A', 'B'])
		})
	),
	half(
		'practice.report',
		[group, person],
		fc.record({
			practice: fc.constant('pr1'),
			level: pick(['committed', 'doing', 'verified', 'stopped'] as const),
			day
		})
	),
	half(
		'child.register',
		[community, child],
		fc.record({
			name: pick(['K', 'L']),
			sex: pick(['f', 'm'] as const),
			bornFrom: day,
			bornTo: day,
			bornHow: fc.constant('card' as const),
			caregiver: person,
			day
		})
	),
	half(
		'child.amend',
		[community, child],
		fc.record({ field: fc.constant('name' as const), to: pick(['K', 'M']), was: fc.constant('K') })
	),
	half('child.move', [community, child], fc.record({ to: community, day })),
	half('member.leave', [group, person], fc.record({ day })),
	half(
		'session.amend',
		[group, pick(SESSIONS)],
		fc.record({
			day,
			lesson,
			blocksRequired: fc.constant(2),
			field: fc.constant('present' as const),
			who: person,
			to: fc.integer({ min: 0, max: 3 }),
			was: fc.constant(0)
		})
	),
	half(
		'session.amend',
		[group, pick(SESSIONS)],
		fc.record({
			day,
			lesson,
			blocksRequired: fc.constant(2),
			field: fc.constant('hands' as const),
			q: pick(['q1', 'q2']),
			right: fc.constant(0),
			of: fc.constant(2),
			to: fc.integer({ min: 0, max: 2 }).map((n) => [n, 2 - n]),
			was: fc.constant<number[]>([1, 1])
		})
	),
	half(
		'attestation',
		[group, person],
		fc.record({
			lesson,
			level: pick(['heard', 'understood'] as const),
			basis: fc.constant('paper' as const),
			day
		})
	),
	half(
		'caregiver.add',
		[community, caregiver],
		fc.record({ name: pick(['P', 'Q']), relation: fc.constant('mother'), day })
	),
	half(
		'caregiver.amend',
		[community, caregiver],
		fc.record({
			field: fc.constant('name' as const),
			to: pick(['P', 'R']),
			was: fc.constant('P')
		})
	),
	half(
		'referral.open',
		[community, child],
		fc.record({
			day,
			reasons: fc.constant(['muac']),
			urgency: fc.constant('today' as const),
			place: fc.constant('B')
		})
	),
	half(
		'referral.step',
		[community, child],
		fc.record({ referral: entry, state: pick(['arrived', 'recovered'] as const), day })
	),
	half(
		'followup.done',
		[community, child],
		fc.record({ visit: entry, day, outcome: pick(['seen', 'away'] as const) })
	),
	half('lesson.seen', [community, child], fc.record({ visit: entry, lesson, day })),
	half(
		'consent.record',
		[community, child],
		fc.record({
			keep: fc.boolean(),
			show: fc.boolean(),
			count: fc.boolean(),
			day,
			text: fc.constant(1),
			how: fc.constant('spoken' as const)
		})
	)
];

const frequent = [
	half('session.close', [group, pick(SESSIONS)], session),
	half('lesson.finish', [group, person], finish),
	half('visit.record', [community, child], visit)
];

const control = [
	about('void', fc.record({ target: entry, reason: fc.constant('mistake') }), (b) => b.target),
	about('reassign', fc.record({ target: entry, to: anyone }), (b) => b.target),
	about('merge', pair, (b) => b.to)
];

const halves = fc.oneof(
	...facts.map((arbitrary) => ({ weight: 2, arbitrary })),
	...frequent.map((arbitrary) => ({ weight: 3, arbitrary })),
	...control.map((arbitrary) => ({ weight: 5, arbitrary })),
	{
		weight: 2,
		arbitrary: about(
			'erase',
			fc.record({ ids: fc.uniqueArray(anyone, { minLength: 1, maxLength: 2 }) }),
			(b) => b.ids[0]!
		)
	}
);

export interface Story {
	readonly entries: readonly Entry[];
	/** Indices that arrive beforehand: repeats, and some alone. */
	readonly order: readonly number[];
	readonly cut: number;
	/** All of them once, in an order of their own. */
	readonly shuffled: readonly Entry[];
}

export const story: fc.Arbitrary<Story> = fc
	.array(fc.tuple(halves, fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 22 })
	.map((list) =>
		list.map(
			([it, at], i) =>
				({
					...it,
					id: ENTRIES[i]!,
					v: registry.kindOf(it.kind)?.v ?? 1,
					at,
					n: i + 1,
					by: PEOPLE[0]!,
					phone: 'p00000000000000'
				}) as Entry
		)
	)
	.chain((entries) =>
		fc.record({
			entries: fc.constant(entries),
			order: fc.array(fc.nat({ max: entries.length - 1 }), { maxLength: 40 }),
			cut: fc.integer({ min: 1, max: 8 }),
			shuffled: fc.shuffledSubarray(entries, {
				minLength: entries.length,
				maxLength: entries.length
			})
		})
	);

export function pushes({ entries, order, cut, shuffled }: Story): Entry[][] {
	const all = [...order.map((i) => entries[i]!), ...shuffled];
	const out: Entry[][] = [];
	for (let i = 0; i < all.length; i += cut) out.push(all.slice(i, i + cut));
	return out;
}

/** A story in few lines, for the message of a test that failed. */
export function told({ entries, order, shuffled, cut }: Story): string {
	const short = (text: string) => text.replace(/0{6,}/g, '');
	const lines = entries.map(
		(e) => `${e.id} ${e.kind} at=${e.at} ${e.scope} ${e.subject} ${JSON.stringify(e.body)}`
	);
	const late = shuffled.map(({ id }) => id).join(' ');
	return short([...lines, `order ${order} | ${late} cut ${cut}`].join('\n'));
}
