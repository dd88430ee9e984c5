/** The strict shape of course.yaml and lesson.yaml; used when content is compiled, never on the phone. */
import { z } from 'zod';
import { FACT_ID, SOURCE_MARK } from './lesson-draft.ts';
import type { CourseDraft, LessonDraft } from './lesson-draft.ts';
import { REVIEW_STATES } from './lesson.ts';

const words = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not kebab-case');
const blockId = z.string().regex(/^[a-z]\d+$/, 'a block id is a letter and a number: b1');
const childId = z.string().regex(/^[a-f]$/, 'children are called a, b, c …');
const source = z.string().regex(SOURCE_MARK, 'a source is S05, S12L or GK');
const fact = z.string().regex(FACT_ID, 'a fact is 5.2.2, 5.2.Q3, 5.2.goal, 5.note, A3 or B');

const text = { es: words, ay: words };
const say = z.exactOptional(
	z.strictObject({ es: z.exactOptional(words), ay: z.exactOptional(words) })
);
const spoken = { ...text, say };
const plain = z.strictObject(text);
const pictured = z.strictObject({ picture: slug, ...text });
const grounds = { sources: z.array(source).min(1), facts: z.array(fact).min(1) };
const yes = z.exactOptional(z.literal(true));
const maybeSlug = z.exactOptional(slug);

const common = { id: blockId, ...spoken };
const claim = { ...common, ...grounds };

const block = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('text'), ...claim, picture: slug }),
	z.strictObject({
		kind: z.literal('steps'),
		...claim,
		picture: maybeSlug,
		steps: z
			.array(z.strictObject({ id: childId, picture: slug, ...spoken }))
			.min(3)
			.max(6)
	}),
	z.strictObject({
		kind: z.literal('discuss'),
		...common,
		picture: slug,
		minutes: z.int().min(3).max(8),
		ask: z.array(plain).max(2)
	}),
	z.strictObject({
		kind: z.literal('choice'),
		...claim,
		picture: maybeSlug,
		key: blockId,
		options: z
			.array(z.strictObject({ id: childId, picture: slug, right: yes, ...spoken, why: plain }))
			.min(2)
			.max(3)
	}),
	z.strictObject({
		kind: z.literal('truefalse'),
		...claim,
		picture: slug,
		key: blockId,
		answer: z.boolean(),
		why: z.strictObject({ right: plain, wrong: plain })
	}),
	z.strictObject({
		kind: z.literal('order'),
		...claim,
		key: blockId,
		items: z
			.array(z.strictObject({ id: childId, picture: slug, ...text, why: plain }))
			.min(3)
			.max(5)
	}),
	z.strictObject({
		kind: z.literal('match'),
		...claim,
		key: blockId,
		pairs: z
			.array(z.strictObject({ id: childId, left: pictured, right: pictured, why: plain }))
			.min(2)
			.max(4)
	}),
	z.strictObject({
		kind: z.literal('practice'),
		...claim,
		practice: slug,
		picture: slug,
		amount: z.exactOptional(z.enum(['L', 'm2', 'kg'])),
		checks: z
			.array(z.strictObject({ id: childId, must: yes, ...text }))
			.min(2)
			.max(5),
		next: plain
	}),
	z.strictObject({
		kind: z.literal('handout'),
		...claim,
		picture: maybeSlug,
		lines: z.exactOptional(z.array(z.strictObject({ picture: maybeSlug, ...text })).max(8)),
		table: z.exactOptional(
			z.strictObject({
				rows: z.int().min(1).max(31),
				columns: z
					.array(z.strictObject({ id: slug, picture: maybeSlug, ...text }))
					.min(1)
					.max(6)
			})
		)
	})
]);

const state = z.enum(REVIEW_STATES);

export const lessonSchema: z.ZodType<LessonDraft> = z.strictObject({
	id: slug,
	rev: z.int().min(1),
	title: z.strictObject({ es: words.max(24), ay: words.max(24) }),
	minutes: z.int().multipleOf(5),
	review: z.strictObject({ es: state, ay: state }),
	doubt: z.array(words),
	glossary: z.exactOptional(z.array(slug)),
	blocks: z.array(block).min(8).max(12),
	pictures: z.record(slug, words),
	progress_map: z.exactOptional(z.record(blockId, blockId.nullable()))
});

export const courseSchema: z.ZodType<CourseDraft> = z.strictObject({
	id: slug,
	n: z.int().min(1).max(8),
	title: plain,
	lessons: z.array(slug).min(1)
});
