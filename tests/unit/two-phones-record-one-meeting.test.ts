// Two phones in one room: both records are kept, and no woman is credited twice or left out.
import { describe, expect, it } from 'vitest';
import { closing } from '#lib/domain/course/session/close.ts';
import {
	beginSession,
	goOn,
	toggleHere,
	toggleWill,
	type Session
} from '#lib/domain/course/session/session.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import { MemoryJournal } from '#lib/sync/memory.ts';
import type { Entry } from '#lib/domain/journal/entry.ts';
import { play } from '../support/journal/play.ts';

const GROUP = 'g:grp000000000001';
const JUANA = 'w00000000000001';
const LIDIA = 'w00000000000002';
const ROSENDA = 'w00000000000003';
const required = ['b1', 'b2', 'b3', 'p1'];

/** A meeting as one phone saw it: who was there, for how many blocks, who promised. */
function meeting(id: string, there: readonly [who: string, blocks: number][], will: string[]) {
	let session: Session = beginSession({
		id,
		entry: id,
		scope: GROUP,
		plan: {
			course: 'dairy',
			lesson: 'dairy-clean-milking',
			revision: 2,
			places: [
				{ id: 'roll', stage: 'roll' },
				...required.map((block) => ({ id: block, stage: 'show' as const, block })),
				{ id: 'close', stage: 'close' }
			],
			required,
			questions: [],
			practice: 'clean-milking'
		},
		languages: ['ay', 'es'],
		day: '2026-11-24' as Day,
		now: 0,
		roster: [JUANA, LIDIA, ROSENDA]
	});
	for (const [who] of there) session = toggleHere(session, who);
	session = goOn(session);
	for (let block = 1; block <= required.length; block++) {
		session = goOn(session);
		for (const [who, blocks] of there) if (blocks === block) session = toggleHere(session, who);
	}
	for (const who of will) session = toggleWill(session, who);
	return session;
}

const entry = (phone: string, session: Session): Entry =>
	({
		id: session.entry,
		kind: 'session.close',
		v: 1,
		scope: GROUP,
		subject: session.id,
		at: 1,
		n: 1,
		by: JUANA,
		phone,
		body: closing(session, 'hand')
	}) as unknown as Entry;

describe('one meeting recorded by two phones', () => {
	// the one phone saw Juana to the end and Lidia for a while, the other Lidia to the end
	const one = entry(
		'p00000000000001',
		meeting(
			's00000000000001',
			[
				[JUANA, 4],
				[LIDIA, 2]
			],
			[JUANA]
		)
	);
	const other = entry(
		'p00000000000002',
		meeting(
			's00000000000002',
			[
				[JUANA, 4],
				[LIDIA, 4]
			],
			[LIDIA]
		)
	);

	it.each([
		['the one first', [one, other]],
		['the other first', [other, one]],
		['both, and one again', [one, other, one]]
	])('is kept as two records, and credits unite: %s', (_order, entries) => {
		const journal = new MemoryJournal();
		play(
			journal,
			entries.map((each) => [each])
		);
		const row = (key: string) =>
			journal.rows.get(key as never) as Record<string, unknown> | undefined;
		expect(row(`${GROUP}|sessions|s00000000000001`)).toBeDefined();
		expect(row(`${GROUP}|sessions|s00000000000002`)).toBeDefined();
		for (const who of [JUANA, LIDIA]) {
			expect(row(`${who}|progress|dairy-clean-milking`)?.groupOn).toBe('2026-11-24');
			expect(row(`${who}|practices|clean-milking`)?.level).toBe('committed');
		}
		expect(row(`${ROSENDA}|progress|dairy-clean-milking`)).toBeUndefined();
	});
});
