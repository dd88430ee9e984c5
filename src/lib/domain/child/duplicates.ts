import { daysBetween } from '../shared/day.ts';
import type { Child } from './rows.ts';
import { alike, soundsOf } from './sound.ts';

/** What is known of a child who is about to be registered. */
export type Newcomer = Pick<Child, 'name' | 'family' | 'sex' | 'bornFrom' | 'bornTo' | 'card'> & {
	readonly caregiverName: string;
};
interface Known {
	readonly child: Child;
	readonly caregiverName: string;
}
export interface Candidate<K extends Known = Known> {
	readonly known: K;
	/** The same number of her card, or the higher the more alike. */
	readonly score: number;
}

/** Births so far apart can still be one, when each was told once. */
const SLACK_DAYS = 31;
const SAME_CARD = 100;

const sharesWord = (a: string, b: string): boolean => {
	const others = soundsOf(b);
	return soundsOf(a).some((word) => others.some((other) => alike(word, other)));
};

function birthsFit(a: Newcomer, b: Child): boolean {
	if (!a.bornFrom || !b.bornFrom) return true;
	const [lastA, lastB] = [a.bornTo ?? a.bornFrom, b.bornTo ?? b.bornFrom];
	return (
		daysBetween(lastA, b.bornFrom) <= SLACK_DAYS && daysBetween(lastB, a.bornFrom) <= SLACK_DAYS
	);
}

const isExactlyBornLike = (a: Newcomer, b: Child): boolean =>
	a.bornFrom !== null && a.bornFrom === b.bornFrom && a.bornFrom === a.bornTo;

function score(fresh: Newcomer, { child, caregiverName }: Known): number {
	if (fresh.card && fresh.card === child.card) return SAME_CARD;
	if (fresh.sex !== 'unknown' && child.sex !== 'unknown' && fresh.sex !== child.sex) return 0;
	if (!birthsFit(fresh, child)) return 0;
	const name = sharesWord(fresh.name, child.name);
	const family = sharesWord(fresh.family, child.family);
	const noFamily = !fresh.family || !child.family;
	const caregiver = sharesWord(fresh.caregiverName, caregiverName);
	const fits = (name && (family || caregiver)) || (name && noFamily);
	// a child has another name on the card than at home: the day and the mother tell
	const byMother = isExactlyBornLike(fresh, child) && family && caregiver;
	if (!fits && !byMother) return 0;
	return 2 * Number(name) + 2 * Number(family) + Number(caregiver);
}

/**
 * Children of the register who may be the one that is about to be registered, the likeliest first: the
 * names sound alike, sex and birth do not speak against it. Twins are told apart by their names.
 */
export function duplicatesOf<K extends Known>(
	fresh: Newcomer,
	register: Iterable<K>
): Candidate<K>[] {
	const found: Candidate<K>[] = [];
	for (const known of register) {
		const points = score(fresh, known);
		if (points > 0) found.push({ known, score: points });
	}
	return found.sort((a, b) => b.score - a.score).slice(0, 5);
}
