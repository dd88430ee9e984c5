/** What a visit of a child under five comes to, the gravest first. Stable codes. */
export const RESULT_CLASSES = [
	'sam',
	'mam',
	'young-infant',
	'implausible',
	'implausible-stands',
	'severely-stunted',
	'stunted-and-falling',
	'faltering',
	'stunted',
	'overweight',
	'incomplete',
	'not-under-five',
	'grows-well'
] as const;
export type ResultClass = (typeof RESULT_CLASSES)[number];

/** Results that say nothing about the child: they neither alarm nor reassure. */
export const UNJUDGED: ReadonlySet<ResultClass> = new Set([
	'implausible',
	'implausible-stands',
	'incomplete',
	'not-under-five'
]);

/** The four shapes of the result screen. */
export type Face = 'refer' | 'watch' | 'ok' | 'again';
export type Action =
	| 'refer-today'
	| 'refer-within-7-days'
	| 'measure-again'
	| 'complete-measuring'
	| 'open-lesson'
	| 'other-reference'
	| 'next-control';

/** How a result is shown and followed. */
export interface Plan {
	readonly face: Face;
	readonly action: Action;
	/** A lesson is offered beside the action. */
	readonly lesson: boolean;
	/** A referral that nobody has confirmed by then goes to the supervisor; days. */
	readonly escalateDays?: number;
}

interface Next {
	readonly plan: Plan;
	readonly days: number | 'routine' | 'watched-under-two';
}

const referToday: Plan = { face: 'refer', action: 'refer-today', lesson: false, escalateDays: 5 };
const referSoon: Plan = { face: 'refer', action: 'refer-within-7-days', lesson: true };
const watch: Plan = { face: 'watch', action: 'open-lesson', lesson: true };
const again: Plan = { face: 'again', action: 'measure-again', lesson: false };

/** What is done next, by class; for a health worker to sign (docs/growth-engine.md has it as a table). */
export const NEXT = {
	sam: { plan: referToday, days: 2 },
	mam: { plan: referSoon, days: 14 },
	'young-infant': { plan: referSoon, days: 7 },
	implausible: { plan: again, days: 30 },
	'implausible-stands': { plan: referSoon, days: 7 },
	'severely-stunted': { plan: referSoon, days: 30 },
	'stunted-and-falling': { plan: referSoon, days: 30 },
	faltering: { plan: watch, days: 30 },
	stunted: { plan: watch, days: 'watched-under-two' },
	overweight: { plan: watch, days: 'routine' },
	incomplete: { plan: { ...again, action: 'complete-measuring' }, days: 30 },
	'not-under-five': { plan: { ...again, action: 'other-reference' }, days: 30 },
	'grows-well': { plan: { face: 'ok', action: 'next-control', lesson: false }, days: 'routine' }
} as const satisfies Readonly<Record<ResultClass, Next>>;

/** After acute malnutrition a child is seen this often until so many results in a row are free of it. */
export const AFTER_ACUTE = { days: 14, freeResults: 2 } as const;
