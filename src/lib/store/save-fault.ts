import { Locked } from './sealing.ts';

/** `body`: not a fact. `locked`: its vault is not open. `full`: no room on the phone, nothing was
 * written. */
export type SaveFault = 'body' | 'locked' | 'full';

/** Why a write did not happen, out of what was thrown; throws again what is a bug. */
export function saveFault(fault: unknown): SaveFault {
	if (fault instanceof Locked) return 'locked';
	if (isFull(fault)) return 'full';
	throw fault;
}

/** No room on the phone; a transaction that was broken off says it inside. */
export function isFull(fault: unknown): boolean {
	if (!(fault instanceof Error)) return false;
	const inner = 'inner' in fault ? fault.inner : undefined;
	return [fault, inner].some((one) => one instanceof Error && one.name === 'QuotaExceededError');
}

/** Runs a write and tells whether there was room for it: one place says it for every screen. */
export async function toldRoom<T>(
	work: () => Promise<T>,
	tell: (full: boolean) => void = () => {}
): Promise<T> {
	try {
		const done = await work();
		tell(false);
		return done;
	} catch (fault) {
		if (isFull(fault)) tell(true);
		throw fault;
	}
}
