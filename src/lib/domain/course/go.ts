/** One go through a lesson by one person alone: what she has heard and answered so far. */
export interface Go {
	readonly lesson: string;
	readonly revision: number;
	/** The block she stands at, by id: a new revision may have moved it. */
	readonly at: string;
	readonly heard: readonly string[];
	readonly answers: Readonly<Record<string, Answer>>;
}

interface Answer {
	/** Whether the first try of this go was right: what counts. Later tries teach and count nothing. */
	readonly right: boolean;
	readonly tries: number;
	/** Whether it has been solved, by whichever try. */
	readonly solved: boolean;
}

/** What of a lesson a go is measured against. */
export interface Plan {
	readonly lesson: string;
	readonly revision: number;
	readonly blocks: readonly string[];
	/** Blocks that must be heard for the level *heard*. */
	readonly required: readonly string[];
	readonly questions: readonly string[];
}

/** The version of the rules below; it travels in every record, so that a later change rewrites nothing. */
const RULES = 1;

export const beginGo = (plan: Plan): Go => ({
	lesson: plan.lesson,
	revision: plan.revision,
	at: plan.blocks[0] ?? '',
	heard: [],
	answers: {}
});

/** A kept go fits a lesson if it is the same revision and its place still exists; else it begins again. */
export const resumeGo = (plan: Plan, kept: Go | null): Go =>
	kept &&
	kept.lesson === plan.lesson &&
	kept.revision === plan.revision &&
	plan.blocks.includes(kept.at)
		? kept
		: beginGo(plan);

/** She has had this block before her until she went on. */
export const hear = (go: Go, block: string): Go =>
	go.heard.includes(block) ? go : { ...go, heard: [...go.heard, block] };

export const standAt = (go: Go, block: string): Go => ({ ...go, at: block });

/** One try at a question. Only the first try decides `right`. */
export function tryAnswer(go: Go, question: string, right: boolean): Go {
	const before = go.answers[question];
	const answer: Answer = before
		? { right: before.right, tries: before.tries + 1, solved: before.solved || right }
		: { right, tries: 1, solved: right };
	return { ...go, answers: { ...go.answers, [question]: answer } };
}

/** After four wrong tries the app offers the block that explains it again (learning rules, E8). */
export const needsHelp = (go: Go, question: string): boolean => {
	const answer = go.answers[question];
	return answer !== undefined && !answer.solved && answer.tries >= 4;
};

/** What a `lesson.finish` records: what counted, never a credit. */
export interface Verdict {
	readonly rules: number;
	readonly blocksHeard: number;
	readonly blocksRequired: number;
	readonly answers: readonly { readonly q: string; readonly right: boolean }[];
}

export function verdict(plan: Plan, go: Go): Verdict {
	return {
		rules: RULES,
		blocksHeard: plan.required.filter((block) => go.heard.includes(block)).length,
		blocksRequired: plan.required.length,
		answers: plan.questions.flatMap((q) => {
			const answer = go.answers[q];
			return answer ? [{ q, right: answer.right }] : [];
		})
	};
}
