import type { Birth } from '../growth/index.ts';
import type { Row } from '../journal/tables.ts';
import { parseDay, type Day } from '../shared/day.ts';
import { isId, isScope, type Id, type ScopeId } from '../shared/ids.ts';

/** A child as the register knows her. Words are '' and days null where nothing is known. */
export interface Child {
	readonly id: Id;
	readonly scope: ScopeId;
	readonly name: string;
	readonly family: string;
	readonly sex: 'f' | 'm' | 'unknown';
	readonly bornFrom: Day | null;
	readonly bornTo: Day | null;
	/** card, certificate, memory, calendar or unknown. */
	readonly bornHow: string;
	readonly caregiver: string;
	readonly card: string;
	/** active, moved, died or withdrawn. */
	readonly status: string;
	readonly keep: boolean;
	readonly show: boolean;
	readonly count: boolean;
	/** Somebody changed a field that somebody else had changed meanwhile. */
	readonly review: boolean;
}

export interface Caregiver {
	readonly id: string;
	readonly name: string;
	readonly relation: string;
	readonly phone: string;
	readonly language: string;
	readonly person: string;
}

/** One measuring as it counts: settled values and what was said of them. */
export interface Visit {
	readonly id: Id;
	readonly day: Day;
	readonly weightKg: number | null;
	readonly lengthCm: number | null;
	readonly muacMm: number | null;
	readonly headCm: number | null;
	readonly position: 'lying' | 'standing' | 'unknown';
	/** none, 1, 2, 3 or unseen. */
	readonly oedema: string;
	/** As they were computed at the tap; null where there was none. */
	readonly waz: number | null;
	readonly haz: number | null;
	readonly whz: number | null;
	readonly class: string;
	readonly action: string;
	readonly lesson: string;
	/** The next contact that was promised. */
	readonly nextOn: Day | null;
	/** The lesson was seen with the family. */
	readonly seenOn: Day | null;
	readonly followedOn: Day | null;
	readonly outcome: string;
	/** Contacts that failed one after the other. */
	readonly tries: number;
	/** Which of two of one day was written later. */
	readonly at: number;
}

export interface Referral {
	readonly id: Id;
	readonly day: Day;
	readonly visit: string;
	readonly reasons: readonly string[];
	/** today or week. */
	readonly urgency: string;
	readonly place: string;
	/** open, arrived, attended, recovered, not-gone or cancelled. */
	readonly state: string;
	readonly stateOn: Day | null;
}

const text = (row: Row, name: string): string => String(row[name] ?? '');
const day = (row: Row, name: string): Day | null => parseDay(text(row, name));
const number = (row: Row, name: string): number | null => {
	const value = row[name];
	return typeof value === 'number' ? value : null;
};
const flag = (row: Row, name: string): boolean => row[name] === 1;

/** A row of the register; undefined for what is none (a community that was never told). */
export function childOf(id: string, row: Row): Child | undefined {
	const scope = text(row, 'scope');
	if (!isId(id) || !isScope(scope)) return undefined;
	const sex = text(row, 'sex');
	return {
		id,
		scope,
		name: text(row, 'name'),
		family: text(row, 'family'),
		sex: sex === 'f' || sex === 'm' ? sex : 'unknown',
		bornFrom: day(row, 'bornFrom'),
		bornTo: day(row, 'bornTo'),
		bornHow: text(row, 'bornHow'),
		caregiver: text(row, 'caregiver'),
		card: text(row, 'card'),
		status: text(row, 'status'),
		keep: flag(row, 'keep'),
		show: flag(row, 'show'),
		count: flag(row, 'count'),
		review: flag(row, 'review')
	};
}

export const caregiverOf = (id: string, row: Row): Caregiver => ({
	id,
	name: text(row, 'name'),
	relation: text(row, 'relation'),
	phone: text(row, 'phone'),
	language: text(row, 'language'),
	person: text(row, 'person')
});

export function visitOf(id: string, row: Row): Visit | undefined {
	const on = day(row, 'day');
	if (!isId(id) || !on) return undefined;
	const position = text(row, 'position');
	return {
		id,
		day: on,
		weightKg: number(row, 'weightKg'),
		lengthCm: number(row, 'lengthCm'),
		muacMm: number(row, 'muacMm'),
		headCm: number(row, 'headCm'),
		position: position === 'lying' || position === 'standing' ? position : 'unknown',
		oedema: text(row, 'oedema'),
		waz: number(row, 'waz'),
		haz: number(row, 'haz'),
		whz: number(row, 'whz'),
		class: text(row, 'class'),
		action: text(row, 'action'),
		lesson: text(row, 'lesson'),
		nextOn: day(row, 'nextOn'),
		seenOn: day(row, 'seenOn'),
		followedOn: day(row, 'followedOn'),
		outcome: text(row, 'outcome'),
		tries: number(row, 'tries') ?? 0,
		at: number(row, 'at') ?? 0
	};
}

export function referralOf(id: string, row: Row): Referral | undefined {
	const on = day(row, 'day');
	if (!isId(id) || !on) return undefined;
	return {
		id,
		day: on,
		visit: text(row, 'visit'),
		reasons: text(row, 'reasons').split(' ').filter(Boolean),
		urgency: text(row, 'urgency'),
		place: text(row, 'place'),
		state: text(row, 'state'),
		stateOn: day(row, 'stateOn')
	};
}

/** What is known of her day of birth, as the growth engine asks for it. */
export function birthOf({ bornFrom, bornTo }: Pick<Child, 'bornFrom' | 'bornTo'>): Birth {
	if (!bornFrom) return { kind: 'unknown' };
	if (!bornTo || bornTo <= bornFrom) return { kind: 'exact', day: bornFrom };
	return { kind: 'between', first: bornFrom, last: bornTo };
}

export const fullName = ({ name, family }: Pick<Child, 'name' | 'family'>): string =>
	[name, family].filter(Boolean).join(' ');
