// What measuring led to in a community reaches its facilitators as sums, and as nothing else.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAt } from '#lib/domain/shared/day.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { Phone } from '#lib/store/phone.ts';
import { syncOnce } from '#lib/sync/client.ts';
import { enrolSignedIn } from '#lib/sync/enrol.ts';
import { httpTransport } from '#lib/sync/http.ts';
import { entryOf, newId, requestOf, type Someone } from '../support/journal/conformance.ts';
import { startJournalServer, type JournalServer } from '../support/journal/real.ts';
import { seedProgramme, type Account, type Programme } from '../support/programme.ts';

let journal: JournalServer;
let programme: Programme;
const today = dayAt(Date.now());

beforeAll(async () => {
	journal = await startJournalServer();
	programme = await seedProgramme(journal.server);
	const scope = `c:${programme.communities.batallas}` as ScopeId;
	const who: Someone = { type: 'account', id: newId(), grants: [{ role: 'promoter', scope }] };
	const visit = (lesson: string, day: string) =>
		entryOf({
			kind: 'visit.record',
			scope,
			subject: newId(),
			by: who.id,
			body: {
				day,
				position: 'unknown',
				oedema: 'unseen',
				missing: { weight: 'cried', length: 'cried' },
				counts: {},
				said: { class: 'unknown', action: 'again', lesson, engine: '1', rules: 1 }
			}
		});
	const many = (n: number, lesson: string, day: string = today) =>
		Array.from({ length: n }, () => visit(lesson, day));
	const entries = [
		...many(5, 'feeding-6-8-months'),
		...many(4, 'eight-groups-iron'),
		...many(9, 'only-breast', '2026-01-15')
	];
	const { answers } = await journal.world.sync(who, requestOf(entries));
	expect(new Set(answers.map(({ s }) => s))).toEqual(new Set(['ok']));
});
afterAll(() => journal.close());

let count = 0;
async function officeOf({ id, token }: Account, alsoAlone = false) {
	const phone = await Phone.open(`topics-${++count}`, { clock: () => Date.now(), newId });
	const transport = httpTransport(journal.server.url);
	await enrolSignedIn(phone, transport, { account: token, label: 'x' });
	const options = { clock: () => Date.now(), header: { app: '0.1.0' } };
	await syncOnce(phone, transport, { ...options, account: { id: id as Id, token } });
	if (alsoAlone) await syncOnce(phone, transport, options);
	const office = await phone.office();
	phone.close();
	return office;
}

describe('topics of the month', () => {
	it('are lessons of this month, for five children or more, with the day they were summed up', async () => {
		const { topics } = await officeOf(programme.elena);
		expect(topics).toEqual({
			on: today,
			rows: [
				{ community: programme.communities.batallas, lesson: 'feeding-6-8-months', children: 5 }
			]
		});
	});

	it('stay on her phone when it speaks without her', async () => {
		expect((await officeOf(programme.elena, true)).topics?.rows).toHaveLength(1);
	});

	it('are those of her own communities, and nobody else’s business', async () => {
		expect((await officeOf(programme.rosa)).topics?.rows).toEqual([]);
		expect((await officeOf(programme.marta)).topics).toBeUndefined();
	});
});
