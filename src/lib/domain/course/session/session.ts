import type { Day } from '../../shared/day.ts';
import { askAgain, noHands, type Show } from './hands.ts';
import {
	placeAfter,
	placeAt,
	placeBefore,
	placeOfBlock,
	type Place,
	type SessionPlan
} from './plan.ts';

type Who = string;

/** One meeting while it goes on: what has been tapped so far. It is the draft, kept at every tap. */
export interface Session {
	/** Form of this draft: one of another form is not read. */
	readonly form: 1;
	/** Subject and id of the entry it will be; both made at its beginning, so it is closed once. */
	readonly id: string;
	readonly entry: string;
	readonly scope: string;
	readonly plan: SessionPlan;
	readonly languages: readonly ('es' | 'ay')[];
	readonly day: Day;
	/** Milliseconds since 1970: when it began, and when it was last touched. */
	readonly began: number;
	readonly touched: number;
	/** The screen it stands at. */
	readonly at: string;
	/** The group as it is at the roll call, visitors of the day not among it. */
	readonly roster: readonly Who[];
	readonly here: readonly Who[];
	/** People who are of no group here: counted with the hands, credited nowhere. */
	readonly visitors: number;
	/** Who was there while a block was gone through. */
	readonly attended: Readonly<Record<string, readonly Who[]>>;
	readonly hands: Readonly<Record<string, Show>>;
	/** The practice of the last meeting: who had promised it, and who did it. */
	readonly tried?: Tried;
	readonly will: readonly Who[];
	/** The question that is asked again once its block has been explained again. */
	readonly returnTo?: string;
}

export interface Tried {
	readonly practice: string;
	readonly lesson: string;
	readonly promised: readonly Who[];
	readonly did: readonly Who[];
}

export interface Beginning {
	readonly id: string;
	readonly entry: string;
	readonly scope: string;
	readonly plan: SessionPlan;
	readonly languages: Session['languages'];
	readonly day: Day;
	readonly now: number;
	readonly roster: readonly Who[];
	readonly tried?: Tried;
}

export const beginSession = ({ now, ...given }: Beginning): Session => ({
	...given,
	form: 1,
	began: now,
	touched: now,
	at: given.plan.places[0]?.id ?? 'roll',
	here: [],
	visitors: 0,
	attended: {},
	hands: {},
	will: []
});

const toggled = (list: readonly Who[], who: Who): Who[] =>
	list.includes(who) ? list.filter((one) => one !== who) : [...list, who];

/** How many are in the room now. */
export const presentNow = ({ here, visitors }: Session): number => here.length + visitors;

/** She comes or goes, at the roll call or in the middle. */
export const toggleHere = (session: Session, who: Who): Session => ({
	...session,
	here: toggled(session.here, who)
});

export const allHere = (session: Session): Session => ({ ...session, here: session.roster });

/** A new woman of the group: she is on the list, and she is there. */
export const joinHere = (session: Session, who: Who): Session => ({
	...session,
	roster: [...session.roster, who],
	here: [...session.here, who]
});

export const setVisitors = (session: Session, visitors: number): Session => ({
	...session,
	visitors: Math.max(0, visitors)
});

export const toggleDid = (session: Session, who: Who): Session =>
	session.tried
		? { ...session, tried: { ...session.tried, did: toggled(session.tried.did, who) } }
		: session;

export const toggleWill = (session: Session, who: Who): Session => ({
	...session,
	will: toggled(session.will, who)
});

/** The hands of a question; nobody has raised one yet if it was not asked. */
export function handsOf(session: Session, question: string): Show {
	const options = session.plan.questions.find(({ id }) => id === question)?.options ?? 0;
	return session.hands[question] ?? noHands(options);
}

export const withHands = (session: Session, question: string, show: Show): Session => ({
	...session,
	hands: { ...session.hands, [question]: show }
});

/** Goes to a screen without having gone through this one. */
export function standAt({ returnTo, ...session }: Session, place: string): Session {
	const at = placeAt(session.plan, place).id;
	return { ...session, at, ...(returnTo && returnTo !== at ? { returnTo } : {}) };
}

/** This block has been gone through: whoever is there was there for it, now or at an earlier time. */
function attend(session: Session, block: string): Session {
	const before = session.attended[block] ?? [];
	const more = session.here.filter((who) => !before.includes(who));
	return { ...session, attended: { ...session.attended, [block]: [...before, ...more] } };
}

/** Few were right: the block that taught it is shown once more, and then the question is asked again. */
export function explain(session: Session, question: string): Session {
	const taught = session.plan.questions.find(({ id }) => id === question)?.key ?? question;
	const again = withHands(session, question, askAgain(handsOf(session, question)));
	const at = placeOfBlock(session.plan, taught)?.id ?? question;
	return { ...again, at, returnTo: question };
}

/** On to the next screen, or back to the question that was explained again. A block counts when its last
 * screen is left behind. */
export function goOn(session: Session): Session {
	const { plan, at } = session;
	const next = placeAfter(plan, at);
	if (!next) return session;
	const { block } = placeAt(plan, at);
	if (block === undefined || next.block === block) return { ...session, at: next.id };
	const { returnTo, ...rest } = attend(session, block);
	return { ...rest, at: returnTo ?? next.id };
}

/** The screen before; from an answer back to what was taught, not to the hands, which are down. */
export function before(session: Session): Place | null {
	const { plan, at, returnTo } = session;
	const first = placeOfBlock(plan, placeAt(plan, at).block ?? '')?.id === at;
	if (returnTo && first) return placeAt(plan, returnTo);
	const place = placeBefore(session.plan, session.at);
	return place?.stage === 'answer' ? placeBefore(session.plan, place.id) : place;
}

/** How many blocks that count she was there for. */
export const blocksOf = ({ plan, attended }: Session, who: Who): number =>
	plan.required.filter((block) => attended[block]?.includes(who)).length;

/** Everybody who was there at some time, in the order of the list. */
export function attendees(session: Session): Who[] {
	const there = new Set([...session.here, ...Object.values(session.attended).flat()]);
	return session.roster.filter((who) => there.has(who));
}

/** The list put right before the close: she was there for the whole, or not at all. */
export function correct(session: Session, who: Who, there: boolean): Session {
	const gone = Object.keys(session.attended);
	const without = (list: readonly Who[]) => list.filter((one) => one !== who);
	const attended = Object.fromEntries(
		gone.map((block) => {
			const rest = without(session.attended[block] ?? []);
			return [block, there ? [...rest, who] : rest];
		})
	);
	const here = without(session.here);
	return {
		...session,
		attended,
		here: there ? [...here, who] : here,
		will: there ? session.will : without(session.will)
	};
}

/** Two names of the draft turned out to be one woman: she stands in it once, under the id she has now. */
export function asOne(session: Session, same: ReadonlyMap<string, string>): Session {
	if (!session.roster.some((who) => same.has(who))) return session;
	const one = (list: readonly Who[]) => [...new Set(list.map((who) => same.get(who) ?? who))];
	const { tried } = session;
	return {
		...session,
		roster: one(session.roster),
		here: one(session.here),
		attended: Object.fromEntries(
			Object.entries(session.attended).map(([block, who]) => [block, one(who)])
		),
		will: one(session.will),
		...(tried ? { tried: { ...tried, promised: one(tried.promised), did: one(tried.did) } } : {})
	};
}
