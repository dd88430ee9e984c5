import { factWords } from '#lib/app/fact-words.ts';
import type { HeldFact } from '#lib/app/office.svelte.ts';
import { both } from '#lib/app/words.ts';
import { dayAt } from '#lib/domain/shared/day.ts';
import { shortDay } from '#lib/domain/shared/format.ts';
import { courses } from '#lib/library/courses.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Words } from '#lib/ui/words.ts';
import type { HeldCase } from './cases.ts';

type Message = Parameters<typeof both>[0];
/** Why it waits, and what can be done about it. */
interface Reason {
	readonly why: Message;
	readonly what: Message;
}

const reasons: Readonly<Record<string, Reason>> = {
	scope: { why: m.programme_held_scope, what: m.programme_held_scope_do },
	role: { why: m.programme_held_role, what: m.programme_held_role_do },
	author: { why: m.programme_held_author, what: m.programme_held_author_do },
	account: { why: m.programme_held_account, what: m.programme_held_account_do }
};
const OTHER: Reason = { why: m.programme_held_role, what: m.programme_held_role_do };
const ERASE: Reason = { why: m.programme_held_erase, what: m.programme_held_erase_do };

const reasonOf = ({ first, erases }: HeldCase): Reason =>
	erases ? ERASE : (reasons[first.code] ?? OTHER);

export const whyOf = (one: HeldCase): Words => both(reasonOf(one).why);
export const whatToDo = (one: HeldCase): Words => both(reasonOf(one).what);

const controls: Readonly<Record<string, Message>> = {
	erase: m.programme_fact_erase,
	merge: m.programme_fact_merge,
	reassign: m.programme_fact_reassign,
	void: m.programme_fact_void,
	attestation: m.programme_fact_attestation
};

export const kindWords = (kind: string): Words => both(controls[kind] ?? factWords(kind));

const lessonTitles = new Map(
	courses.flatMap(({ lessons }) => lessons.map(({ id, title }) => [id, title] as const))
);

/** «24/11/2026 · Ordeño limpio · Vinieron 11»: what of it can be said in a line. */
export function saidOf({ entry }: HeldFact): string {
	if (!entry) return '';
	const { day, lesson, present, name } = entry.body ?? {};
	const title = typeof lesson === 'string' ? lessonTitles.get(lesson)?.[getLocale()] : undefined;
	return [
		typeof day === 'string' ? day.split('-').reverse().join('/') : shortDay(dayAt(entry.at)),
		title,
		typeof name === 'string' ? name : undefined,
		Array.isArray(present) ? m.programme_held_came({ n: present.length }) : undefined
	]
		.filter(Boolean)
		.join(' · ');
}
