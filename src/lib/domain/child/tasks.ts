import { DAYS_PER_MONTH } from '../growth/age.ts';
import { NEXT, RESULT_CLASSES, type AgeWindow, type ResultClass } from '../growth/index.ts';
import { addDays, daysBetween, type Day } from '../shared/day.ts';
import { FEEDING_RULES } from './feeding.ts';
import { askOn, isEscalated, underWay, type Sent } from './referral.ts';

/** What there is to do for a child. */
export type TaskKind =
	| 'ask-arrived'
	| 'ask-attended'
	/** The result asked for a slip that nobody made. */
	| 'refer'
	| 'weigh'
	| 'feeding'
	| 'complete'
	| 'first'
	| 'control';

/** The newest measuring of a child, as far as tasks go. */
export interface LastVisit {
	readonly id: string;
	readonly day: Day;
	readonly class: string;
	/** The next contact that was promised; without it the class alone says when. */
	readonly nextOn: Day | null;
	readonly followedOn: Day | null;
	/** seen, away, moved or refused. */
	readonly outcome: string;
	/** Contacts that failed one after the other. */
	readonly tries: number;
}

export interface Followed {
	readonly id: string;
	readonly status: string;
	/** Ages she can have today; undefined when unknown. */
	readonly age: AgeWindow | undefined;
	readonly last: LastVisit | undefined;
	readonly referrals: readonly Sent[];
}

/** 0 today · 1 within days · 2 watch · 3 incomplete or never measured · 4 routine. */
export type Risk = 0 | 1 | 2 | 3 | 4;

export interface Task {
	readonly child: string;
	readonly what: TaskKind;
	readonly due: Day;
	/** Days after the due day; negative before it. */
	readonly late: number;
	readonly risk: Risk;
	/** The supervisor is told. */
	readonly escalated: boolean;
}

/** So many contacts in vain, and the supervisor is told. */
export const FAILED_CONTACTS = 3;
/** After the call at a severe result, weighed again. */
const AFTER_CONTACT = { severe: 14, refused: 30 } as const;
/** What is looked at a week ahead. */
export const AHEAD_DAYS = 7;

const isClass = (text: string): text is ResultClass =>
	RESULT_CLASSES.some((known) => known === text);

export function riskOf(name: string): Risk {
	if (!isClass(name)) return 3;
	const { face, action } = NEXT[name].plan;
	if (action === 'refer-today') return 0;
	if (face === 'refer') return 1;
	if (face === 'watch') return 2;
	return face === 'again' ? 3 : 4;
}

/** Days from a measuring to the next contact, where no day was promised. */
function daysOf(name: string): number {
	const days = isClass(name) ? NEXT[name].days : 30;
	return typeof days === 'number' ? days : 30;
}

/** The day of the next contact: what was promised, or what follows from the contact since. */
export function dueOf(visit: LastVisit): Day {
	const promised = visit.nextOn ?? addDays(visit.day, daysOf(visit.class));
	const { followedOn, outcome } = visit;
	if (!followedOn || outcome === 'away') return promised;
	const refused = outcome === 'refused' || outcome === 'moved';
	const again = refused
		? AFTER_CONTACT.refused
		: riskOf(visit.class) === 0
			? AFTER_CONTACT.severe
			: daysOf(visit.class);
	const next = addDays(followedOn, again);
	// a visit between two controls does not put the control off
	return promised > followedOn && promised < next ? promised : next;
}

const SHORT: readonly string[] = [
	'severely-stunted',
	'stunted-and-falling',
	'faltering',
	'stunted'
];

/** Whether the feeding of a child of that age is asked about at home. */
function eatsFood(age: AgeWindow | undefined): boolean {
	if (!age) return false;
	const months = Math.floor(age.youngest / DAYS_PER_MONTH);
	return months >= FEEDING_RULES.ages.food && months < FEEDING_RULES.ages.two;
}

function visitKind({ last, age }: Followed): TaskKind {
	if (!last) return 'first';
	const risk = riskOf(last.class);
	if (SHORT.includes(last.class) && eatsFood(age) && !last.followedOn) return 'feeding';
	if (risk <= 2) return 'weigh';
	return risk === 3 ? 'complete' : 'control';
}

function visitTask(child: Followed, today: Day): Task {
	const { id, last } = child;
	const due = last ? dueOf(last) : today;
	const risk = last ? riskOf(last.class) : 3;
	const late = daysBetween(due, today);
	const inVain = !!last && last.tries >= FAILED_CONTACTS;
	const refused = !!last && last.outcome === 'refused' && risk === 0;
	return { child: id, what: visitKind(child), due, late, risk, escalated: inVain || refused };
}

function referralTask({ id, referrals, last }: Followed, today: Day): Task | undefined {
	const going = underWay(referrals);
	if (going) {
		const ask = askOn(going);
		if (!ask) return undefined;
		const due = addDays(ask.after, ask.days);
		const what = going.state === 'arrived' ? 'ask-attended' : 'ask-arrived';
		const risk = going.urgency === 'today' ? 0 : 1;
		const escalated = isEscalated(going, today);
		return { child: id, what, due, late: daysBetween(due, today), risk, escalated };
	}
	const risk = last ? riskOf(last.class) : 4;
	if (!last || risk > 1 || referrals.some(({ day }) => day >= last.day)) return undefined;
	const late = daysBetween(last.day, today);
	return { child: id, what: 'refer', due: last.day, late, risk, escalated: false };
}

/** What is next for one child: what is overdue before what is not, the graver before the later. */
export function taskOf(child: Followed, today: Day): Task | undefined {
	if (child.status !== 'active') return undefined;
	const visit = visitTask(child, today);
	const referral = referralTask(child, today);
	if (!referral) return visit;
	const [first, second] = referral.risk <= visit.risk ? [referral, visit] : [visit, referral];
	const chosen = first.late >= 0 || first.late >= second.late ? first : second;
	return { ...chosen, escalated: first.escalated || second.escalated };
}

export interface TaskLists {
	readonly overdue: readonly Task[];
	readonly today: readonly Task[];
	/** In the coming seven days. */
	readonly week: readonly Task[];
}

/** Danger first, then the days, then the id: every phone has the same order. */
export function byRisk(a: Task, b: Task): number {
	if (a.risk !== b.risk) return a.risk - b.risk;
	if (a.late !== b.late) return b.late - a.late;
	return a.child < b.child ? -1 : 1;
}

export function taskLists(children: Iterable<Followed>, today: Day): TaskLists {
	const lists = { overdue: [] as Task[], today: [] as Task[], week: [] as Task[] };
	for (const child of children) {
		const task = taskOf(child, today);
		if (!task || task.late < -AHEAD_DAYS) continue;
		const list = task.late > 0 ? lists.overdue : task.late === 0 ? lists.today : lists.week;
		list.push(task);
	}
	for (const list of Object.values(lists)) list.sort(byRisk);
	return lists;
}
