import { m } from '#lib/paraglide/messages.js';
import type { both } from './words.ts';

type Message = Parameters<typeof both>[0];

const facts: readonly (readonly [string, Message])[] = [
	['visit.', m.phone_fact_visit],
	['child.', m.phone_fact_child],
	['caregiver.', m.phone_fact_child],
	['lesson.', m.phone_fact_lesson],
	['session.', m.phone_fact_session],
	['member.', m.phone_fact_person],
	['practice.', m.phone_fact_practice]
];

/** What a kind of fact is called. */
export const factWords = (kind: string): Message =>
	facts.find(([start]) => kind.startsWith(start))?.[1] ?? m.phone_fact_other;
