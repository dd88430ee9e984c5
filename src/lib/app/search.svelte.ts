import type { GlossaryTerm, Lesson } from '#lib/domain/course/lesson.ts';
import { SearchIndex } from '#lib/domain/course/search.ts';
import { courses } from '#lib/library/courses.ts';

/** Looks into the lessons that lie on this phone, lesson by lesson, so that typing is never held up. */
export class Finder {
	readonly #index = new SearchIndex();
	/** Grows with each lesson that was read: what was found is found again. */
	#read = $state(0);

	constructor() {
		for (const { lessons } of courses)
			for (const { id, title } of lessons) this.#index.addTitle(id, title);
	}

	find(query: string) {
		return this.#read >= 0 ? this.#index.find(query) : [];
	}

	term(query: string): GlossaryTerm | undefined {
		return this.#read >= 0 ? this.#index.term(query) : undefined;
	}

	/** Reads what is kept; asks nothing of the network. */
	async open(): Promise<void> {
		for (const course of courses) {
			const terms = await kept<GlossaryTerm[]>(course.glossary);
			if (terms) this.#index.addTerms(terms);
			for (const { address } of course.lessons) {
				const lesson = await kept<Lesson>(address);
				if (!lesson) continue;
				this.#index.add(lesson);
				this.#read++;
			}
		}
	}
}

/** What any cache of this phone holds under an address. */
async function kept<T>(address: string): Promise<T | undefined> {
	try {
		const answer = await caches.match(address);
		return answer ? await answer.json() : undefined;
	} catch {
		return undefined; // no caches here, or unreadable: titles are found all the same
	}
}
