import { describe, expect, it } from 'vitest';
import { MemoryJournal } from '#lib/sync/memory.ts';
import { play } from '../../../../tests/support/journal/play.ts';
import type { Entry } from './entry.ts';
import type { Draft } from './registry.ts';

const juana = 'w00000000000001';
const day = '2026-11-24';

/** Her row after these reports came in, in this order. */
function after(...reports: Partial<Draft<'practice.report'>>[]) {
	const journal = new MemoryJournal();
	const facts = reports.map((report, i) => {
		const body = { practice: 'clean-milking', level: 'doing', day, unit: 'l', ...report };
		const head = { kind: 'practice.report', v: 1, scope: 'g:grp000000000001', subject: juana };
		const made = { n: i + 1, at: i + 1, by: juana, phone: 'p00000000000001' };
		return { ...head, ...made, id: `e0000000000000${i}`, body } as unknown as Entry;
	});
	play(journal, [facts]);
	return [...journal.rows].find(([key]) => key.startsWith(`${juana}|practices|`))?.[1];
}

describe('what was said of an amount', () => {
	it('is kept by its day, and the newest day is the amount', () => {
		const october = { day: '2026-10-20', amount: 9.5 };
		const november = { day, amount: 12 };
		for (const row of [after(october, november), after(november, october)])
			expect(row).toMatchObject({
				amount: 12,
				amountOn: day,
				amounts: '2026-10-20=9.5;2026-11-24=12'
			});
	});

	it('is corrected by what is said later of the same day', () => {
		expect(after({ amount: 120 }, { amount: 12 })).toMatchObject({
			amount: 12,
			amounts: '2026-11-24=12'
		});
	});

	it('stays as it was where a report names none', () => {
		expect(after({})).toMatchObject({ amount: null, amounts: '' });
	});
});
