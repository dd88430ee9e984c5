/** What a lesson is, for the app: every block holds both languages, so structure cannot drift apart. */

export const LANGUAGES = ['es', 'ay'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How far a language of a lesson has been looked at; shown to the reader as it is. */
export const REVIEW_STATES = ['drafted', 'checked', 'reviewed', 'approved'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
export type Review = Record<Language, ReviewState>;

/** The same text in both languages. In `ay`, «…» marks words left in Spanish. */
export interface Text {
	es: string;
	ay: string;
}

/** A text with the words a voice needs where the screen text cannot be read aloud as it stands. */
export interface Spoken extends Text {
	say?: { es?: string; ay?: string };
}

export interface Step extends Spoken {
	id: string;
	picture: string;
}

export interface Option extends Spoken {
	id: string;
	picture: string;
	/** present on exactly one option of a question */
	right?: true;
	why: Text;
}

export interface OrderItem extends Text {
	id: string;
	picture: string;
	why: Text;
}

export interface PictureText extends Text {
	picture: string;
}

export interface Pair {
	id: string;
	left: PictureText;
	right: PictureText;
	why: Text;
}

export interface Check extends Text {
	id: string;
	/** without all of these, a practice is not "doing" */
	must?: true;
}

export interface HandoutLine extends Text {
	picture?: string;
}

export interface HandoutColumn extends HandoutLine {
	id: string;
}

interface Common extends Spoken {
	id: string;
	/** Spanish stands beside the Aymara until the Aymara is approved: health, poison, animal medicine */
	beside?: true;
}

export interface TextBlock extends Common {
	kind: 'text';
	picture: string;
}

export interface StepsBlock extends Common {
	kind: 'steps';
	picture?: string;
	steps: Step[];
}

export interface DiscussBlock extends Common {
	kind: 'discuss';
	picture: string;
	minutes: number;
	ask: Text[];
}

export interface ChoiceBlock extends Common {
	kind: 'choice';
	picture?: string;
	/** the block that taught it; opened again when fewer than half the hands were right */
	key: string;
	options: Option[];
}

export interface TrueFalseBlock extends Common {
	kind: 'truefalse';
	picture: string;
	key: string;
	answer: boolean;
	/** by whether her answer was right */
	why: { right: Text; wrong: Text };
}

/** Items stand in the right order here and are shuffled on screen. */
export interface OrderBlock extends Common {
	kind: 'order';
	key: string;
	items: OrderItem[];
}

export interface MatchBlock extends Common {
	kind: 'match';
	key: string;
	pairs: Pair[];
}

export interface PracticeBlock extends Common {
	kind: 'practice';
	practice: string;
	picture: string;
	amount?: 'L' | 'm2' | 'kg';
	checks: Check[];
	/** two short questions that open the next meeting */
	next: Text;
}

export interface HandoutBlock extends Common {
	kind: 'handout';
	picture?: string;
	lines?: HandoutLine[];
	table?: { rows: number; columns: HandoutColumn[] };
}

export type QuestionBlock = ChoiceBlock | TrueFalseBlock | OrderBlock | MatchBlock;
export type Block =
	TextBlock | StepsBlock | DiscussBlock | QuestionBlock | PracticeBlock | HandoutBlock;

export interface Picture {
	/** address of the drawing */
	src: string;
	/** address of the same drawing with ✓ and ✗, for after the answer */
	marked?: string;
	/** what is seen, in Spanish */
	alt: string;
}

/** How a statement is known: read in the source, known to stand there, or general knowledge. */
export type Evidence = 'read' | 'known' | 'general';

export interface LessonSource {
	id: string;
	title: string;
	evidence: Evidence;
}

/** A lesson as it is compiled for the phone. */
export interface Lesson {
	id: string;
	course: string;
	/** its number in the course */
	n: number;
	rev: number;
	title: Text;
	minutes: number;
	review: Review;
	blocks: Block[];
	/** ids of the blocks that count for "heard" */
	blocksRequired: string[];
	practice: { id: string; block: string; checks: Check[] };
	pictures: Record<string, Picture>;
	sources: LessonSource[];
	/** slugs of the course's glossary that this lesson explains */
	glossary: string[];
}

/** An agreed word of the glossary; confidence says how well the Aymara is attested. */
export interface GlossaryTerm extends Text {
	domain: string;
	confidence: 'high' | 'medium' | 'low';
}

export interface OriginFact {
	id: string;
	/** the statement in Spanish */
	es: string;
	evidence: Evidence;
	contested?: true;
}

/** Where a lesson comes from: what it rests on, block by block, and who has looked at it. */
export interface Origin {
	lesson: string;
	review: Review;
	reviewers: { language: Language; state: ReviewState; by: string }[];
	/** facts in the order in which the lesson first uses them */
	facts: OriginFact[];
	/** block id → ids of its facts */
	blocks: Record<string, string[]>;
	sources: LessonSource[];
}

export interface Clip {
	src: string;
	seconds: number;
	/** when each sentence of the screen text begins and ends, in seconds */
	sentences: [begin: number, end: number][];
}

/** Path of a text in a lesson (title, b1, b2.steps.a, q1.options.b.why) → its clip; line by line where it has lines. */
export type Voice = Record<string, Clip[]>;
