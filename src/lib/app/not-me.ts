import { dayAt, daysBetween } from '#lib/domain/shared/day.ts';
import type { OwnFact } from '#lib/store/recent.ts';
import type { Field, Person } from './field.svelte.ts';

const DAYS = 14;

/** What this person said in the last 14 days: as long as it may have been somebody else. */
export async function lately({ phone }: Field, { id }: Person): Promise<readonly OwnFact[]> {
	const today = dayAt(Date.now());
	const facts = (await phone?.factsAbout(id)) ?? [];
	return facts.filter(({ day }) => daysBetween(day, today) <= DAYS);
}

/** "It was not me": the fact is given to who it was. The first fact stays in the journal. */
export async function giveFact(field: Field, fact: OwnFact, to: Person): Promise<boolean> {
	const by = field.person?.id;
	if (!by) return false;
	const body = { target: fact.id, to: to.id };
	return (await field.save({ kind: 'reassign', subject: fact.id, by, body })).ok;
}
