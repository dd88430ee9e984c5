// What stands beside the courses: facts, sources, glossary, signatures, releases. Read once, used for every lesson.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
	factsSchema,
	glossarySchema,
	releasedSchema,
	signaturesSchema,
	sourcesSchema
} from '../../src/lib/domain/course/base-schema.ts';
import type { Fact } from '../../src/lib/domain/course/fact.ts';
import type { GateContext, Released, Signature } from '../../src/lib/domain/course/gate/fault.ts';
import type { LessonDraft } from '../../src/lib/domain/course/lesson-draft.ts';
import type { GlossaryTerm } from '../../src/lib/domain/course/lesson.ts';
import type { Kit } from '../pictures/kit.ts';
import { readYaml } from './read.ts';
import type { CourseFolder, LessonFile, Message } from './read.ts';

export interface Base {
	facts: Map<string, Fact>;
	sources: Record<string, string>;
	glossary: Record<string, GlossaryTerm>;
	signatures: Signature[];
	released: Record<string, Released>;
}

export function readBase(home: string, messages: Message[]): Base {
	const file = (name: string) => join(home, name);
	return {
		facts: new Map(Object.entries(readYaml(file('facts.yaml'), factsSchema, messages) ?? {})),
		sources: readYaml(file('sources.yaml'), sourcesSchema, messages) ?? {},
		glossary: readYaml(file('glossary.yaml'), glossarySchema, messages) ?? {},
		signatures: readYaml(file('reviews.yaml'), signaturesSchema, messages) ?? [],
		released: readYaml(file('released.json'), releasedSchema, messages) ?? {}
	};
}

/** Facts whose source marks no document stands for. */
export function judgeBase({ facts, sources }: Base, messages: Message[]): void {
	for (const [id, fact] of facts) {
		for (const mark of fact.sources) {
			if (mark === 'GK' || sources[mark.replace(/L$/, '')]) continue;
			const text = `${id} cites ${mark}, which is no source`;
			messages.push({ file: 'content/facts.yaml', code: 'source-unknown', text });
		}
	}
}

/** Changes exactly when something changes that a learner can see or hear. */
export function fingerprint(draft: LessonDraft): string {
	const { rev: _rev, review: _review, doubt: _doubt, progress_map: _map, ...seen } = draft;
	return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 16);
}

/** Where each practice is defined first: its lesson and checks. */
export function practicesOf(courses: CourseFolder[]): GateContext['practices'] {
	const first = new Map<string, { lesson: string; checks: string }>();
	for (const { draft } of courses.flatMap((course) => course.lessons)) {
		for (const block of draft.blocks) {
			if (block.kind !== 'practice' || first.has(block.practice)) continue;
			first.set(block.practice, { lesson: draft.id, checks: JSON.stringify(block.checks) });
		}
	}
	return first;
}

export function gateContext(
	{ draft }: LessonFile,
	base: Base,
	{ course, kit, practices }: { course: number; kit: Kit; practices: GateContext['practices'] }
): GateContext {
	const released = base.released[draft.id];
	return {
		course,
		facts: base.facts,
		sources: new Set(Object.keys(base.sources)),
		pictures: kit.names,
		glossary: new Set(Object.keys(base.glossary)),
		practices,
		signatures: base.signatures,
		...(released ? { released } : {}),
		fingerprint: fingerprint(draft)
	};
}
