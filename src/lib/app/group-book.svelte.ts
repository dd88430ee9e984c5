import { groupView, type GroupView } from '#lib/domain/journal/group-view.ts';
import type { Key } from '#lib/domain/journal/entry.ts';
import { dayAt } from '#lib/domain/shared/day.ts';
import { isScope, type Id, type ScopeId } from '#lib/domain/shared/ids.ts';
import { fail, type Result } from '#lib/domain/shared/result.ts';
import { courses } from '#lib/library/courses.ts';
import type { SaveFault } from '#lib/store/phone.ts';
import type { OwnFact } from '#lib/store/recent.ts';
import type { Field } from './field.svelte.ts';
import type { Staff } from './staff.svelte.ts';

export type BookFault = SaveFault | 'closed';

const practiceOf = new Map(
	courses.flatMap((course) => course.lessons.map(({ id, practice }) => [id, practice]))
);

/** A facilitator's group on her phone, read and corrected without a network. */
export class GroupBook {
	readonly #field: Pick<Field, 'phone' | 'save'>;
	readonly #staff: Pick<Staff, 'account'>;
	readonly #clock: () => number;
	#view: GroupView | null = $state.raw(null);
	#name = $state('');
	#syncedAt = $state(0);
	#scope: ScopeId | null = null;

	constructor(
		field: Pick<Field, 'phone' | 'save'>,
		staff: Pick<Staff, 'account'>,
		clock: () => number = Date.now
	) {
		this.#field = field;
		this.#staff = staff;
		this.#clock = clock;
	}

	/** Null until it was read, and while its facilitator is not here. */
	get view(): GroupView | null {
		return this.#view;
	}
	/** When this phone last heard from the programme, ms; 0 for never. */
	get syncedAt(): number {
		return this.#syncedAt;
	}
	get name(): string {
		return this.#name;
	}

	/** Reads the group again; `group` is its id. To be called after every change of what is stored. */
	async look(group: string): Promise<void> {
		const phone = this.#field.phone;
		const scope = `g:${group}`;
		if (!phone || !isScope(scope) || !this.#staff.account?.groups.includes(scope)) return;
		const [people, progress, practices, sessions, same] = await Promise.all([
			phone.rows('people', scope),
			phone.rows('progress', scope),
			phone.rows('practices', scope),
			phone.rows('sessions', scope),
			phone.meetings.same()
		]);
		const named = people.map((row) => ({ ...row, id: row.key.slice(0, row.key.indexOf('|')) }));
		this.#view = groupView({ people: named, progress, practices, sessions, same }, practiceOf);
		this.#name = (await phone.office()).groups.find(({ id }) => id === group)?.name ?? '';
		this.#syncedAt = (await phone.syncState()).at;
		this.#scope = scope;
	}

	/** She saw it at home: which of the checks she saw, and which not. */
	verify(
		person: string,
		practice: string,
		checks: readonly { readonly id: string; readonly seen: boolean }[]
	): Promise<Result<Id, BookFault>> {
		const body = { practice, level: 'verified', day: this.#today(), checks: [...checks] } as const;
		return this.#write({ kind: 'practice.report', subject: person, body });
	}

	/** What no phone saw: a list on paper, a lesson elsewhere. */
	attest(person: string, lesson: string, level: 'heard' | 'understood') {
		const body = { lesson, level, basis: 'attested', day: this.#today() } as const;
		return this.#write({ kind: 'attestation', subject: person, body });
	}

	rename(person: string, to: string, was: string) {
		return this.#write({ kind: 'member.amend', subject: person, body: { field: 'name', to, was } });
	}

	leave(person: string) {
		return this.#write({ kind: 'member.leave', subject: person, body: { day: this.#today() } });
	}

	/** Two names, one woman: what both learnt is hers, under the second name. */
	async merge(from: string, to: string): Promise<Result<Id, BookFault>> {
		const name = this.#view?.members.find(({ id }) => id === to)?.name;
		const merged = await this.#write({ kind: 'merge', subject: to, body: { from, to } });
		// of two records of a person the later names her, whichever that is
		const was = String((await this.#field.phone?.row(`${to}|people|` as Key))?.name ?? '');
		if (!merged.ok || !name || !was || was === name) return merged;
		return this.rename(to, name, was);
	}

	/** It was not she who did this: it is the other's. The first fact stays in the journal. */
	give(fact: string, to: string) {
		return this.#write({ kind: 'reassign', subject: fact, body: { target: fact, to } });
	}

	/** What she said herself, newest first. */
	async factsAbout(person: string): Promise<readonly OwnFact[]> {
		return (await this.#field.phone?.factsAbout(person)) ?? [];
	}

	#today() {
		return dayAt(this.#clock());
	}

	#write(draft: Written): Promise<Result<Id, BookFault>> {
		const by = this.#staff.account?.id;
		const scope = this.#scope;
		if (!by || !scope) return Promise.resolve(fail('closed'));
		return this.#field.save({ ...draft, scope, by } as Parameters<Field['save']>[0]);
	}
}

type Kinds =
	'practice.report' | 'attestation' | 'member.amend' | 'member.leave' | 'merge' | 'reassign';
interface Written {
	readonly kind: Kinds;
	readonly subject: string;
	readonly body: object;
}
