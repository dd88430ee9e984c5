import { version } from '$app/environment';
import type { Verdict } from '#lib/domain/course/go.ts';
import { isId, type Id } from '#lib/domain/shared/ids.ts';
import { fail, ok, type Result } from '#lib/domain/shared/result.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { FactDraft, Phone, SaveFault } from '#lib/store/phone.ts';
import type { Kind } from '#lib/domain/journal/registry.ts';
import type { Row } from '#lib/domain/journal/tables.ts';
import { Clock } from './clock.svelte.ts';
import { Carrier } from './carrier.svelte.ts';
import type { Progress } from './credits.ts';
import { GoKeeper } from './go-keeper.ts';
import { newId } from './new-id.ts';
import { readSetting, readVisit, writeSetting, writeVisit } from './settings.ts';

/** Somebody of the group: a drawn face and a name, no account. */
export interface Person {
	readonly id: Id;
	readonly name: string;
	readonly face: string;
	/** Her sign beside the face: two women may have one name. '' without. */
	readonly emblem: string;
	/** What veils her pages, '' without. */
	readonly pin: string;
}

const NOTHING: Progress = new Map();
// a row of an older fold may lack a column
const words = (row: Record<'name' | 'face' | 'emblem' | 'pin', unknown>) => ({
	name: String(row.name ?? ''),
	face: String(row.face ?? ''),
	emblem: String(row.emblem ?? ''),
	pin: String(row.pin ?? '')
});

/**
 * The field: people, lessons and facts of this phone. Everything behind it (database, schemas, sync)
 * is loaded after the first paint; until then there is nobody and nothing.
 */
export class Field {
	#phone: Phone | null = null;
	#state: 'opening' | 'open' | 'failed' = $state('opening');
	#people: readonly Person[] = $state.raw([]);
	#progress: Progress = $state.raw(NOTHING);
	#practices: readonly Row[] = $state.raw([]);
	#personId: string | null = $state(null);
	#unveiled: string | null = $state(null);
	#readsBoth = $state(true);
	#lastCourse: string | null = $state(null);
	#revision = $state(0);
	#full = $state(false);
	readonly carrier = new Carrier();
	readonly clock = new Clock(Number(version) || 0);

