// Every cell of who may write what where, and that nothing is to be read beside the field's own door.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '#lib/domain/journal/entry.ts';
import type { Grant } from '#lib/domain/journal/policy.ts';
import { registry } from '#lib/domain/journal/registry.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { entryOf, newId, requestOf, type Someone } from '../support/journal/conformance.ts';
import { startJournalServer, type JournalServer } from '../support/journal/real.ts';

/** Who may write what in a scope of hers, as the design says it; `~`: not every body of it. */
const MAY: Record<string, string> = {
	'member.join': 'phone facilitator',
	'member.amend': 'phone facilitator',
	'member.leave': 'phone facilitator',
	'lesson.finish': 'phone facilitator',
	'session.close': 'phone facilitator',
	'practice.report': 'phone~ facilitator',
	'session.amend': 'phone facilitator',
	attestation: 'facilitator',
	'caregiver.add': 'promoter',
	'caregiver.amend': 'promoter',
	'consent.record': 'promoter',
	'child.register': 'promoter',
	'child.amend': 'promoter',
	'child.move': 'promoter',
	'visit.record': 'promoter',
	'referral.open': 'promoter',
	'referral.step': 'promoter',
	'followup.done': 'promoter',
	'lesson.seen': 'promoter',
	merge: 'facilitator promoter',
	reassign: 'phone facilitator promoter',
	void: 'facilitator promoter',
	erase: 'coordinator'
};

const scope = (letter: 'g' | 'c') => `${letter}:${newId()}` as ScopeId;
const [suma, jakana, village, valley] = [scope('g'), scope('g'), scope('c'), scope('c')];
const SCOPES = [suma, jakana, village, valley] as const;
const someone = (role: Grant['role'], where: Grant['scope']): Someone => ({
	type: role === 'phone' ? 'phone' : 'account',
	id: newId(),
	grants: [{ role, scope: where }]
});
const phone = someone('phone', suma);
const roles = {
	phone,
	facilitator: someone('facilitator', suma),
	promoter: someone('promoter', village),
	coordinator: someone('coordinator', '*')
};
type Role = keyof typeof roles;
const OWN: Record<Role, readonly ScopeId[]> = {
	phone: [suma],
	facilitator: [suma],
	promoter: [village],
	coordinator: SCOPES
};

let journal: JournalServer;
/** In each scope two owners, and a fact about the first. */
const owners = new Map<ScopeId, readonly [Id, Id]>();
const facts = new Map<ScopeId, Id>();

beforeAll(async () => {
	journal = await startJournalServer();
	for (const here of SCOPES) await settle(here);
});
afterAll(() => journal.close());

async function settle(here: ScopeId): Promise<void> {
	const health = here.startsWith('c:');
	const [kind, fact] = health
		? ['child.register', 'consent.record']
		: ['member.join', 'lesson.finish'];
	const who = someone(health ? 'promoter' : 'facilitator', here);
	const pair = [newId(), newId()] as const;
	const make = (name: string, subject: Id) =>
		entryOf({ kind: name, scope: here, subject, by: who.id, body: example(name) });
	const entries = [make(kind!, pair[0]), make(kind!, pair[1]), make(fact!, pair[0])];
	const { answers } = await journal.world.sync(who, requestOf(entries));
	expect(answers.map(({ s }) => s)).toEqual(['ok', 'ok', 'ok']);
	owners.set(here, pair);
	facts.set(here, entries[2]!.id);
}

const example = (kind: string, nth = 0): object => registry.kindOf(kind)?.examples[nth] as object;

/** An entry of this kind that concerns what is in this scope. */
function attempt(kind: string, here: ScopeId, who: Someone): Entry {
	const [one, two] = owners.get(here)!;
	const by = who.type === 'phone' ? owners.get(suma)![0] : who.id;
	const target = facts.get(here)!;
	const about: Record<string, { subject: string; body: object }> = {
		void: { subject: target, body: { target, reason: 'mistake' } },
		reassign: { subject: target, body: { target, to: two } },
		merge: { subject: one, body: { from: two, to: one } },
		erase: { subject: newId(), body: { ids: [newId()] } },
		'child.move': { subject: one, body: { to: village, day: '2026-11-24' } },
		'session.close': { subject: newId(), body: example(kind) },
		'session.amend': { subject: newId(), body: example(kind) }
	};
	const opens = registry.kindOf(kind)?.opens;
	const plain = { subject: opens ? newId() : one, body: example(kind) };
	return entryOf({ kind, scope: here, by, ...(about[kind] ?? plain) });
}

