import { heardInGroup, understoodInGroup } from '../../journal/credits.ts';
import { attendees, blocksOf, type Session } from './session.ts';

/** The version of the rules of a session; it travels in its record. */
const RULES = 1;
const MS_PER_MINUTE = 60_000;
/** A session that nobody touched for so long closes itself. */
const FORGOTTEN_MS = 12 * 3_600_000;

/** Nobody has touched it for twelve hours; a clock that was turned back forgets nothing. */
export const isForgotten = ({ touched }: Session, now: number): boolean =>
	now - touched >= FORGOTTEN_MS;

/** Nobody was there, so there is nothing to record. */
export const isEmpty = (session: Session): boolean => attendees(session).length === 0;

const asked = ({ plan, hands }: Session) =>
	plan.questions.flatMap((question) => {
		const show = hands[question.id];
		return show?.of === undefined ? [] : [{ ...question, show, of: show.of }];
	});

/** The body of the one `session.close`: what counted, with the verdicts made at the tap. Questions whose
 * answer was never shown are left out. */
export function closing(session: Session, closed: 'hand' | 'clock') {
	const { plan, began, touched, visitors } = session;
	const minutes = Math.min(1440, Math.max(0, Math.round((touched - began) / MS_PER_MINUTE)));
	const there = attendees(session);
	return {
		day: session.day,
		lesson: plan.lesson,
		revision: plan.revision,
		rules: RULES,
		languages: [...session.languages],
		closed,
		minutes,
		blocksRequired: plan.required.length,
		roster: [...session.roster],
		present: there.map((who) => ({ who, blocks: blocksOf(session, who) })),
		...(visitors ? { visitors } : {}),
		hands: asked(session).map(({ id, right, show, of }) => ({
			q: id,
			counts: [...show.counts],
			right,
			of,
			asked: show.asked
		})),
		...(plan.practice ? { practice: plan.practice } : {}),
		will: session.will.filter((who) => there.includes(who))
	};
}

/** What is said at the end, in numbers that each stand beside their whole. */
export function summary(session: Session) {
	const { present, blocksRequired, hands, will, roster } = closing(session, 'hand');
	const right = ({ counts, right, of }: (typeof hands)[number]) =>
		understoodInGroup([{ counts, right, of }], of);
	return {
		roster: roster.length,
		present: present.length,
		heard: present.filter(({ blocks }) => heardInGroup(blocks, blocksRequired)).length,
		questions: hands.length,
		understood: hands.filter(right).length,
		groupUnderstood: understoodInGroup(hands, present.length),
		will: will.length,
		/** Who was not there for all of it. */
		partly: present.filter(({ blocks }) => blocks < blocksRequired),
		blocks: blocksRequired
	};
}
