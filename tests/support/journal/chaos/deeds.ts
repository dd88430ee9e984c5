// What people do with their phones: drafts of facts, out of what the phone knows at that moment.
import type { Entry } from '#lib/domain/journal/entry.ts';
import type { Draft, Kind } from '#lib/domain/journal/registry.ts';
import type { TableName } from '#lib/domain/journal/tables.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import type { FactDraft } from '#lib/store/phone.ts';
import type { Chance } from './chance.ts';
import type { Hand } from './sim-phone.ts';

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
const LESSONS = ['lesson-a', 'lesson-b'];

interface Doing {
	readonly phone: Hand;
	readonly chance: Chance;
	/** Where it is done, and by whom: undefined for a member of the group. */
	readonly scope: ScopeId;
	readonly by?: Id;
}

const owners = async ({ phone, scope }: Doing, table: TableName): Promise<string[]> =>
	(await phone.phone.rows(table, scope)).map(({ key }) => key.slice(0, key.indexOf('|')));

/** One deed; answers what came of it, in a word for the log. */
export async function doSomething(doing: Doing): Promise<string> {
	const deeds = doing.scope.startsWith('g:') ? learning : health;
	const control = doing.by && doing.chance.is(0.35);
	const deed = doing.chance.pick(control ? correcting : deeds);
	const draft = deed && (await deed(doing));
	if (!draft) return 'nothing';
	return `${draft.kind} ${await doing.phone.save(draft)}`;
}

type AnyDraft = FactDraft<Kind>;
type Deed = (doing: Doing) => Promise<AnyDraft | undefined>;

function draft<K extends Kind>(
	{ scope, by }: Doing,
	kind: K,
	{ subject, body, who }: { subject: string; body: Draft<K>; who?: string }
): AnyDraft {
	return { kind, scope, subject, by: by ?? who ?? subject, body } as AnyDraft;
}

const join: Deed = async (d) => {
	const name = d.chance.pick(['Juana', 'Paulina', 'Wara']) ?? '';
	return draft(d, 'member.join', {
		subject: d.chance.id(),
		body: { name, face: 'f', day: DAYS[0]! }
	});
};

const finish: Deed = async (d) => {
	const who = d.chance.pick(await owners(d, 'people'));
	if (!who) return join(d);
	return draft(d, 'lesson.finish', {
		subject: who,
		body: {
			day: d.chance.pick(DAYS)!,
			lesson: d.chance.pick(LESSONS)!,
			revision: 1,
			rules: 1,
			language: 'ay',
			blocksHeard: d.chance.below(6),
			blocksRequired: 5,
			answers: [{ q: 'q1', right: d.chance.is(0.5) }]
		}
	});
};

const session: Deed = async (d) => {
	const roster = await owners(d, 'people');
	const present = roster.filter(() => d.chance.is(0.7));
	const [first] = present;
	if (!first) return join(d);
	return draft(d, 'session.close', {
		subject: d.chance.id(),
		who: first,
		body: {
			day: d.chance.pick(DAYS)!,
			lesson: d.chance.pick(LESSONS)!,
			revision: 1,
			rules: 1,
			languages: ['ay'],
			closed: 'hand',
			blocksRequired: 5,
			roster,
			present: present.map((who) => ({ who, blocks: d.chance.below(6) })),
			hands: [],
			practice: 'practice-a',
			will: present.filter(() => d.chance.is(0.3))
		}
	});
};

const amendMember: Deed = async (d) => {
	const rows = await d.phone.phone.rows('people', d.scope);
	const row = d.chance.pick(rows);
	if (!row) return join(d);
	const to = d.chance.pick(['Juana Luz', 'Paulina Quispe'])!;
	const subject = row.key.slice(0, row.key.indexOf('|'));
	return draft(d, 'member.amend', { subject, body: { field: 'name', to, was: String(row.name) } });
};

