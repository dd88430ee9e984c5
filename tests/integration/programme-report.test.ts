// The programme summed up by a real PocketBase: who may ask, what is counted, what is not told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SURVEY_COLUMNS } from '#lib/domain/programme/survey-file.ts';
import { rowsOf } from '#lib/domain/shared/csv.ts';
import { parseDay } from '#lib/domain/shared/day.ts';
import { makeWorld } from '../../scripts/demo/world.ts';
import { pour } from '../../scripts/demo/pour.ts';
import { readLessons } from '../../scripts/demo/lessons.ts';
import { bodyOf } from '#lib/domain/journal/registry.ts';
import { exec } from '../../scripts/server/exec.mjs';
import { root } from '../../scripts/server/place.mjs';
import { findPocketBase } from '../../scripts/server/pocketbase.mjs';
import { flags } from '../../scripts/server/process.mjs';
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
		version: '1',
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

const all = (rows: (string | number)[][]) =>
	rows.find(([place, split]) => place === '*' && split === 'all') ?? [];

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
		const sum = (rows: number[][], at: number) => rows.reduce((n, row) => n + (row[at] ?? 0), 0);
		const { sessions, firsts, practiceMonths, practising } = body.sums;
		expect(sum(sessions, 2)).toBe(closed.length);
		expect(sum(sessions, 3)).toBe(closed.reduce((n, { present }) => n + present.length, 0));
		expect(sum(sessions, 4)).toBe(closed.reduce((n, { roster }) => n + roster.length, 0));
		expect(body.held).toBe(ofKind('erase').length);
		expect(body.phones.all).toBe(world.groups.length + world.accounts.length);
		expect(sum(firsts, 2)).toBe(all(body.sums.people).at(-1));
		const doing = body.sums.practices.reduce(
			(n: number, row: number[]) => n + row[4]! + row[5]!,
			0
		);
		const net = practiceMonths.flatMap((row: (string | number)[]) => row.slice(2));
		expect(net.reduce((a: number, b: number) => a + b, 0)).toBe(doing);
		expect(all(practising)[3]).toBeLessThanOrEqual(Number(all(body.sums.people).at(-1)));
		const sent = body.sums.referrals.find((row: string[]) => row[0] === '*' && row[1] === '0');
		expect(sent[2]).toBe(ofKind('referral.open').length);
	});

	it('tells who reached and their parts, and the parts add up to them', async () => {
		const { sums } = (await report('boss')).body;
		const members = sums.members.reduce((n: number, row: number[]) => n + row[1]!, 0);
		expect(members).toBe(240 - ofKind('member.leave').length);
		const whole = all(sums.people);
		for (const split of ['sex', 'age']) {
			const parts = sums.people.filter((row: string[]) => row[0] === '*' && row[1] === split);
			const last = parts.map((row: number[]) => row.at(-1) ?? 0);
			expect(last.reduce((a: number, b: number) => a + b, 0)).toBe(whole.at(-1));
		}
		// a longer time reaches nobody less
		const periods = whole.slice(3) as number[];
		expect(periods).toEqual([...periods].sort((a, b) => a - b));
	});

	it('tells of amounts what the facts of the month say', async () => {
		const { amounts } = (await report('boss')).body.sums;
		const said = facts.flatMap((entry) => bodyOf(entry, 'practice.report') ?? []);
		const [, practice, month, n, sum] = amounts.findLast(
			(row: (string | number | null)[]) => row[0] === '*' && row[3] !== null
		);
		const counted = said.filter(
			(body) => body.practice === practice && body.day.startsWith(month) && body.amount
		);
		expect(n).toBe(counted.length);
		expect(sum).toBe(counted.reduce((total, body) => total + (body.amount ?? 0), 0));
	});

	it('tells no number of one to four children', async () => {
		const { sums } = (await report('boss')).body;
		const numbers = [...sums.growth, ...sums.latest, ...sums.referrals, ...sums.children]
			.flatMap((row: (string | number | null)[]) => row.slice(1))
			.filter((cell) => typeof cell === 'number');
		expect(numbers.length).toBeGreaterThan(200);
		for (const n of numbers) expect(n === 0 || n >= 5).toBe(true);
		expect(JSON.stringify(sums.growth)).toContain('null');
	});

	it('is the same after everything is folded again', async () => {
		const before = (await report('boss')).body.sums;
		const place = flags({ root, data: journal.server.data, hooks: journal.hooks });
		const { code } = await exec(await findPocketBase(root), ['rebuild', ...place]);
		expect(code).toBe(0);
		await journal.server.kill('SIGTERM');
		await journal.server.restart();
		const after = (await report('boss')).body.sums;
		expect(after.summed).toBeGreaterThan(before.summed);
		expect({ ...after, summed: 0 }).toEqual({ ...before, summed: 0 });
	});

	it('is kept until something has come in', async () => {
		const first = (await report('boss')).body.sums.summed;
		expect((await report('boss')).body.sums.summed).toBe(first);
		const name = 'Comunidad nueva';
		const { token } = done(await signIn(journal.server, 'boss', PASSWORD)).body;
		const path = '/api/collections/communities/records';
		done(await journal.server.call('POST', path, { token, body: { name } }));
		const { sums } = (await report('boss')).body;
		expect(sums.summed).toBeGreaterThan(first);
		expect(sums.places.map(([, called]: string[]) => called)).toContain(name);
	});
});

describe('a table as a file', () => {
	const take = async (username: string, query: string) => {
		const { token } = done(await signIn(journal.server, username, PASSWORD)).body;
		return journal.server.call('GET', `/api/app/export?${query}`, { token });
	};

	it('is for the coordination alone, and with names not without a reason', async () => {
		expect((await take('elena', 'kind=sessions&months=12')).status).toBe(403);
		expect((await take('boss', 'kind=children&months=12')).body).toMatchObject({ code: 'kind' });
		expect((await take('boss', 'kind=people&months=12')).body).toMatchObject({ code: 'reason' });
	});

	it('of people says in its name that it names them, and who took it is written down', async () => {
		const { body } = await take('boss', 'kind=people&months=0&reason=lista+de+grupos');
		expect(body.name).toMatch(/^yatiqana-people-con-nombres-todo-\d{4}-\d\d-\d\d\.csv$/);
		const [, ...rows] = rowsOf(body.csv);
		expect(rows).toHaveLength(240);
		const joined = ofKind('member.join').flatMap((e) => bodyOf(e, 'member.join')?.name ?? []);
		for (const row of rows) expect(joined).toContain(row[3]);
		const [written] = await journal.server.sql(
			`SELECT action, collection, "after" FROM audit WHERE action = 'export' ORDER BY created DESC LIMIT 1`
		);
		expect(written).toMatchObject({ action: 'export', collection: 'people' });
		expect(written?.['after']).toContain('lista de grupos');
	});

	it('for WHO Anthro has each child once, as she was measured last, and nobody’s name', async () => {
		const { body } = await take('boss', 'kind=anthro&months=0');
		const [heads, ...rows] = rowsOf(body.csv);
		expect(heads).toEqual(SURVEY_COLUMNS);
		const counted = (await report('boss')).body.sums.latest.find(
			(row: string[]) => row[0] === '*' && row[1] === '0'
		);
		expect(rows).toHaveLength(counted[2]);
		expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
		for (const entry of ofKind('child.register'))
			expect(body.csv).not.toContain(bodyOf(entry, 'child.register')?.name);
		for (const row of rows) expect(row.join()).toMatch(/^\d+,,\d+,,,/);
	});
});
