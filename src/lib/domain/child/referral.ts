import { daysBetween, type Day } from '../shared/day.ts';
import type { Urgency } from './danger.ts';

/** Where a referral stands. `not-gone` can still be made good; `recovered` and `cancelled` end it. */
export type ReferralState =
	'open' | 'arrived' | 'attended' | 'recovered' | 'not-gone' | 'cancelled';
export type ReferralStep = Exclude<ReferralState, 'open'>;

/** A referral as far as its way is concerned. */
export interface Sent {
	readonly id: string;
	readonly day: Day;
	readonly urgency: string;
	readonly state: string;
	readonly stateOn: Day | null;
	readonly reasons: readonly string[];
	readonly place: string;
	readonly visit: string;
}

/** What can be said next of a referral. Steps may be left out (nobody told of the arrival), and what was
 * noted by mistake can be corrected by the step that holds. */
export const NEXT_STEPS: Readonly<Record<ReferralState, readonly ReferralStep[]>> = {
	open: ['arrived', 'attended', 'not-gone', 'cancelled'],
	'not-gone': ['arrived', 'attended', 'not-gone', 'cancelled'],
	arrived: ['attended', 'not-gone', 'cancelled'],
	attended: ['recovered', 'cancelled'],
	recovered: [],
	cancelled: []
};

const isState = (text: string): text is ReferralState => Object.hasOwn(NEXT_STEPS, text);
/** A state of a later version counts as open: nobody is lost by it. */
export const stateOf = ({ state }: Pick<Sent, 'state'>): ReferralState =>
	isState(state) ? state : 'open';

export const isOver = (referral: Pick<Sent, 'state'>): boolean =>
	NEXT_STEPS[stateOf(referral)].length === 0;

/** Referrals of one child that lie this near are one: two promoters sent her for the same thing. */
export const SAME_WITHIN_DAYS = 7;

/** Days after which is asked how it went, by urgency. */
export const ASK_AFTER_DAYS: Readonly<Record<Urgency, number>> = { today: 2, week: 7 };
/** A child sent today that nobody has seen arrive by then goes to the supervisor. */
export const ESCALATE_AFTER_DAYS = 5;

/** One sending of a child, whoever and how many wrote it down. */
export interface Episode {
	/** The referral it is shown as: the first, by day and id. */
	readonly id: string;
	/** All referrals it is made of; a step is written for each. */
	readonly members: readonly string[];
	readonly day: Day;
	readonly urgency: Urgency;
	readonly state: ReferralState;
	readonly stateOn: Day;
	readonly reasons: readonly string[];
	readonly place: string;
	readonly visit: string;
}

const FURTHER: readonly ReferralState[] = ['open', 'not-gone', 'arrived', 'attended', 'recovered'];
/** Which of two says more of the same sending. What was cancelled (a doubled slip) says nothing. */
const says = (one: Sent): number => FURTHER.indexOf(stateOf(one));
const stateDay = (one: Sent): Day => one.stateOn ?? one.day;

function episodeOf(members: readonly Sent[]): Episode | undefined {
	const [first] = members;
	if (!first) return undefined;
	const telling = members.reduce((best, one) => {
		const more = says(one) - says(best) || (stateDay(one) > stateDay(best) ? 1 : 0);
		return more > 0 ? one : best;
	}, first);
	return {
		id: first.id,
		members: members.map(({ id }) => id),
		day: first.day,
		urgency: members.some(({ urgency }) => urgency === 'today') ? 'today' : 'week',
		state: stateOf(telling),
		stateOn: stateDay(telling),
		reasons: [...new Set(members.flatMap(({ reasons }) => reasons))],
		place: first.place,
		visit: first.visit
	};
}

/** The sendings of a child, the newest first. */
export function episodesOf(referrals: readonly Sent[]): Episode[] {
	const sorted = [...referrals].sort((a, b) =>
		a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1
	);
	const groups: Sent[][] = [];
	for (const one of sorted) {
		const group = groups.at(-1);
		const [first] = group ?? [];
		if (group && first && daysBetween(first.day, one.day) < SAME_WITHIN_DAYS) group.push(one);
		else groups.push([one]);
	}
	return groups.flatMap((group) => episodeOf(group) ?? []).reverse();
}

/** The sending that is under way, if there is one. */
export const underWay = (referrals: readonly Sent[]): Episode | undefined =>
	episodesOf(referrals).find((episode) => !isOver(episode));

/**
 * Whether a slip is made for a result of that urgency: not while she is sent already (another promoter
 * may have done it), unless it has become more urgent.
 */
export function mustRefer(urgency: Urgency | null, referrals: readonly Sent[]): boolean {
	if (!urgency) return false;
	const going = underWay(referrals);
	return !going || (urgency === 'today' && going.urgency === 'week');
}

/** The day on which is asked how a sending went; null when there is nothing to ask. */
export function askOn(episode: Episode): { readonly after: Day; readonly days: number } | null {
	const { state, day, stateOn, urgency } = episode;
	if (state === 'attended' || isOver(episode)) return null;
	return { after: state === 'open' ? day : stateOn, days: ASK_AFTER_DAYS[urgency] };
}

/** The supervisor is told: sent today, and after five days nobody knows that she arrived. */
export const isEscalated = ({ state, urgency, day }: Episode, today: Day): boolean =>
	urgency === 'today' &&
	(state === 'open' || state === 'not-gone') &&
	daysBetween(day, today) >= ESCALATE_AFTER_DAYS;
