import type { Go } from '#lib/domain/course/go.ts';

const PREFIX = 'yatiqana.go';
const NOBODY = '';

/**
 * Keeps a begun lesson per person between two taps, so that a killed browser loses at most the last
 * one. Local storage: it is written before the tap is answered, and holds no fact, only a place.
 */
export class GoKeeper {
	readonly #person: () => string | null;

	constructor(person: () => string | null) {
		this.#person = person;
	}

	read(lesson: string): Go | null {
		try {
			const kept = localStorage.getItem(this.#name(lesson));
			return kept === null ? null : JSON.parse(kept);
		} catch {
			return null; // unreadable or switched off: the lesson begins at its beginning
		}
	}

	keep(lesson: string, go: Go | null): void {
		try {
			if (go) localStorage.setItem(this.#name(lesson), JSON.stringify(go));
			else localStorage.removeItem(this.#name(lesson));
		} catch {
			// full or switched off: the go still stands on the screen and can be finished
		}
	}

	/** What was begun before anybody was chosen belongs to who says it was her. */
	giveTo(person: string): void {
		try {
			const begun = Object.keys(localStorage).filter((k) => k.startsWith(`${PREFIX}.${NOBODY}.`));
			for (const name of begun) {
				const go = localStorage.getItem(name);
				const lesson = name.slice(`${PREFIX}.${NOBODY}.`.length);
				if (go) localStorage.setItem(`${PREFIX}.${person}.${lesson}`, go);
				localStorage.removeItem(name);
			}
		} catch {
			// switched off: nothing was begun
		}
	}

	#name(lesson: string): string {
		return `${PREFIX}.${this.#person() ?? NOBODY}.${lesson}`;
	}
}
