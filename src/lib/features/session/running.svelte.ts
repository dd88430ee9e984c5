import { address } from '#lib/app/address.ts';
import type { GroupSession, Member } from '#lib/app/session.svelte.ts';
import { placeAt, type Place } from '#lib/domain/course/session/plan.ts';
import { before, goOn, type Session } from '#lib/domain/course/session/session.ts';
import type { Block, Lesson } from '#lib/domain/course/lesson.ts';
import type { CourseEntry } from '#lib/library/courses.ts';

const at = (place: string) => address('/session/run/', { at: place });

interface About {
	readonly course: CourseEntry;
	readonly lesson: Lesson;
	/** Shows another address. */
	readonly go: (address: string) => unknown;
}

/** A meeting on the screen: where it stands, its lesson, and the ways on and back. */
export class Running {
	readonly group: GroupSession;
	readonly course: CourseEntry;
	readonly lesson: Lesson;
	readonly #begun: Session;
	readonly #go: (address: string) => unknown;

	constructor(group: GroupSession, begun: Session, { course, lesson, go }: About) {
		this.group = group;
		this.course = course;
		this.lesson = lesson;
		this.#begun = begun;
		this.#go = go;
	}

	get session(): Session {
		return this.group.session ?? this.#begun;
	}

	get place(): Place {
		return placeAt(this.session.plan, this.session.at);
	}

	get block(): Block | undefined {
		return this.lesson.blocks.find(({ id }) => id === this.place.block);
	}

	/** Address of the screen before; the first one leads back to the start. */
	get back(): string {
		const place = before(this.session);
		return place ? at(place.id) : address('/session/');
	}

	/** Which part of the lesson this is, from 1. */
	get part(): { n: number; all: number } {
		const blocks = this.session.plan.required;
		return { n: Math.max(1, blocks.indexOf(this.place.block ?? '') + 1), all: blocks.length };
	}

	/** Both languages, or one; a block whose Aymara must not stand alone has both. */
	get both(): boolean {
		return this.session.languages.length > 1 || this.block?.beside === true;
	}

	get here(): readonly Member[] {
		return this.named(this.session.here);
	}

	/** Who was there at some time, or is on the list: as members, in the order of the list. */
	named(ids: readonly string[]): Member[] {
		return ids.flatMap((id) => this.group.person(id) ?? []);
	}

	tap(change: (session: Session) => Session): void {
		void this.group.tap(change);
	}

	/** A tap that leads to another screen. */
	to(change: (session: Session) => Session): void {
		this.tap(change);
		this.#go(at(this.session.at));
	}

	next = (): void => {
		this.to(goOn);
	};

	goBack = (): void => {
		this.#go(this.back);
	};
}
