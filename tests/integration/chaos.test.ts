import 'fake-indexeddb/auto';
import { describe, it } from 'vitest';
import { survive } from '../support/journal/chaos/run.ts';

const SEEDS = Number(process.env.SEEDS ?? 24);
const FROM = Number(process.env.SEED ?? 1);

describe('six phones in bad weather: nothing lost, nothing doubled, the same everywhere', () => {
	it.each(Array.from({ length: SEEDS }, (_, i) => FROM + i))(
		'seed %i',
		{ timeout: 120_000 },
		(seed) => survive(seed)
	);
});