const kinds = registry.kinds.map(({ kind }) => kind);

it('the table above speaks of every kind', () => {
	expect(Object.keys(MAY).sort()).toEqual([...kinds].sort());
});

describe.each(Object.keys(roles) as Role[])('a %s writes', (role) => {
	it('what she may, where she may, and everything else is held', async () => {
		const who = roles[role];
		const cells = kinds.flatMap((kind) => SCOPES.map((here) => ({ kind, here })));
		const entries = cells.map(({ kind, here }) => attempt(kind, here, who));
		const { answers } = await journal.world.sync(who, requestOf(entries));
		for (const [i, { kind, here }] of cells.entries()) {
			const may = MAY[kind]!.split(' ').some((one) => one.replace('~', '') === role);
			const wanted = !OWN[role].includes(here) ? 'held scope' : may ? 'ok undefined' : 'held role';
			const { s, c } = answers[i] as { s: string; c?: string };
			const cell = `${role} ${kind} ${here.slice(0, 2)}${OWN[role].includes(here) ? 'own' : 'other'}`;
			expect([cell, `${s} ${c}`]).toEqual([cell, wanted]);
			const stored = await journal.world.stored(entries[i]!.id);
			expect([cell, stored !== undefined]).toEqual([cell, wanted === 'ok undefined']);
		}
	});

	it('in no other’s name', async () => {
		const who = roles[role];
		if (role === 'coordinator') return;
		const [here] = OWN[role];
		const kind = role === 'promoter' ? 'visit.record' : 'lesson.finish';
		const entry = { ...attempt(kind, here!, who), by: roles.coordinator.id } as Entry;
		const { answers } = await journal.world.sync(who, requestOf([entry]));
		const wanted = role === 'phone' ? { s: 'later', c: 'by' } : { s: 'held', c: 'author' };
		expect(answers).toEqual([{ id: entry.id, ...wanted }]);
	});

	it('and reads what lies in her scopes, and not an entry beside it', async () => {
		const who = roles[role];
		const answer = await journal.world.sync(who, requestOf([], { limit: 1000 }));
		const reads = role === 'coordinator' ? [] : OWN[role];
		expect(Object.keys(answer.scopes).sort()).toEqual([...reads].sort());
		for (const [here, { rows }] of Object.entries(answer.scopes)) {
			expect(rows.length).toBeGreaterThan(0);
			for (const [, gone, id] of rows as [number, number, string][]) {
				const lying = await journal.server.sql(
					`SELECT scope FROM deliveries WHERE entry = '${id}' AND scope <> '' AND gone = ${gone}`
				);
				expect(lying.map(({ scope: at }) => at)).toContain(here);
			}
		}
		const asked = { [jakana]: [0, ''], [valley]: [0, ''] } as never;
		const foreign = await journal.world.sync(who, requestOf([], { cursors: asked }));
		expect(foreign.scopes[jakana]).toBeUndefined();
		expect(foreign.scopes[valley]).toBeUndefined();
	});
});

it('a phone does not say that a practice was seen', async () => {
	const [juana] = owners.get(suma)!;
	const verified = entryOf({
		kind: 'practice.report',
		scope: suma,
		subject: juana,
		by: juana,
		body: example('practice.report', 1)
	});
	const { answers } = await journal.world.sync(phone, requestOf([verified]));
	expect(answers).toEqual([{ id: verified.id, s: 'held', c: 'role' }]);
});

