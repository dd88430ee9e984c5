const NAME = 'yatiqana-sync';

/** Runs work if no other tab of this phone does; answers undefined if one does. Where there are no Web
 * Locks it runs: two syncs at once waste a page and harm nothing. */
export async function alone<T>(work: () => Promise<T>): Promise<T | undefined> {
	if (typeof navigator === 'undefined' || !('locks' in navigator)) return work();
	return navigator.locks.request(NAME, { ifAvailable: true }, async (lock) =>
		lock ? work() : undefined
	);
}
