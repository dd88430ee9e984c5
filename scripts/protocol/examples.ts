// What the examples of docs/protocol.md show is what the server's side really answered to them.
import { createHash } from 'node:crypto';
import type { Grant, Who } from '#lib/domain/journal/policy.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { MemoryJournal } from '#lib/sync/memory.ts';
import type { SyncRequest } from '#lib/sync/protocol.ts';
import { serve } from '#lib/sync/serve.ts';

const GROUP = 'g:sumaqamana00001';
const VILLAGE = 'c:batallas0000001';
const VALLEY = 'c:valle0000000001';
const PHONE = 'telefono0000001';
const JUANA = 'juana0000000001';
const MARTA = 'marta0000000001';
const DAY = '2026-11-24';

interface Asked {
	readonly push?: readonly object[];
	readonly cursors?: object;
	readonly proof?: string;
	readonly proofQ?: number;
	readonly account?: string;
}
interface Example {
	readonly name: string;
	readonly request: object;
	readonly answer: object;
}

const who = (type: Who['type'], id: string, ...grants: [Grant['role'], string][]): Who => ({
	type,
	id: id as Id,
	grants: grants.map(([role, scope]) => ({ role, scope: scope as ScopeId }))
});
const phone = who('phone', PHONE, ['phone', GROUP]);
const marta = who('account', MARTA, ['promoter', VILLAGE], ['promoter', VALLEY]);

const join = {
	id: 'entry0000000001',
	kind: 'member.join',
	v: 1,
	subject: JUANA,
	at: 1795536000000,
	n: 1,
	body: { name: 'Juana Mamani', face: 'f-3-2', day: DAY }
};
const finish = {
	id: 'entry0000000002',
	kind: 'lesson.finish',
	v: 1,
	subject: JUANA,
	at: 1795536600000,
	n: 2,
	body: {
		day: DAY,
		lesson: 'leche-03',
		revision: 2,
		rules: 1,
		language: 'ay',
		blocksHeard: 6,
		blocksRequired: 5,
		answers: [{ q: 'q1', right: true }]
	}
};
const register = {
	id: 'entry0000000003',
	kind: 'child.register',
	v: 1,
	subject: 'wara00000000001',
	at: 1795537000000,
	n: 3,
	body: {
		name: 'Wara',
		sex: 'f',
		bornFrom: '2025-10-02',
		bornTo: '2025-10-02',
		bornHow: 'card',
		caregiver: 'lucia0000000001',
		day: DAY
	}
};
const move = {
	id: 'entry0000000004',
	kind: 'child.move',
	v: 1,
	subject: 'wara00000000001',
	at: 1795538000000,
	n: 4,
	body: { to: VALLEY, day: DAY }
};
const wrong = [
	{ ...finish, id: 'entry0000000005', n: 5, body: { ...finish.body, day: '2026-02-30' } },
	{ ...finish, id: 'entry0000000006', n: 6, kind: 'lesson.dream' },
	{ ...finish, id: 'entry0000000002', n: 2, body: { ...finish.body, blocksHeard: 1 } },
	{
		...finish,
		id: 'entry0000000007',
		n: 7,
		kind: 'practice.report',
		body: { practice: 'manos', level: 'verified', day: DAY }
	},
	finish
];

const batch = (scope: string, by: string, entries: readonly object[]) => ({
	scope,
	by,
	phone: PHONE,
	entries
});

/** A short life of one phone, in the order in which docs/protocol.md tells it. */
export function examples(): Example[] {
	const journal = new MemoryJournal();
	const ask = (name: string, { account, ...asked }: Asked): Example => {
		const request = {
			v: 1,
			push: [],
			cursors: {},
			proof: '',
			...asked,
			...(account ? { account } : {})
		};
		const text = serve(request as unknown as SyncRequest, {
			journal,
			principals: {
				phone,
				...(account ? { account: marta } : {}),
				state: account ? 'ok' : 'none',
				own: []
			},
			host: {
				hash: (input) => createHash('sha256').update(input).digest('hex'),
				now: () => 1795540000000,
				fault: () => undefined
			}
		});
		return { name, request, answer: JSON.parse(text) as object };
	};
	const cursors = { [GROUP]: [2, finish.id] };
	return [
		ask('first', { push: [batch(GROUP, JUANA, [join, finish])] }),
		ask('nothing', { cursors, proof: finish.id, proofQ: 2 }),
		ask('wrong', { push: [batch(GROUP, JUANA, wrong)], cursors, proof: finish.id, proofQ: 2 }),
		ask('account', {
			push: [batch(VILLAGE, MARTA, [register])],
			cursors,
			proof: finish.id,
			proofQ: 2,
			account: 'eyJhbGciOi…'
		}),
		ask('move', {
			push: [batch(VILLAGE, MARTA, [move])],
			cursors: { ...cursors, [VILLAGE]: [3, register.id] },
			proof: register.id,
			proofQ: 3,
			account: 'eyJhbGciOi…'
		}),
		ask('restored', {
			cursors: { [GROUP]: [99, 'entry0000000099'] },
			proof: 'entry0000000099',
			proofQ: 99
		})
	];
}