it('a phone gives away what its members could have written, and nothing of a facilitator', async () => {
	const [juana, paulina] = owners.get(suma)!;
	const elena = roles.facilitator;
	const attested = entryOf({
		kind: 'attestation',
		scope: suma,
		subject: juana,
		by: elena.id,
		body: example('attestation')
	});
	await journal.world.sync(elena, requestOf([attested]));
	const give = (target: Id, to: Id) =>
		entryOf({ kind: 'reassign', scope: suma, subject: target, by: juana, body: { target, to } });
	const [stranger] = owners.get(jakana)!;
	const entries = [
		give(facts.get(suma)!, paulina),
		give(attested.id, paulina),
		give(facts.get(suma)!, stranger),
		give(facts.get(jakana)!, paulina)
	];
	const { answers } = await journal.world.sync(phone, requestOf(entries));
	expect(answers.map(({ s, ...more }) => ('c' in more ? `${s} ${more.c}` : s))).toEqual([
		'ok',
		'held role',
		'held scope',
		'held scope'
	]);
});

const PROJECTIONS = [
	'aliases',
	'people',
	'progress',
	'practices',
	'sessions',
	'caregivers',
	'children',
	'measurements',
	'referrals'
];
const RAW = ['journal', 'filed', 'deliveries', 'held', 'server_keys'];

describe.each([...(Object.keys(roles) as Role[]), 'stranger' as const])(
	'through the stock API a %s',
	(role) => {
		const call = async (method: string, path: string, body?: object) => {
			const token = role === 'stranger' ? undefined : await journal.token(roles[role]);
			return journal.server.call(method, path, { token, body });
		};

		it('reads no projection and none of the journal: no list, no view, no file', async () => {
			for (const table of [...PROJECTIONS, ...RAW]) {
				const records = `/api/collections/${table}/records`;
				const listed = await call('GET', `${records}?perPage=1&fields=*`);
				expect([table, listed.status >= 400]).toEqual([table, true]);
				const [row] = PROJECTIONS.includes(table)
					? await journal.server.sql(`SELECT id FROM ${table} LIMIT 1`)
					: [];
				const id = row?.id ?? newId();
				for (const path of [`${records}/${id}`, `/api/files/${table}/${id}/x.jpg`]) {
					expect([path, (await call('GET', path)).status >= 400]).toEqual([path, true]);
				}
			}
		});

		it('writes none of them either, also not in a batch', async () => {
			for (const table of PROJECTIONS) {
				const records = `/api/collections/${table}/records`;
				const [row] = await journal.server.sql(`SELECT id FROM ${table} LIMIT 1`);
				const id = row?.id ?? newId();
				const before = await journal.server.sql(`SELECT * FROM ${table} ORDER BY id`);
				expect((await call('POST', records, { scope: suma })).status).toBeGreaterThan(399);
				const path = `${records}/${id}`;
				expect((await call('PATCH', path, { scope: jakana })).status).toBeGreaterThan(399);
				expect((await call('DELETE', path)).status).toBeGreaterThan(399);
				const requests = [{ method: 'POST', url: records, body: { scope: suma } }];
				expect((await call('POST', '/api/batch', { requests })).status).toBeGreaterThan(399);
				expect(await journal.server.sql(`SELECT * FROM ${table} ORDER BY id`)).toEqual(before);
			}
		});
	}
);

it('nothing of the journal comes over realtime', { timeout: 20_000 }, async () => {
	const { server } = journal;
	const stop = new AbortController();
	const events = await fetch(`${server.url}/api/realtime`, { signal: stop.signal });
	const reader = events.body!.getReader();
	const first = new TextDecoder().decode((await reader.read()).value);
	const clientId = /"clientId":"([^"]+)"/.exec(first)?.[1];
	const subscriptions = PROJECTIONS.map((table) => `${table}/*`);
	await server.call('POST', '/api/realtime', {
		token: await journal.token(roles.facilitator),
		body: { clientId, subscriptions }
	});
	const entry = attempt('member.join', suma, roles.facilitator);
	await journal.world.sync(roles.facilitator, requestOf([entry]));
	const silence = new Promise((done) => setTimeout(() => done('silence'), 1500));
	const heard = reader.read().then(({ value }) => new TextDecoder().decode(value));
	expect(await Promise.race([heard, silence])).toBe('silence');
	stop.abort();
	await heard.catch(() => undefined);
});
