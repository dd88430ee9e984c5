/** The gate: a lesson is published only when no rule has anything to say. */
import type { LessonDraft } from '../lesson-draft.ts';
import { LIMITS } from './fault.ts';
import type { Fault, GateContext, Rule } from './fault.ts';
import * as grounds from './grounds.ts';
import { digitsAgree, numbersHaveFacts } from './numbers.ts';
import { removalsAreMapped, revisionRises } from './revision.ts';
import { claimsAreAllowed, dosesAreAbsent, pricesAreElsewhere } from './safety.ts';
import * as speech from './speech.ts';
import * as structure from './structure.ts';

const RULES: readonly Rule[] = [
	structure.idsAreUnique,
	structure.anatomyHolds,
	structure.keysPointBack,
	structure.handsCanCount,
	structure.knowledgeComesInPieces,
	structure.minutesAreTold,
	grounds.groundsAreKnown,
	grounds.normIsRead,
	grounds.picturesAreThere,
	grounds.glossaryIsKnown,
	grounds.practiceIsKept,
	grounds.reviewsAreSigned,
	numbersHaveFacts,
	digitsAgree,
	speech.sentencesAreShort,
	speech.optionsAreShort,
	speech.apostropheIsOne,
	speech.aymaraIsSpelled,
	speech.negationAgrees,
	speech.negationIsClosed,
	claimsAreAllowed,
	dosesAreAbsent,
	pricesAreElsewhere,
	removalsAreMapped,
	revisionRises
];

/** Everything that keeps this lesson from being published, rule by rule. */
export function judge(lesson: LessonDraft, context: GateContext): Fault[] {
	return RULES.flatMap((rule) => rule(lesson, context));
}

export function judgeSize(what: keyof typeof LIMITS, sizes: ReadonlyMap<string, number>): Fault[] {
	return [...sizes]
		.filter(([, bytes]) => bytes > LIMITS[what])
		.map(([where, bytes]): Fault => {
			const text = `${bytes} bytes; a ${what} has at most ${LIMITS[what]}`;
			return { code: `${what}-large`, where, text };
		});
}
