import type { Reason } from './reason.ts';

type Named = 'weight' | 'length' | 'measure';

/** A positive number, or the reason why there is none: 0 or less and what is endless is no measure. */
export function positive(value: number | undefined, name: Named): number | Reason {
	if (value === undefined || Number.isNaN(value)) return `${name}-missing`;
	return value > 0 && value < Infinity ? value : `${name}-invalid`;
}
