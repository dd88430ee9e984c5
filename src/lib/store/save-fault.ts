import { Locked } from './sealing.ts';

/** `body`: not a fact. `locked`: its vault is not open. `full`: no room on the phone, nothing was
 * written. */
export type SaveFault = 'body' | 'locked' | 'full';

/** Why a write did not happen, out of what was thrown; throws again what is a bug. */
export function saveFault(fault: unknown): SaveFault {
	if (fault instanceof Locked) return 'locked';
	const name = fault instanceof Error ? fault.name : '';
	const inner = fault instanceof Error && 'inner' in fault ? fault.inner : undefined;
	const deeper = inner instanceof Error ? inner.name : '';
	if (name === 'QuotaExceededError' || deeper === 'QuotaExceededError') return 'full';
	throw fault;
}
