import { describe, expect, it } from 'vitest';
import type { PackState } from '#lib/domain/course/pack.ts';
import { Packs, type AskWorker } from './packs.svelte.ts';

const LIST = '/library/packs/dairy-es.0a0a0a0a.json';
const state = (here: number, more: Partial<PackState> = {}): PackState => ({
	here,
	of: 3,
	bytes: 3000,
	missing: (3 - here) * 1000,
	wanted: here > 0,
	...more
});

/** A worker that answers from a list and remembers what it was asked. */
function worker(answers: (PackState | null)[]) {
	const asked: string[] = [];
	const ask: AskWorker = async (what) => {
		asked.push(what);
		return answers.shift() ?? null;
	};
	return { asked, ask };
}
const plenty = async () => 1e9;

describe('the voice of a course on this phone', () => {
	it('is asked for until all of it is here', async () => {
		const { asked, ask } = worker([state(0), state(1), state(2), state(3)]);
		const packs = new Packs(ask, plenty);
		await packs.look(LIST);
		await packs.start(LIST);
		expect(asked).toEqual(['look', 'more', 'more', 'more']);
		expect([packs.state(LIST)?.missing, packs.running(LIST)]).toEqual([0, false]);
	});

	it('stops where the line is cut, and goes on from there', async () => {
		const { ask } = worker([state(0), state(1, { fault: 'away' }), state(3)]);
		const packs = new Packs(ask, plenty);
		await packs.look(LIST);
		await packs.start(LIST);
		expect([packs.state(LIST)?.fault, packs.state(LIST)?.here]).toEqual(['away', 1]);
		await packs.start(LIST);
		expect([packs.state(LIST)?.fault, packs.state(LIST)?.missing]).toEqual([undefined, 0]);
	});

	it('pauses: what is under way arrives, nothing more is asked for', async () => {
		const { asked, ask } = worker([state(0), state(1), state(2)]);
		const packs = new Packs(async (...q) => {
			const answer = await ask(...q);
			if (q[0] === 'more') packs.pause(LIST);
			return answer;
		}, plenty);
		await packs.look(LIST);
		await packs.start(LIST);
		expect(asked).toEqual(['look', 'more']);
		expect(packs.state(LIST)?.here).toBe(1);
	});

	it('does not begin where there is no room', async () => {
		const { asked, ask } = worker([state(0)]);
		const packs = new Packs(ask, async () => 1000);
		await packs.look(LIST);
		await packs.start(LIST);
		expect(asked).toEqual(['look']);
		expect(packs.state(LIST)).toEqual({ ...state(0), fault: 'full' });
	});

	it('is unknown while no worker looks after the page', async () => {
		const packs = new Packs(worker([]).ask, plenty);
		await packs.look(LIST);
		expect(packs.state(LIST)).toBeUndefined();
	});
});
