// "Where does this come from?": facts, sources and signatures of one lesson.
import { evidenceOfFact } from '../../src/lib/domain/course/fact.ts';
import { groundsOf } from '../../src/lib/domain/course/lesson-draft.ts';
import type { LessonDraft } from '../../src/lib/domain/course/lesson-draft.ts';
import type { Origin } from '../../src/lib/domain/course/lesson.ts';
import type { Base } from './base.ts';
import { sourcesOf } from './compile.ts';

export function originOf(draft: LessonDraft, base: Base): Origin {
	const cited = [...new Set(draft.blocks.flatMap((block) => groundsOf(block).facts))];
	return {
		lesson: draft.id,
		review: draft.review,
		reviewers: base.signatures
			.filter(({ lesson }) => lesson === draft.id)
			.map(({ language, state, by }) => ({ language, state, by })),
		facts: cited.flatMap((id) => {
			const fact = base.facts.get(id);
			if (!fact) return [];
			const { es, contested } = fact;
			const evidence = evidenceOfFact(fact);
			return [{ id, es, evidence, ...(contested ? { contested } : {}) }];
		}),
		blocks: Object.fromEntries(
			draft.blocks
				.map((block): [string, string[]] => [block.id, groundsOf(block).facts])
				.filter(([, facts]) => facts.length)
		),
		sources: sourcesOf(draft, base.sources)
	};
}
