/** Keeps the screen on until the answer is called, where the phone allows it; asked for again when the
 * app comes back to the front. */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let over = false;
	const ask = async () => {
		if (over || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		try {
			lock = await navigator.wakeLock.request('screen');
			if (over) await lock.release();
		} catch {
			// low battery, or not allowed: the screen goes dark as it always does
		}
	};
	void ask();
	document.addEventListener('visibilitychange', ask);
	return () => {
		over = true;
		document.removeEventListener('visibilitychange', ask);
		void lock?.release();
	};
}