const practise: Deed = async (d) => {
	const subject = d.chance.pick(await owners(d, 'people'));
	if (!subject) return join(d);
	const level = d.chance.pick(['committed', 'doing', 'stopped'] as const)!;
	const day = d.chance.pick(DAYS)!;
	return draft(d, 'practice.report', { subject, body: { practice: 'practice-a', level, day } });
};

const register: Deed = async (d) =>
	draft(d, 'child.register', {
		subject: d.chance.id(),
		body: {
			name: d.chance.pick(['Amaru', 'Nina'])!,
			sex: 'f',
			bornFrom: '2025-10-02',
			bornTo: '2025-10-02',
			bornHow: 'card',
			caregiver: d.chance.id(),
			day: DAYS[0]!
		}
	});

const visit: Deed = async (d) => {
	const subject = d.chance.pick(await owners(d, 'children'));
	if (!subject) return register(d);
	return draft(d, 'visit.record', {
		subject,
		body: {
			day: d.chance.pick(DAYS)!,
			weightsKg: [8],
			position: 'lying',
			oedema: 'none',
			counts: { weightKg: 6 + d.chance.below(40) / 10 },
			said: { class: 'green', action: 'next', engine: '1', rules: 1 }
		}
	});
};

const consent: Deed = async (d) => {
	const subject = d.chance.pick(await owners(d, 'children'));
	if (!subject) return register(d);
	const keep = d.chance.is(0.8);
	return draft(d, 'consent.record', {
		subject,
		body: { keep, show: keep, count: true, day: DAYS[0]!, text: 1, how: 'spoken' }
	});
};

const amendChild: Deed = async (d) => {
	const row = d.chance.pick(await d.phone.phone.rows('children', d.scope));
	if (!row) return register(d);
	const subject = row.key.slice(0, row.key.indexOf('|'));
	const to = d.chance.pick(['Amaru Luis', 'Nina Luz'])!;
	return draft(d, 'child.amend', { subject, body: { field: 'name', to, was: String(row.name) } });
};

const move: Deed = async (d) => {
	const subject = d.chance.pick(await owners(d, 'children'));
	const reads = (await d.phone.phone.reads()).filter((scope) => scope.startsWith('c:'));
	const to = d.chance.pick(reads);
	if (!subject || !to) return register(d);
	return draft(d, 'child.move', { subject, body: { to, day: DAYS[1]! } });
};

const health: Deed[] = [register, visit, visit, visit, consent, amendChild, move];

/** A fact about somebody of this scope, to be struck out or given away. */
async function someFact(d: Doing): Promise<Entry | undefined> {
	const table = d.scope.startsWith('g:') ? 'people' : 'children';
	const owner = d.chance.pick(await owners(d, table));
	return owner ? d.chance.pick(await d.phone.phone.history(owner)) : undefined;
}

const strike: Deed = async (d) => {
	const fact = await someFact(d);
	if (!fact) return undefined;
	const body = { target: fact.id, reason: 'mistake' };
	return draft(d, 'void', { subject: fact.id, body });
};

const give: Deed = async (d) => {
	const fact = await someFact(d);
	const table = d.scope.startsWith('g:') ? 'people' : 'children';
	const to = d.chance.pick(await owners(d, table));
	if (!fact || !to) return undefined;
	return draft(d, 'reassign', { subject: fact.id, who: to, body: { target: fact.id, to } });
};

const learning: Deed[] = [join, finish, finish, session, amendMember, practise, give];

const merge: Deed = async (d) => {
	const table = d.scope.startsWith('g:') ? 'people' : 'children';
	const all = await owners(d, table);
	const [from, to] = [d.chance.pick(all), d.chance.pick(all)];
	if (!from || !to || from === to) return undefined;
	return draft(d, 'merge', { subject: to, body: { from, to } });
};

const askErase: Deed = async (d) => {
	const table = d.scope.startsWith('g:') ? 'people' : 'children';
	const id = d.chance.pick(await owners(d, table));
	if (!id || d.chance.is(0.6)) return undefined;
	return { ...draft(d, 'erase', { subject: id, body: { ids: [id] } }), asks: true };
};

const correcting: Deed[] = [strike, strike, give, merge, askErase];
