/** A lesson as it is written: blocks of `lesson.ts` with the facts and sources they stand on. */
import type { Block, DiscussBlock, Review, Text } from './lesson.ts';

/** Ids as the fact base gives them: 5.2.2, 5.2.Q3, 5.2.goal, 5.note, A3 (appendix), B (claims never to be made). */
export const FACT_ID =
	/^([1-8]\.[1-9]\.(\d{1,2}|Q\d|goal|myth|caution|activity)|[1-8]\.note|A\d|B)$/;
export const SOURCE_MARK = /^(GK|S\d{2}L?)$/;

export interface Grounds {
	/** S12 = read there, S12L = known to stand there, GK = general knowledge */
	sources: string[];
	facts: string[];
}

type Grounded<B> = B extends unknown ? B & Grounds : never;

/** Every block but a discussion claims something, so it names its grounds. */
export type DraftBlock = DiscussBlock | Grounded<Exclude<Block, DiscussBlock>>;

export interface LessonDraft {
	id: string;
	rev: number;
	title: Text;
	minutes: number;
	review: Review;
	/** Aymara words that a speaker should look at first */
	doubt: string[];
	glossary?: string[];
	blocks: DraftBlock[];
	/** slug → what is drawn, in one Spanish sentence */
	pictures: Record<string, string>;
	/** what became of blocks removed since the last release */
	progress_map?: Record<string, string | null>;
}

export interface CourseDraft {
	id: string;
	n: number;
	title: Text;
	lessons: string[];
}

/** The grounds of a block; a discussion has none. */
export function groundsOf(block: DraftBlock): Grounds {
	return block.kind === 'discuss' ? { sources: [], facts: [] } : block;
}
