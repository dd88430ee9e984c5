import fc from 'fast-check';
import { arrive } from '#lib/domain/journal/arrive.ts';
import type { Entry } from '#lib/domain/journal/entry.ts';
import { atOnce } from '#lib/domain/journal/steps.ts';
import type { Registry } from '#lib/domain/journal/registry.ts';
import type { MemoryJournal } from '#lib/sync/memory.ts';
import { told, type Story } from './stories.ts';

/** Plays pushes straight into a journal, as a server without any rights to ask would. */
export function play(journal: MemoryJournal, batches: readonly Entry[][], kinds?: Registry): void {
	for (const batch of batches) {
		const once = [...new Map(batch.map((e) => [e.id, e])).values()];
		const fresh = once.filter((e) => !journal.journal.has(e.id));
		if (fresh.length) journal.commit(atOnce(arrive(journal, { fresh }, kinds)), new Map());
	}
}

export const sorted = <V>(map: ReadonlyMap<string, V>): [string, V][] =>
	[...map].sort(([a], [b]) => (a < b ? -1 : 1));

interface Runs {
	readonly numRuns: number;
	readonly seed?: number;
}

/** Holds a law over stories; a failure tells the smallest story and the seed that finds it again. */
export function holds(stories: fc.Arbitrary<Story>, law: (s: Story) => void, runs: Runs): void {
	report(fc.check(fc.property(stories, law), runs));
}

export async function holdsInTime(
	stories: fc.Arbitrary<Story>,
	law: (s: Story) => Promise<void>,
	runs: Runs
): Promise<void> {
	report(await fc.check(fc.asyncProperty(stories, law), runs));
}

function report(details: fc.RunDetails<[Story]>): void {
	if (!details.failed) return;
	const [smallest] = details.counterexample ?? [];
	const story = smallest ? told(smallest) : '';
	const { numRuns, seed, errorInstance } = details;
	throw new Error(`after ${numRuns} stories, seed ${seed}\n${story}`, { cause: errorInstance });
}
