/** The strict shape of the files beside the courses: facts, sources, glossary, signatures, releases. */
import { z } from 'zod';
import type { Fact } from './fact.ts';
import type { Released, Signature } from './gate/fault.ts';
import { FACT_ID, SOURCE_MARK } from './lesson-draft.ts';
import type { GlossaryTerm } from './lesson.ts';

const words = z.string().trim().min(1);

export const factsSchema: z.ZodType<Record<string, Fact>> = z.record(
	z.string().regex(FACT_ID, 'not a fact id'),
	z.strictObject({
		es: words,
		sources: z.array(z.string().regex(SOURCE_MARK, 'a source is S05, S12L or GK')).min(1),
		contested: z.exactOptional(z.literal(true))
	})
);

export const sourcesSchema: z.ZodType<Record<string, string>> = z.record(
	z.string().regex(/^S\d\d$/, 'not a source id'),
	words
);

export const glossarySchema: z.ZodType<Record<string, GlossaryTerm>> = z.record(
	z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not kebab-case'),
	z.strictObject({
		es: words,
		ay: words,
		domain: words,
		confidence: z.enum(['high', 'medium', 'low'])
	})
);

export const signaturesSchema: z.ZodType<Signature[]> = z.array(
	z.strictObject({
		lesson: words,
		language: z.enum(['es', 'ay']),
		state: z.enum(['reviewed', 'approved']),
		by: words
	})
);

export const releasedSchema: z.ZodType<Record<string, Released>> = z.record(
	words,
	z.strictObject({ rev: z.int().min(1), blocks: z.array(words), fingerprint: words })
);
