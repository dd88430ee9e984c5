import type { HeldFact } from '#lib/app/office.svelte.ts';

/** Facts that wait for the same reason, by the same hand, in the same place: one question. */
export interface HeldCase {
	readonly key: string;
	readonly facts: readonly HeldFact[];
	readonly first: HeldFact;
	/** All of them may be written by now. */
	readonly ready: boolean;
	/** Somebody asks to forget a person: nothing brings it back. */
	readonly erases: boolean;
	/** What the right would be called that is missing. */
	readonly lacks: 'phone' | 'facilitator' | 'promoter' | null;
}

const kindOf = ({ entry }: HeldFact) => entry?.kind ?? '';

/** The role that writes facts of this kind in this place, if a right in the place is what is missing. */
function lackOf({ code, scope, account }: HeldFact): HeldCase['lacks'] {
	if (code !== 'scope') return null;
	if (scope.startsWith('c:')) return account ? 'promoter' : null;
	return account ? 'facilitator' : 'phone';
}

/** What waits, as questions to decide; an erasure is always one of its own. */
export function casesOf(facts: readonly HeldFact[]): HeldCase[] {
	const cases = new Map<string, [HeldFact, ...HeldFact[]]>();
	for (const fact of facts) {
		const own = kindOf(fact) === 'erase' ? fact.id : '';
		const key = [fact.code, fact.scope, fact.by, fact.phone, own].join('|');
		const found = cases.get(key);
		if (found) found.push(fact);
		else cases.set(key, [fact]);
	}
	return [...cases].map(([key, [first, ...others]]) => ({
		key,
		facts: [first, ...others],
		first,
		ready: [first, ...others].every(({ ready }) => ready),
		erases: kindOf(first) === 'erase',
		lacks: lackOf(first)
	}));
}
