import {
	hear,
	needsHelp,
	resumeGo,
	standAt,
	tryAnswer,
	verdict,
	type Go,
	type Plan,
	type Verdict
} from '#lib/domain/course/go.ts';
import type { Block, Lesson, QuestionBlock } from '#lib/domain/course/lesson.ts';

const QUESTIONS: readonly Block['kind'][] = ['choice', 'truefalse', 'order', 'match'];
export const isQuestion = (block: Block): block is QuestionBlock => QUESTIONS.includes(block.kind);

const planOf = (lesson: Lesson): Plan => ({
	lesson: lesson.id,
	revision: lesson.rev,
	blocks: lesson.blocks.map(({ id }) => id),
	required: lesson.blocksRequired,
	questions: lesson.blocks.filter(isQuestion).map(({ id }) => id)
});

/** Where a go is kept between two taps: it survives a killed browser. */
export interface GoKeeper {
	read(lesson: string): Go | null;
	keep(lesson: string, go: Go | null): void;
}

/** One person going through one lesson. Every step is kept before the screen changes. */
export class Playing {
	readonly lesson: Lesson;
	readonly #plan: Plan;
	readonly #keeper: GoKeeper;
	#go: Go = $state.raw({ lesson: '', revision: 0, at: '', heard: [], answers: {} });

	constructor(lesson: Lesson, keeper: GoKeeper) {
		this.lesson = lesson;
		this.#keeper = keeper;
		this.#plan = planOf(lesson);
		this.#go = resumeGo(this.#plan, keeper.read(lesson.id));
	}

	/** The block she stood at last. */
	get at(): string {
		return this.#go.at;
	}

	get verdict(): Verdict {
		return verdict(this.#plan, this.#go);
	}

	block(id: string | null): Block | undefined {
		return this.lesson.blocks.find((block) => block.id === id) ?? this.lesson.blocks[0];
	}

	place(id: string): number {
		return this.#plan.blocks.indexOf(id);
	}

	/** The block before, or null at the first. */
	before(id: string): string | null {
		return this.#plan.blocks[this.place(id) - 1] ?? null;
	}

	/** Notes that this block has been heard, and answers the one after it, or null at the last. */
	goOn(id: string): string | null {
		const next = this.#plan.blocks[this.place(id) + 1] ?? null;
		this.#set(standAt(hear(this.#go, id), next ?? id));
		return next;
	}

	stand(id: string): void {
		if (id !== this.#go.at) this.#set(standAt(this.#go, id));
	}

	answer(question: string, right: boolean): void {
		this.#set(tryAnswer(this.#go, question, right));
	}

	solved(question: string): boolean {
		return this.#go.answers[question]?.solved === true;
	}

	needsHelp(question: string): boolean {
		return needsHelp(this.#go, question);
	}

	/** The go is recorded: the next one begins at the beginning. */
	forget(): void {
		this.#keeper.keep(this.lesson.id, null);
		this.#go = resumeGo(this.#plan, null);
	}

	#set(go: Go): void {
		this.#go = go;
		this.#keeper.keep(this.lesson.id, go);
	}
}