	get state() {
		return this.#state;
	}
	/** The phone's store, for the other classes of app; null until it is open. */
	get phone(): Phone | null {
		return this.#phone;
	}
	/** Grows with every change of what is stored: whoever shows rows reads them again. */
	get revision() {
		return this.#revision;
	}
	/** The last write was refused for want of room. */
	get full() {
		return this.#full;
	}
	get people() {
		return this.#people;
	}
	get progress() {
		return this.#progress;
	}
	/** Rows of what she does at home. */
	get practices() {
		return this.#practices;
	}
	/** Who is here. Nobody while her pages are veiled: then nothing of hers is shown or written. */
	get person(): Person | null {
		const chosen = this.#people.find(({ id }) => id === this.#personId);
		return chosen && (chosen.pin === '' || this.#unveiled === chosen.id) ? chosen : null;
	}
	/** Both languages of a lesson are shown, or the chosen one alone. */
	get readsBoth() {
		return this.#readsBoth;
	}
	get lastCourse() {
		return this.#lastCourse;
	}
	get light() {
		return this.carrier.light;
	}

	/** Browser only, after the first paint. */
	async open(): Promise<void> {
		this.#personId = readSetting('person');
		this.#unveiled = readVisit();
		this.#readsBoth = readSetting('reading') !== 'one';
		this.#lastCourse = readSetting('course');
		try {
			const { Phone } = await import('#lib/store/phone.ts');
			this.#phone = await Phone.open('yatiqana', {
				clock: Date.now,
				newId,
				full: (is) => (this.#full = is)
			});
			await this.#look();
			void this.carrier.begin(this.#phone, () => this.#look());
			this.#state = 'open';
			void this.#refold(this.#phone);
		} catch (fault) {
			this.#state = 'failed';
			throw fault;
		}
	}

	/** She is here, and has lifted her veil if there is one; null: nobody is. */
	choose(id: string | null): void {
		if (id && !this.person) this.goKeeper.giveTo(id);
		this.#personId = id;
		this.#unveiled = id;
		writeVisit(id);
		writeSetting('person', id);
		void this.#look();
	}

	/** The course she was last in: her next step comes from there. */
	visit(course: string): void {
		this.#lastCourse = course;
		writeSetting('course', course);
	}

	toggleReading(): void {
		this.#readsBoth = !this.#readsBoth;
		writeSetting('reading', this.#readsBoth ? 'both' : 'one');
	}

	/** A new person of the group; answers her id. */
	async join(
		name: string,
		face: string,
		emblem?: string
	): Promise<Result<Id, SaveFault | 'closed'>> {
		const subject = newId();
		const body = { name, face, day: this.clock.today, ...(emblem && { emblem }) };
		const saved = await this.save({ kind: 'member.join', subject, by: subject, body });
		return saved.ok ? ok(subject) : saved;
	}

	/** Somebody finished a lesson alone: one fact, made at the tap. */
	async finishLesson(
		lesson: string,
		revision: number,
		{ rules, blocksHeard, blocksRequired, answers }: Verdict
	): Promise<Result<null, SaveFault | 'closed'>> {
		const person = this.person;
		if (!person) return fail('closed');
		const body = {
			day: this.clock.today,
			lesson,
			revision,
			rules,
			language: this.#readsBoth ? ('both' as const) : getLocale(),
			blocksHeard,
			blocksRequired,
			answers: answers.map(({ q, right }) => ({ q, right }))
		};
		const { id } = person;
		const saved = await this.save({ kind: 'lesson.finish', subject: id, by: id, body });
		return saved.ok ? ok(null) : saved;
	}

	/** Keeps a begun lesson per person. */
	readonly goKeeper = new GoKeeper(() => this.person?.id ?? null);

	/** Makes a fact, in the group of this phone unless a scope is named, and sends it soon. */
	async save<K extends Kind>(
		draft: Omit<FactDraft<K>, 'scope'> & { readonly scope?: FactDraft<K>['scope'] }
	): Promise<Result<Id, SaveFault | 'closed'>> {
		const phone = this.#phone;
		if (!phone) return fail('closed');
		const scope = draft.scope ?? (await phone.homeGroup());
		const saved = await phone.save<K>({ ...draft, scope } as FactDraft<K>);
		if (!saved.ok) return saved;
		await this.#look();
		this.carrier.soon();
		return ok(saved.value.id);
	}

	/** Reads again what the screens show; called after every write, ours or the server's. */
	async #look(): Promise<void> {
		const phone = this.#phone;
		if (!phone) return;
		await this.clock.check(phone);
		const scope = await phone.homeGroup();
		const rows = await phone.rows('people', scope);
		this.#people = rows
			.filter(({ left }) => left === '')
			.flatMap(({ key, name, face, emblem, pin }) => {
				const id = key.slice(0, key.indexOf('|'));
				return isId(id) ? [{ id, ...words({ name, face, emblem, pin }) }] : [];
			})
			.sort((a, b) => a.name.localeCompare(b.name, 'es'));
		await this.#lookAt(this.person?.id ?? null, scope);
		this.#revision++;
	}
	/** After an update of the app: folds again what an older one has folded, whenever nothing else is on. */
	async #refold(phone: Phone): Promise<void> {
		const pause = () => new Promise((on) => setTimeout(on, 50));
		let any = false;
		while (await phone.refold()) {
			any = true;
			await pause();
		}
		if (any) await this.#look();
	}

	/** What she has learnt and does at home. */
	async #lookAt(person: string | null, scope: FactDraft<Kind>['scope']): Promise<void> {
		const phone = this.#phone;
		if (!phone || !person) {
			this.#progress = NOTHING;
			this.#practices = [];
			return;
		}
		const [progress, practices, sessions] = await Promise.all([
			phone.rowsOf('progress', person),
			phone.rowsOf('practices', person),
			phone.rows('sessions', scope)
		]);
		if (person !== this.person?.id) return; // somebody else was chosen meanwhile
		const { progressFrom } = await import('./credits.ts');
		this.#progress = progressFrom({ progress, practices, sessions });
		this.#practices = practices;
	}
}
