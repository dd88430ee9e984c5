import {
	amendHands,
	amendPresence,
	takeBack,
	underLesson,
	type Amendment,
	type Correction,
	type Meeting,
	type OtherLesson
} from '#lib/domain/journal/meeting.ts';
import { dayAt, daysBetween } from '#lib/domain/shared/day.ts';
import type { ScopeId } from '#lib/domain/shared/ids.ts';
import { attendersOf, namesIn, NOBODY, type Attender, type Same } from './attenders.ts';
import type { Field } from './field.svelte.ts';
import { newId } from './new-id.ts';

/** As long as a phone may correct its own meeting: as long as "it was not me". */
const DAYS = 14;

type Machine = Pick<Field, 'phone' | 'save'>;

/** Who corrects: a facilitator her groups' meetings, a group's phone what it recorded itself lately. */
export interface Corrector {
	/** In whose name; null if nobody is there who may. */
	by(meeting: Meeting): string | null;
	/** Of the group; undefined while it is not open to whoever is here. */
	scope(): Promise<ScopeId | undefined>;
	readonly facilitator: boolean;
}

/** Why a meeting cannot be corrected here. */
export type Barred = 'other-phone' | 'late' | null;

/** A meeting that was recorded, set right: every change is a fact of its own and can be taken back. */
export class Amending {
	readonly #field: Machine;
	readonly #who: Corrector;
	readonly #clock: () => number;
	#meeting: Meeting | null = $state.raw(null);
	#attenders: readonly Attender[] = $state.raw([]);
	#state: 'opening' | 'open' | 'missing' = $state('opening');
	#failed = $state(false);
	#same: Same = NOBODY;
	#names: Same = NOBODY;

	constructor(field: Machine, who: Corrector, clock: () => number = Date.now) {
		this.#field = field;
		this.#who = who;
		this.#clock = clock;
	}

	get state() {
		return this.#state;
	}
	get meeting(): Meeting | null {
		return this.#meeting;
	}
	get attenders() {
		return this.#attenders;
	}
	/** The last change could not be saved. */
	get failed(): boolean {
		return this.#failed;
	}
	get facilitator(): boolean {
		return this.#who.facilitator;
	}
	get barred(): Barred {
		const meeting = this.#meeting;
		if (!meeting || this.#who.facilitator) return null;
		if (meeting.phone !== this.#field.phone?.identity.id) return 'other-phone';
		return daysBetween(meeting.body.day, dayAt(this.#clock())) > DAYS ? 'late' : null;
	}

	/** Of a person or of who corrected; '' for somebody this phone does not know. */
	nameOf(id: string): string {
		return this.#names.get(this.#same.get(id) ?? id) ?? '';
	}

	/** Reads the meeting again. To be called after every change of what is stored. */
	async look(session: string): Promise<void> {
		const { phone } = this.#field;
		const scope = await this.#who.scope();
		if (!phone || !scope) return;
		const [meeting, people, same] = await Promise.all([
			phone.meetings.record(session),
			phone.rows('people', scope),
			phone.meetings.same()
		]);
		this.#same = same;
		this.#names = namesIn(people);
		this.#attenders = meeting ? attendersOf(meeting, people, same) : [];
		this.#meeting = meeting;
		this.#state = meeting ? 'open' : 'missing';
	}

	/** She was there for so many blocks, 0 for not at all. */
	stay(who: string, to: number): Promise<boolean> {
		return this.#amend((meeting) => amendPresence(meeting, { who, to }, this.#same));
	}

	/** These hands were raised for a question. */
	hands(q: string, to: readonly number[]): Promise<boolean> {
		return this.#amend((meeting) => amendHands(meeting, { q, to }));
	}

	takeBack(correction: Correction): Promise<boolean> {
		return this.#amend(() => [takeBack(correction)]);
	}

	/** Another lesson was held: the record is struck out with what was said of it, and made anew. Answers
	 * the id of the new one; null if it could not be saved. */
	async otherLesson(lesson: OtherLesson): Promise<string | null> {
		const meeting = this.#meeting;
		const by = meeting && this.#who.by(meeting);
		const scope = await this.#who.scope();
		if (!meeting || !by || !scope || !this.#who.facilitator) return null;
		const subject = newId();
		const body = underLesson(meeting, lesson);
		// the new one first: killed in between there are two, and none is lost
		const made = await this.#field.save({ kind: 'session.close', scope, subject, by, body });
		this.#failed = !made.ok;
		if (!made.ok) return null;
		for (const target of [...meeting.corrections.map(({ id }) => id), meeting.entry]) {
			const strike = { target, reason: 'other-lesson' };
			const struck = await this.#field.save({
				kind: 'void',
				scope,
				subject: target,
				by,
				body: strike
			});
			this.#failed ||= !struck.ok;
		}
		return this.#failed ? null : subject;
	}

	async #amend(change: (meeting: Meeting) => Amendment[]): Promise<boolean> {
		const meeting = this.#meeting;
		const by = meeting && this.#who.by(meeting);
		const scope = await this.#who.scope();
		if (!meeting || !by || !scope || this.barred) return false;
		for (const body of change(meeting)) {
			const { id: subject } = meeting;
			const saved = await this.#field.save({ kind: 'session.amend', scope, subject, by, body });
			this.#failed = !saved.ok;
			if (!saved.ok) return false;
		}
		await this.look(meeting.id);
		return true;
	}
}
