import { selfKey, type Entry } from '#lib/domain/journal/entry.ts';
import { bodyOf } from '#lib/domain/journal/registry.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import { isHealth, type Id } from '#lib/domain/shared/ids.ts';
import type { EntryRow, PhoneDatabase } from './database.ts';
import type { Sealing } from './sealing.ts';

/** A fact somebody could say "that was not me" of: her own go at a lesson, or what she does at home. */
export interface OwnFact {
	readonly id: Id;
	readonly day: Day;
	readonly lesson: string;
	readonly practice: string;
}

/** The facts a person said herself, as they stand now: what was struck out or given away is no longer
 * hers, what was given to her is. Newest first. */
export async function factsAbout(
	db: PhoneDatabase,
	sealing: Sealing,
	person: string
): Promise<OwnFact[]> {
	const filed = await db.entries.where('keys').startsWith(`${person}|`).distinct().toArray();
	const rows = filed.filter((row) => !isHealth(row.scope) && row.left === undefined);
	const facts = await sealing.entries(rows);
	const said = await modifiersOf(db, sealing, facts);
	return facts
		.filter((e) => subjectNow(e, said.get(e.id) ?? []) === person)
		.sort((a, b) => b.at - a.at)
		.flatMap((e) => ownFact(e) ?? []);
}

function ownFact(e: Entry): OwnFact | null {
	const go = bodyOf(e, 'lesson.finish');
	if (go) return { id: e.id, day: go.day, lesson: go.lesson, practice: '' };
	const said = bodyOf(e, 'practice.report');
	if (!said || said.level === 'verified') return null;
	return { id: e.id, day: said.day, lesson: said.lesson ?? '', practice: said.practice };
}

async function modifiersOf(
	db: PhoneDatabase,
	sealing: Sealing,
	facts: readonly Entry[]
): Promise<ReadonlyMap<string, Entry[]>> {
	const keys = facts.map(({ id }) => selfKey(id));
	const rows: EntryRow[] = await db.entries.where('keys').anyOf(keys).distinct().toArray();
	const said = new Map<string, Entry[]>();
	for (const e of await sealing.entries(rows.filter(({ asks }) => !asks))) {
		const target = (bodyOf(e, 'void') ?? bodyOf(e, 'reassign'))?.target;
		if (target) said.set(target, [...(said.get(target) ?? []), e]);
	}
	return said;
}

/** Whom an entry is about by what was said last; undefined if it was struck out. */
function subjectNow(e: Entry, said: readonly Entry[]): string | undefined {
	if (said.some(({ kind }) => kind === 'void')) return undefined;
	const given = said
		.filter(({ kind }) => kind === 'reassign')
		.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
		.at(-1);
	return bodyOf(given, 'reassign')?.to ?? e.subject;
}
