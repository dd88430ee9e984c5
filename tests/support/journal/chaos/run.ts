import { check } from './check.ts';
import type { ChaosServer } from './server.ts';
import { SimServer } from './sim-server.ts';
import { World } from './world.ts';

interface Lived {
	/** What broke; undefined if all is well. */
	readonly error?: unknown;
	readonly log: readonly string[];
	readonly entries: number;
}
interface Options {
	/** How many steps, or which. */
	readonly steps?: number | readonly number[];
	/** How often a shorter story is tried when one fails. */
	readonly tries?: number;
	readonly server?: () => Promise<ChaosServer>;
}
type Begin = NonNullable<Options['server']>;

const inMemory: Begin = async () => new SimServer();

/** Lives through these steps and looks whether all is well. */
async function live(seed: number, steps: readonly number[], begin: Begin): Promise<Lived> {
	const world = new World(seed, await begin());
	const lived = () => ({
		log: world.log,
		entries: world.phones.reduce((sum, { saved }) => sum + saved.length, 0)
	});
	try {
		await world.begin();
		for (const step of steps) await world.step(step);
		await world.calm();
		await check(world);
		return lived();
	} catch (error) {
		return { ...lived(), error };
	} finally {
		await world.close();
	}
}

/** Fewer steps that still fail, found in at most so many tries. */
async function shrunk(
	steps: readonly number[],
	tries: number,
	fails: (steps: readonly number[]) => Promise<boolean>
): Promise<readonly number[]> {
	let left = steps;
	let size = Math.ceil(left.length / 2);
	while (size >= 1 && tries > 0) {
		let cut = false;
		for (let at = 0; at < left.length && tries > 0; at += size) {
			const fewer = [...left.slice(0, at), ...left.slice(at + size)];
			tries--;
			if (!fewer.length || !(await fails(fewer))) continue;
			left = fewer;
			cut = true;
			break;
		}
		if (!cut) size = size === 1 ? 0 : Math.ceil(size / 2);
	}
	return left;
}

/** Lives through a seed; throws the smallest story it finds when that fails, and how to hear it again. */
export async function survive(
	seed: number,
	{ steps = 80, tries = 120, server = inMemory }: Options = {}
): Promise<Lived> {
	const all = typeof steps === 'number' ? Array.from({ length: steps }, (_, i) => i + 1) : steps;
	const lived = await live(seed, all, server);
	if (!('error' in lived)) return lived;
	const fails = async (some: readonly number[]) => 'error' in (await live(seed, some, server));
	const fewer = await shrunk(all, tries, fails);
	const again = await live(seed, fewer, server);
	const { log, error } = 'error' in again ? again : lived;
	const replay = `npm run bench -- chaos --seed ${seed} --steps ${fewer.join()}`;
	throw new Error(`${replay}\n${log.join('\n')}\n${String(error)}`, { cause: error });
}
