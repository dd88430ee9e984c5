import type { Session } from '#lib/domain/course/session/session.ts';

/** Where drafts lie; the phone's store has one. */
export interface Drafts {
	keep(name: string, value: unknown): Promise<void>;
	read(name: string): Promise<unknown>;
	drop(name: string): Promise<void>;
}

const NAME = 'session';

/**
 * Keeps the meeting at every tap. One write is on its way at a time and the newest draft goes next, so
 * that a slow phone never works off a queue of old ones.
 */
export class SessionDraft {
	readonly #drafts: Drafts;
	#next: Session | null = null;
	#writing: Promise<void> | null = null;

	constructor(drafts: Drafts) {
		this.#drafts = drafts;
	}

	/** The meeting that was begun and not closed; null for none, or one of another form. */
	async read(): Promise<Session | null> {
		const kept = (await this.#drafts.read(NAME)) as Session | undefined;
		return kept?.form === 1 ? kept : null;
	}

	/** Answers when this draft or a later one is on the disk. */
	keep(session: Session): Promise<void> {
		this.#next = session;
		this.#writing ??= this.#write();
		return this.#writing;
	}

	async drop(): Promise<void> {
		this.#next = null;
		await this.#writing;
		await this.#drafts.drop(NAME);
	}

	async #write(): Promise<void> {
		try {
			while (this.#next) {
				const now = this.#next;
				this.#next = null;
				await this.#drafts.keep(NAME, now);
			}
		} finally {
			this.#writing = null;
		}
	}
}
