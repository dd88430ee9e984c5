// The programme summed up by a real PocketBase: who may ask, what is counted, what is not told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDay } from '#lib/domain/shared/day.ts';
import { makeWorld } from '../../scripts/demo/world.ts';
import { pour } from '../../scripts/demo/pour.ts';
import { readLessons } from '../../scripts/demo/lessons.ts';
import { bodyOf } from '#lib/domain/journal/registry.ts';
import { startJournalServer, type JournalServer } from '../support/journal/real.ts';
import { account, done, signIn } from '../support/programme.ts';

const PASSWORD = 'llama-llama-7';
const world = makeWorld(parseDay('2026-11-24')!, readLessons());
const facts = [...world.groups, ...world.accounts].flatMap(({ entries }) => [...entries]);
const ofKind = (kind: string) => facts.filter((entry) => entry.kind === kind);
let journal: JournalServer;

beforeAll(async () => {
	journal = await startJournalServer();
	const boss = await account(journal.server, 'boss', { role: 'coordinator', scope: '*' });
	const answers = await pour(world, {
		url: journal.server.url,
		password: PASSWORD,
		coordinator: { username: boss.username, password: PASSWORD }
	});
	expect(answers).toMatchObject({ refused: 0, later: 0, dup: 0, held: ofKind('erase').length });
	expect(answers.ok + answers.held).toBe(facts.length);
}, 300_000);
afterAll(() => journal.close());

async function report(username: string) {
	const { token } = done(await signIn(journal.server, username, PASSWORD)).body;
	return journal.server.call('GET', '/api/app/report/programme', { token });
}

describe('the programme summed up', () => {
	it('is for the coordination alone', async () => {
		expect((await report('elena')).status).toBe(403);
		expect((await report('marta')).status).toBe(403);
		expect((await journal.server.call('GET', '/api/app/report/programme')).status).toBe(401);
	});

	it('counts what the facts say', async () => {
		const { body, status } = await report('boss');
		expect(status).toBe(200);
		const closed = facts.flatMap((entry) => bodyOf(entry, 'session.close') ?? []);
		const sum = (column: 'held' | 'present' | 'expected') =>
			body.sessions.reduce((n: number, row: Record<string, number>) => n + (row[column] ?? 0), 0);
		const recent = new Set(body.sessions.map(({ month }: { month: string }) => month));
		const counted = closed.filter(({ day }) => recent.has(day.slice(0, 7)));
		expect(recent.size).toBe(24);
		expect(sum('held')).toBe(counted.length);
		expect(sum('present')).toBe(counted.reduce((n, { present }) => n + present.length, 0));
		expect(sum('expected')).toBe(counted.reduce((n, { roster }) => n + roster.length, 0));
		expect(body.held).toBe(ofKind('erase').length);
		expect(body.phones.all).toBe(world.groups.length + world.accounts.length);
		const referrals = body.referrals.reduce(
			(n: number, row: { n: number | null }) => n + (row.n ?? 0),
			0
		);
		expect(referrals).toBe(ofKind('referral.open').length);
	});

	it('reaches who heard a lesson, and its parts add up to them', async () => {
		const { people } = (await report('boss')).body;
		expect(people.members).toBe(240 - ofKind('member.leave').length);
		for (const part of ['byCommunity', 'bySex', 'byAge'])
			expect(people[part].reduce((n: number, row: { n: number }) => n + row.n, 0)).toBe(
				people.reached
			);
	});

	it('tells no number of one to four children', async () => {
		const { growth } = (await report('boss')).body;
		const numbers = growth.flatMap((row: Record<string, unknown>) =>
			[row.n, row.stunted, row.acute, row.well].filter((n) => typeof n === 'number')
		);
		expect(numbers.length).toBeGreaterThan(50);
		for (const n of numbers) expect(n === 0 || n >= 5).toBe(true);
		expect(JSON.stringify(growth)).toContain('null');
	});
});
