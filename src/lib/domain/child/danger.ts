import type { Action } from '../growth/index.ts';

/** Signs by which a child is taken to the health post today, whatever the measures say. Stable codes;
 * each has a drawing of its name. */
export const DANGER_SIGNS = ['no-feeding', 'vomits', 'fits', 'listless'] as const;
export type DangerSign = (typeof DANGER_SIGNS)[number];

export type Urgency = 'today' | 'week';

/** How soon a child is sent; null: not sent. A danger sign overrules every result. */
export function urgencyOf(action: string, dangers: readonly DangerSign[]): Urgency | null {
	if (dangers.length) return 'today';
	const known: Partial<Record<Action, Urgency>> = {
		'refer-today': 'today',
		'refer-within-7-days': 'week'
	};
	return known[action as Action] ?? null;
}

/** What the slip says the child is sent for. */
export const REASONS = [
	'oedema',
	'arm-under-115',
	'arm-under-125',
	'weight-under-3',
	'weight-under-2',
	'length-under-3',
	'young-infant',
	'implausible-stands',
	'stunted-and-falling',
	'promoter'
] as const;
export type Reason = (typeof REASONS)[number];
/** A danger sign stands among the reasons, marked as what it is. */
export type DangerReason = `danger-${DangerSign}`;

/** The danger signs among stored reasons. */
export const dangersIn = (reasons: readonly string[]): DangerSign[] =>
	DANGER_SIGNS.filter((sign) => reasons.includes(`danger-${sign}`));

/** The other reasons; those of a later version are left out. */
export const reasonsIn = (reasons: readonly string[]): Reason[] =>
	REASONS.filter((reason) => reasons.includes(reason));

/** What was found, as far as reasons go. Arm in mm, z-scores of the visit. */
export interface Found {
	readonly class: string;
	readonly oedema: string;
	readonly muacMm: number | null;
	readonly whz: number | null;
	readonly haz: number | null;
	/** Below six months the arm gives no reason. */
	readonly armCounts: boolean;
}

function armReason({ muacMm, armCounts }: Found): Reason[] {
	if (muacMm === null || !armCounts || muacMm >= 125) return [];
	return [muacMm < 115 ? 'arm-under-115' : 'arm-under-125'];
}

function weightReason({ whz }: Found): Reason[] {
	if (whz === null || whz >= -2) return [];
	return [whz < -3 ? 'weight-under-3' : 'weight-under-2'];
}

const BY_CLASS: readonly Reason[] = ['young-infant', 'implausible-stands', 'stunted-and-falling'];

/** All reasons for which a child is sent, never none: without another it is the promoter's own word. */
export function reasonsOf(
	found: Found | undefined,
	dangers: readonly DangerSign[]
): (Reason | DangerReason)[] {
	const reasons: (Reason | DangerReason)[] = [];
	// a value that may be wrong is no reason of its own
	const trusted = found?.class !== 'implausible' && found?.class !== 'implausible-stands';
	if (found) {
		if (['1', '2', '3'].includes(found.oedema)) reasons.push('oedema');
		reasons.push(...armReason(found));
		if (trusted) reasons.push(...weightReason(found));
		if (trusted && found.haz !== null && found.haz < -3) reasons.push('length-under-3');
		reasons.push(...BY_CLASS.filter((name) => name === found.class));
	}
	reasons.push(...dangers.map((sign) => `danger-${sign}` as const));
	return reasons.length ? reasons : ['promoter'];
}
