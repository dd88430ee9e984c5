import { describe, expect, it } from 'vitest';
import {
	conforms,
	entryOf,
	requestOf,
	sha256,
	type World
} from '../../../tests/support/journal/conformance.ts';
import type { SyncAnswer } from './protocol.ts';
import { MemoryJournal } from './memory.ts';
import { serve } from './serve.ts';

const journal = new MemoryJournal();
const host = { hash: sha256, now: () => 0, fault: () => undefined };

const world: World = {
	async sync({ type, own = [], ...who }, request) {
		const principals = { [type]: { type, ...who }, state: 'none' as const, own };
		return JSON.parse(serve(request, { journal, principals, host })) as SyncAnswer;
	},
	async stored(id) {
		return [...journal.journal.values()].find(({ e }) => e.id === id)?.e.body;
	},
	async held(id) {
		return [...journal.held.values()].find(({ e }) => e.id === id)?.code;
	},
	async aside(id) {
		return [...journal.held.values()].find(({ e }) => e.id === id)?.e.body;
	},
	async row(table, column, value) {
		const found = [...journal.rows].find(
			([k, row]) => k.split('|')[1] === table && row[column] === value
		);
		return found?.[1];
	}
};

conforms('memory', () => world);

describe('a poison entry', () => {
	it('stays alone: the others of its push are taken, and it comes again later', async () => {
		const poisoned = new MemoryJournal();
		const commit = poisoned.commit.bind(poisoned);
		const join = (name: string) =>
			entryOf({
				kind: 'member.join',
				scope: 'g:grp000000000001',
				subject: 'w00000000000001',
				by: 'w00000000000001',
				body: { name, face: 'f', day: '2026-11-24' }
			});
		poisoned.commit = (change, hashes) => {
			if (change.entries.some(({ body }) => (body as { name: string }).name === 'poison')) {
				throw new Error('disk full');
			}
			return commit(change, hashes);
		};
		const faults: string[] = [];
		const principals = {
			phone: {
				type: 'phone',
				id: 'p00000000000001',
				grants: [{ role: 'phone', scope: 'g:grp000000000001' }]
			},
			state: 'none',
			own: []
		} as unknown as Parameters<typeof serve>[1]['principals'];
		const bad = join('poison');
		const text = serve(requestOf([join('A'), bad, join('B')]), {
			journal: poisoned,
			principals,
			host: { ...host, fault: (id) => faults.push(id) }
		});
		const { answers } = JSON.parse(text) as SyncAnswer;
		expect(answers.map(({ s }) => s)).toEqual(['ok', 'later', 'ok']);
		expect(poisoned.journal.size).toBe(2);
		expect(faults).toEqual([bad.id]);
	});
});
