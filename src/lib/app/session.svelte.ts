import { createContext } from 'svelte';
import { isForgotten } from '#lib/domain/course/session/close.ts';
import { planSession } from '#lib/domain/course/session/plan.ts';
import { lastHeld } from '#lib/domain/course/session/proposal.ts';
import {
	asOne,
	beginSession,
	joinHere,
	type Session,
	type Tried
} from '#lib/domain/course/session/session.ts';
import type { Lesson } from '#lib/domain/course/lesson.ts';
import { heldIn, type HeldMeeting } from '#lib/domain/journal/group-view.ts';
import { dayAt } from '#lib/domain/shared/day.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { Field, Person } from './field.svelte.ts';
import { newId } from './new-id.ts';
import { record, type CloseFault } from './session-close.ts';
import { SessionDraft } from './session-draft.ts';

/** A woman of the group, with the day she joined. */
export interface Member extends Pick<Person, 'id' | 'name' | 'face'> {
	readonly joined: string;
}

/** Who promised or does what at home. */
export interface Practised {
	readonly person: string;
	readonly practice: string;
	readonly level: string;
}

type Machine = Pick<Field, 'phone' | 'save' | 'join' | 'person'>;

/** The meeting of a group on its one phone: the draft that is kept at every tap, and its close. */
export class GroupSession {
	readonly #field: Machine;
	readonly #clock: () => number;
	readonly #opened: Promise<void>;
	#open: () => void = () => {};
	#draft: SessionDraft | null = null;
	#state: 'opening' | 'open' = $state('opening');
	#session: Session | null = $state.raw(null);
	#members: readonly Member[] = $state.raw([]);
	#held: readonly HeldMeeting[] = $state.raw([]);
	#promises: readonly Practised[] = $state.raw([]);

	constructor(field: Machine, clock: () => number = Date.now) {
		this.#field = field;
		this.#clock = clock;
		this.#opened = new Promise((done) => (this.#open = done));
	}

	get state() {
		return this.#state;
	}
	/** The meeting that goes on, or was begun and not closed. */
	get session(): Session | null {
		return this.#session;
	}
	get members() {
		return this.#members;
	}
	get held() {
		return this.#held;
	}
	get promises() {
		return this.#promises;
	}
	/** The last meeting was forgotten and closed itself. */
	get closedItself(): boolean {
		return lastHeld(this.#held)?.closed === 'clock';
	}

	person(id: string): Member | undefined {
		return this.#members.find((member) => member.id === id);
	}

	/** Reads the group, its meetings and the draft; a draft that was forgotten is closed. */
	async open(): Promise<void> {
		const { phone } = this.#field;
		if (!phone) return;
		this.#draft ??= new SessionDraft(phone.drafts);
		this.#session ??= await this.#draft.read();
		const session = this.#session;
		if (session && isForgotten(session, this.#clock())) {
			await this.#record(session, 'clock');
		}
		await this.look();
		this.#state = 'open';
		this.#open();
	}

	/** Reads again who is in the group and what it has done. */
	async look(): Promise<void> {
		const { phone } = this.#field;
		if (!phone) return;
		const scope = await phone.homeGroup();
		const [people, sessions, practices, same] = await Promise.all([
			phone.rows('people', scope),
			phone.rows('sessions', scope),
			phone.rows('practices', scope),
			phone.meetings.same()
		]);
		this.#members = people
			.filter(({ left }) => !left)
			.map(member)
			.sort(byName);
		this.#held = heldIn(sessions, same);
		await this.tap((session) => asOne(session, same));
		this.#promises = practices.map(({ key, level }) => {
			const [person = '', , practice = ''] = key.split('|');
			return { person, practice, level: String(level) };
		});
	}

	/** Begins a meeting about this lesson; a tap that comes before the group has been read waits for it. */
	async begin(
		lesson: Lesson,
		languages: Session['languages'],
		tried: Tried | undefined
	): Promise<void> {
		await this.#opened;
		const { phone } = this.#field;
		if (!phone) return;
		const now = this.#clock();
		const session = beginSession({
			id: newId(),
			entry: newId(),
			scope: await phone.homeGroup(),
			plan: planSession(lesson, tried !== undefined),
			languages,
			day: dayAt(now),
			now,
			roster: this.#members.map(({ id }) => id),
			...(tried ? { tried } : {})
		});
		await this.#set(session);
	}

	/** One tap: what is on the screen changes at once, and the draft is on its way to the disk. Answers
	 * when it is there. */
	tap(change: (session: Session) => Session): Promise<void> {
		const before = this.#session;
		if (!before) return Promise.resolve();
		const after = change(before);
		return after === before ? Promise.resolve() : this.#set({ ...after, touched: this.#clock() });
	}

	/** A new woman joins the group, and she is there. */
	async join(name: string, face: string): Promise<Result<null, CloseFault>> {
		const joined = await this.#field.join(name, face);
		if (!joined.ok) return joined;
		await this.look();
		await this.tap((session) => joinHere(session, joined.value));
		return ok(null);
	}

	/** Closes the meeting: one record. On a fault the draft stays. */
	async close(): Promise<Result<null, CloseFault>> {
		const session = this.#session;
		if (!session) return ok(null);
		const closed = await this.#record({ ...session, touched: this.#clock() }, 'hand');
		if (closed.ok) await this.look();
		return closed;
	}

	/** The meeting did not take place. */
	async abandon(): Promise<void> {
		this.#session = null;
		await this.#draft?.drop();
	}

	async #record(session: Session, how: 'hand' | 'clock'): Promise<Result<null, CloseFault>> {
		const closed = await record(this.#field, session, how, this.#field.person?.id ?? null);
		if (closed.ok) await this.abandon();
		return closed;
	}

	#set(session: Session): Promise<void> {
		this.#session = session;
		return this.#draft?.keep(session) ?? Promise.resolve();
	}
}

function member({ key, name, face, joined }: Record<string, unknown>): Member {
	const id = String(key).split('|')[0] as Member['id'];
	return { id, name: String(name), face: String(face), joined: String(joined) };
}

const byName = (a: Pick<Person, 'name'>, b: Pick<Person, 'name'>) =>
	a.name.localeCompare(b.name, 'es');

export const [getSession, setSession] = createContext<GroupSession>();
