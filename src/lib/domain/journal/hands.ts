import { understoodInGroup } from './credits.ts';
import { pairsOf, withPiece } from './evidence.ts';
import type { Tables } from './tables.ts';

/** The hands of one question, as a row of a meeting keeps them: `q1=5.7.2/0/14`. */
export interface Raised {
	readonly q: string;
	readonly counts: readonly number[];
	/** Place of the right option. */
	readonly right: number;
	/** How many were in the room when it was asked. */
	readonly of: number;
}

const numbers = (text = '', between: string): number[] =>
	text === '' ? [] : text.split(between).map(Number);

/** All questions of a meeting, in the order of their ids. */
export const raisedIn = (text: string): Raised[] =>
	pairsOf(text).map(([q, value]) => {
		const [counts, right = '0', of = '0'] = value.split('/');
		return { q, counts: numbers(counts, '.'), right: Number(right), of: Number(of) };
	});

/** Writes hands into a meeting and says anew whether the group understood it. */
export function raise(row: Tables['sessions'], { q, counts, right, of }: Raised): void {
	row.hands = withPiece(row.hands, q, `${counts.join('.')}/${right}/${of}`);
	row.understood = Number(understoodInGroup(raisedIn(row.hands), row.present));
}

/** A question over several meetings: of so many hands so many were right, and what was raised last. */
export interface Asked extends Raised {
	readonly good: number;
	readonly asked: number;
}

/**
 * The question with the smallest share of right hands over all these meetings, the last one first;
 * undefined if none was asked or every hand was right.
 */
export function hardest(meetings: readonly (readonly Raised[])[]): Asked | undefined {
	const sums = new Map<string, Asked>();
	for (const one of meetings.flat()) {
		const before = sums.get(one.q) ?? { ...one, good: 0, asked: 0 };
		const good = before.good + (one.counts[one.right] ?? 0);
		sums.set(one.q, { ...before, good, asked: before.asked + one.of });
	}
	const share = ({ good, asked }: Asked) => good / asked;
	return [...sums.values()]
		.filter(({ good, asked }) => asked > 0 && good < asked)
		.sort((a, b) => share(a) - share(b))[0];
}
