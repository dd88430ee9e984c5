// Drafts → what the phone gets.
import { evidenceOf, isWarning } from '../../src/lib/domain/course/fact.ts';
import type { DraftBlock, LessonDraft } from '../../src/lib/domain/course/lesson-draft.ts';
import { groundsOf } from '../../src/lib/domain/course/lesson-draft.ts';
import type { Block, Lesson, LessonSource, Picture } from '../../src/lib/domain/course/lesson.ts';
import type { Base } from './base.ts';
import type { LessonFile } from './read.ts';

/** courses whose Aymara never stands alone before it is approved */
const HEALTH = new Set([5, 6, 7]);

export interface CompileContext {
	course: { id: string; n: number };
	base: Pick<Base, 'sources'>;
	picture: (slug: string, alt: string) => Picture;
}

function compileBlock(draft: DraftBlock, course: number): Block {
	const beside = HEALTH.has(course) || groundsOf(draft).facts.some(isWarning);
	const { sources: _, facts: __, ...block } = { sources: [], facts: [], ...draft };
	return beside ? { ...block, beside: true } : block;
}

export function sourcesOf(draft: LessonDraft, titles: Record<string, string>): LessonSource[] {
	const marks = new Set(draft.blocks.flatMap((block) => groundsOf(block).sources));
	return [...marks].sort().map((mark) => {
		const id = mark.replace(/L$/, '');
		return { id, title: titles[id] ?? '', evidence: evidenceOf(mark) };
	});
}

/** @returns the lesson of the phone; the gate has passed before, so every name is known */
export function compileLesson({ draft, n }: LessonFile, context: CompileContext): Lesson {
	const blocks = draft.blocks.map((block) => compileBlock(block, context.course.n));
	const practice = blocks.find((block) => block.kind === 'practice');
	if (!practice) throw new Error(`${draft.id} has no practice`);
	return {
		id: draft.id,
		course: context.course.id,
		n,
		rev: draft.rev,
		title: draft.title,
		minutes: draft.minutes,
		review: draft.review,
		blocks,
		blocksRequired: blocks.filter(({ kind }) => kind !== 'handout').map(({ id }) => id),
		practice: { id: practice.practice, block: practice.id, checks: practice.checks },
		pictures: Object.fromEntries(
			Object.entries(draft.pictures).map(([slug, alt]) => [slug, context.picture(slug, alt)])
		),
		sources: sourcesOf(draft, context.base.sources),
		glossary: draft.glossary ?? []
	};
}
