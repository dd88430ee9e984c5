/** What the gate says: a stable code, the place, and a sentence for the writer. */
import type { LessonDraft } from '../lesson-draft.ts';
import type { FactBase } from '../fact.ts';
import type { Language } from '../lesson.ts';

export interface Fault {
	code: string;
	/** path inside the lesson: b1.steps.a, or '' for the lesson as a whole */
	where: string;
	language?: Language;
	/** one sentence: what is wrong, and what would be right where that is not plain */
	text: string;
}

export interface Released {
	rev: number;
	blocks: string[];
	/** hash of everything that a learner can see */
	fingerprint: string;
}

/** A signature: nobody's draft is called reviewed without one. */
export interface Signature {
	lesson: string;
	language: Language;
	state: 'reviewed' | 'approved';
	by: string;
}

export interface GateContext {
	/** number of the course */
	course: number;
	facts: FactBase;
	/** ids of content/sources.yaml */
	sources: ReadonlySet<string>;
	/** names of the pictures that are drawn */
	pictures: ReadonlySet<string>;
	/** slugs of content/glossary.yaml */
	glossary: ReadonlySet<string>;
	/** practice → JSON of its checks where it is defined first */
	practices: ReadonlyMap<string, { lesson: string; checks: string }>;
	signatures: readonly Signature[];
	/** this lesson as it was last released */
	released?: Released;
	fingerprint: string;
}

export type Rule = (lesson: LessonDraft, context: GateContext) => Fault[];

/**
 * Bars in bytes: the compiled lesson in brotli; as they are: a drawing, the clips of a lesson in one language, a course without
 * its voice, and all of a course in one language.
 */
export const LIMITS = {
	lesson: 6144,
	picture: 6144,
	voice: 650_000,
	light: 1_000_000,
	pack: 6_000_000
} as const;
