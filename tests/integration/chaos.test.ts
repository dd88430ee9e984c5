import 'fake-indexeddb/auto';
import { describe, it } from 'vitest';
import { RealServer } from '../support/journal/chaos/real-server.ts';
import { survive } from '../support/journal/chaos/run.ts';
import { startJournalServer } from '../support/journal/real.ts';

const SEEDS = Number(process.env.SEEDS ?? 30);
const REAL = Number(process.env.REAL_SEEDS ?? 4);
const FROM = Number(process.env.SEED ?? 1);
const seeds = (count: number) => Array.from({ length: count }, (_, i) => FROM + i);

describe('six phones in bad weather: nothing lost, nothing doubled, the same everywhere', () => {
	it.each(seeds(SEEDS))('seed %i', { timeout: 120_000 }, async (seed) => {
		await survive(seed);
	});

	it.each(seeds(REAL))('seed %i on PocketBase', { timeout: 300_000 }, async (seed) => {
		const server = async () => new RealServer(await startJournalServer());
		await survive(seed, { tries: 12, server });
	});
});
