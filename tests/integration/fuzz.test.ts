// Whatever is thrown at the doors, each says something that was foreseen, and nothing behind them breaks.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '#lib/domain/journal/entry.ts';
import { registry } from '#lib/domain/journal/registry.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import {
	batches,
	entryOf,
	newId,
	requestOf,
	type Someone
} from '../support/journal/conformance.ts';
import { startJournalServer, type JournalServer } from '../support/journal/real.ts';
import { seedProgramme, type Programme } from '../support/programme.ts';

const numRuns = Number(process.env.RUNS ?? 120);
const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {};

let journal: JournalServer;
let programme: Programme;
beforeAll(async () => {
	journal = await startJournalServer();
	programme = await seedProgramme(journal.server);
});
afterAll(() => journal.close());

const group = 'g:fuzzgroup000001' as ScopeId;
const village = 'c:fuzzvillage0001' as ScopeId;
const juana = 'juana0000000001' as Id;
const promoter: Someone = {
	type: 'account',
	id: 'promoter0000001' as Id,
	grants: [
		{ role: 'facilitator', scope: group },
		{ role: 'promoter', scope: village }
	]
};

const deep = (levels: number): unknown =>
	JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
const nasty = fc.oneof(
	fc.constantFrom<unknown>(
		...[
			null,
			true,
			-1,
			0.5,
			1e308,
			2 ** 53,
			'',
			' ',
			'\u0000',
			'\ud800',
			'😀',
			'NaN',
			'2026-02-30'
		],
		...[
			'1900-01-01',
			'2100-12-31',
			group,
			'G:FUZZGROUP00001',
			"'; DROP TABLE journal; --",
			'%',
			'|'
		],
		...[[], {}, [[]], deep(20), deep(400), 'x'.repeat(40_000), JSON.parse('{"__proto__":{"a":1}}')]
	),
	fc.jsonValue()
);

/** A body like those of its kind, with up to three of its parts, however deep, replaced. */
const entry = fc
	.record({
		def: fc.constantFrom(...registry.kinds),
		nth: fc.nat(5),
		health: fc.boolean(),
		blows: fc.array(fc.tuple(fc.array(fc.nat(9), { maxLength: 4 }), nasty), { maxLength: 3 })
	})
	.map(({ def, nth, health, blows }) => {
		const body: unknown = def.examples[nth % def.examples.length];
		const scope = health ? village : group;
		const whole = entryOf({ kind: def.kind, scope, subject: juana, by: promoter.id, body });
		return blows.reduce<object>((e, [path, value]) => struck(e, path, value), whole);
	});

/** The same with the part at this path replaced; a path goes by the number of each field. */
function struck<T>(value: T, [first, ...rest]: readonly number[], by: unknown): T {
	if (first === undefined || typeof value !== 'object' || value === null) return by as T;
	const fields = Object.keys(value);
	const field = fields[first % Math.max(1, fields.length)];
	if (field === undefined) return by as T;
	const inside = struck((value as Record<string, unknown>)[field], rest, by);
	if (Array.isArray(value)) return Object.assign([...value], { [field]: inside }) as T;
	return { ...value, [field]: inside };
}

const ANSWERS = ['ok', 'dup', 'held', 'refused', 'later'];

describe('the door of sync', () => {
	it('says something to each entry, whatever it is, and takes the good ones beside it', async () => {
		const token = await journal.token(promoter);
		const arrival = async (entries: readonly object[], more: object) => {
			const good = entryOf({
				kind: 'member.join',
				scope: group,
				subject: newId(),
				by: promoter.id,
				body: registry.kindOf('member.join')?.examples[0]
			});
			const push = entries.map((one) => (typeof one === 'object' && one ? one : {}));
			const request = { ...requestOf([]), push: batches([...push, good] as Entry[]), ...more };
			const { status, body } = await journal.server.call('POST', '/api/app/sync', {
				token,
				body: request
			});
			// the frame of the request was hit, or only what it carries
			expect([200, 400, 413]).toContain(status);
			if (status !== 200) return;
			expect(body.answers).toHaveLength(push.length + 1);
			for (const { s } of body.answers) expect(ANSWERS).toContain(s);
			expect(body.answers.at(-1)).toMatchObject({ id: good.id, s: 'ok' });
		};
		const more = fc.oneof(
			fc.constant({}),
			fc.record(
				{ cursors: nasty, proof: nasty, listed: nasty, office: nasty, header: nasty, limit: nasty },
				{ requiredKeys: [] }
			)
		);
		const entries = fc.array(entry, { maxLength: 8 });
		await fc.assert(fc.asyncProperty(entries, more, arrival), { numRuns, ...seed });
	});

	it('takes any JSON at all for what it is', async () => {
		const token = await journal.token(promoter);
		const thrown = async (body: unknown) => {
			const answer = await journal.server.call('POST', '/api/app/sync', {
				token,
				body: body ?? ''
			});
			expect([400, 413]).toContain(answer.status);
			expect(answer.body.code ?? answer.body.status).toBeDefined();
		};
		await fc.assert(fc.asyncProperty(nasty, thrown), { numRuns: numRuns / 2, ...seed });
	});

	it('and the database is whole afterwards', async () => {
		const { sql } = journal.server;
		expect(await sql('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
		const [bad] = await sql('SELECT count(*) AS n FROM journal WHERE json_valid(body) = 0');
		expect(Number(bad?.n)).toBe(0);
	});
});

describe('the other doors', () => {
	const doors = ['/api/app/enrol', '/api/app/codes', '/api/app/secrets', '/api/app/held'];
	it.each(doors)('%s answers anything with a refusal', async (path) => {
		const tokens = [
			undefined,
			programme.coordinator.token,
			programme.elena.token,
			await journal.token({ type: 'phone', id: 'fuzzphone000001' as Id, grants: [] })
		];
		const fields = ['code', 'label', 'phone', 'own', 'secret', 'group', 'account', 'id', 'reason'];
		const body = fc.oneof(nasty, fc.dictionary(fc.constantFrom(...fields, 'verdict'), nasty));
		const thrown = async (token: string | undefined, what: unknown) => {
			const answer = await journal.server.call('POST', path, { token, body: what ?? '' });
			expect(answer.status).toBeLessThan(500);
		};
		const property = fc.asyncProperty(fc.constantFrom(...tokens), body, thrown);
		await fc.assert(property, { numRuns: numRuns / 3, ...seed });
	});
});
