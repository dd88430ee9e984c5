// A part of the bench: the simulation of six phones in bad weather, seed after seed.
//   npm run bench -- chaos                        1,000 seeds in memory
//   npm run bench -- chaos --seeds 200 --from 5   some of them
//   npm run bench -- chaos --seed 7 --steps 3,9   one story again, told step by step
import 'fake-indexeddb/auto';
import { parseArgs } from 'node:util';
import { survive } from '../../tests/support/journal/chaos/run.ts';
import { row } from './row.ts';

const { values } = parseArgs({
	options: {
		seeds: { type: 'string', default: '1000' },
		from: { type: 'string', default: '1' },
		seed: { type: 'string' },
		steps: { type: 'string' }
	}
});

async function again(seed: number, steps: string | undefined): Promise<void> {
	const some = steps ? { steps: steps.split(',').map(Number) } : {};
	const { log, entries } = await survive(seed, { ...some, tries: 0 });
	console.log(log.join('\n'));
	console.log(`\nseed ${seed}: all is well, ${entries} facts`);
}

/** Things that happened to the world, by what the log of a step begins or ends with. */
const HAPPENED = ['killed', 'the server dies', 'RESTORED', 'while sync', 'days off', 'release'];

async function many(count: number, from: number): Promise<void> {
	const began = performance.now();
	const happened = new Map<string, number>();
	let broken = 0;
	let facts = 0;
	for (let seed = from; seed < from + count; seed++) {
		try {
			const { log, entries } = await survive(seed);
			facts += entries;
			for (const what of HAPPENED) {
				const times = log.filter((line) => line.includes(what)).length;
				happened.set(what, (happened.get(what) ?? 0) + times);
			}
		} catch (error) {
			broken++;
			console.log(String(error));
		}
	}
	const seconds = Math.round((performance.now() - began) / 1000);
	const times = [...happened].map(([what, n]) => `${n} × ${what}`).join(', ');
	const note = `${count} seeds, ${facts} facts in ${seconds} s; ${times}`;
	row({ what: 'chaos: seeds in which anything was wrong', value: broken, unit: '', bar: 0, note });
}

if (values.seed) await again(Number(values.seed), values.steps);
else await many(Number(values.seeds), Number(values.from));
