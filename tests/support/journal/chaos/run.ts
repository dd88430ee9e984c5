import { check } from './check.ts';
import { World } from './world.ts';

export interface Failure {
	readonly error: unknown;
	readonly log: readonly string[];
}

/** Lives through these steps and looks whether all is well; answers what is not. */
export async function live(seed: number, steps: readonly number[]): Promise<Failure | undefined> {
	const world = new World(seed);
	try {
		await world.begin();
		for (const step of steps) await world.step(step);
		await world.calm();
		await check(world);
		return undefined;
	} catch (error) {
		return { error, log: world.log };
	} finally {
		world.close();
	}
}

/** Fewer steps that still fail, found in at most so many tries. */
async function shrunk(seed: number, steps: readonly number[], tries: number): Promise<number[]> {
	let left = [...steps];
	let size = Math.ceil(left.length / 2);
	while (size >= 1 && tries > 0) {
		let cut = false;
		for (let at = 0; at < left.length && tries > 0; at += size) {
			const fewer = [...left.slice(0, at), ...left.slice(at + size)];
			tries--;
			if (fewer.length && (await live(seed, fewer))) {
				left = fewer;
				cut = true;
				break;
			}
		}
		if (!cut) size = size === 1 ? 0 : Math.ceil(size / 2);
	}
	return left;
}

/** Throws the smallest story that it finds when a seed fails. */
export async function survive(
	seed: number,
	{ steps = 80, tries = 120 }: { readonly steps?: number; readonly tries?: number } = {}
): Promise<void> {
	const all = Array.from({ length: steps }, (_, i) => i + 1);
	const failed = await live(seed, all);
	if (!failed) return;
	const fewer = await shrunk(seed, all, tries);
	const again = (await live(seed, fewer)) ?? failed;
	const story = again.log.join('\n');
	throw new Error(`seed ${seed}, steps ${fewer.join(' ')}\n${story}\n${String(again.error)}`, {
		cause: again.error
	});
}
