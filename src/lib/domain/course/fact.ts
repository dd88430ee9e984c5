/** The fact base as data: what a lesson may claim, and how it is known. */
import type { Evidence } from './lesson.ts';

export interface Fact {
	/** the statement in Spanish, with every number */
	es: string;
	/** S12 = read there, S12L = known to stand there, GK = general knowledge */
	sources: string[];
	/** sources disagree, or it changes with place, breed, brand, law or year */
	contested?: true;
}

export type FactBase = ReadonlyMap<string, Fact>;

const STRENGTH = { read: 2, known: 1, general: 0 } as const;

export function evidenceOf(mark: string): Evidence {
	if (mark === 'GK') return 'general';
	return mark.endsWith('L') ? 'known' : 'read';
}

/** A fact counts as read when at least one of its statements was read in a source. */
export function evidenceOfFact(fact: Fact): Evidence {
	return fact.sources
		.map(evidenceOf)
		.reduce((best, next) => (STRENGTH[next] > STRENGTH[best] ? next : best), 'general');
}

/** Facts of others than the numbered statements: 5.2.goal, 5.2.Q3, B. */
export function isWarning(factId: string): boolean {
	return factId === 'B' || factId.endsWith('.caution');
}
