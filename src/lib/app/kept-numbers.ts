import type { ProgrammeReport } from './office.svelte.ts';

const KEY = 'yatiqana.programme';

/** The programme's sums as they were last told: read where there is no network, until somebody signs
 * out. They hold nobody of a group and no child. */
export function keptNumbers(): ProgrammeReport | null {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
		return isReport(kept) ? kept : null;
	} catch {
		return null; // unreadable: it is asked for again
	}
}

const isReport = (value: unknown): value is ProgrammeReport =>
	typeof value === 'object' && value !== null && 'sums' in value && 'targets' in value;

export function keepNumbers(report: ProgrammeReport): void {
	try {
		localStorage.setItem(KEY, JSON.stringify(report));
	} catch {
		// no room: it is asked for again
	}
}

export function forgetNumbers(): void {
	localStorage.removeItem(KEY);
}
