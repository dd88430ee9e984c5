/** The code of what comes after the first screen of a lesson. */
export const ahead = {
	task: () => import('./TaskBlock.svelte'),
	finish: () => import('./Finish.svelte')
};

/** Fetches it while she reads, so that no tap waits; what does not come is asked for again at its tap. */
export async function lookAhead(): Promise<void> {
	await Promise.allSettled([ahead.task(), ahead.finish()]);
}
