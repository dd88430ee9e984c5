import { leastOf, piecesOf } from './evidence.ts';
import type { Row } from './tables.ts';

/** The first day each level of a lesson was reached by one person; '' is not yet. */
export interface Credits {
	readonly heard: string;
	readonly understood: string;
	/** Her group understood it while she was there; never copied into `understood`. */
	readonly group: string;
	readonly committed: string;
	readonly doing: string;
	/** The last day a facilitator saw it at home. */
	readonly verified: string;
	/** Newest revision she went through, 0 without any: a newer one holds something new and takes nothing. */
	readonly revision: number;
}

/** Folded rows of one person, and the sessions of her group. */
export interface Ground {
	readonly progress: readonly Row[];
	readonly practices: readonly Row[];
	readonly sessions: readonly Row[];
}

const NOT_YET: Credits = {
	heard: '',
	understood: '',
	group: '',
	committed: '',
	doing: '',
	verified: '',
	revision: 0
};

const text = (value: string | number | null | undefined): string => String(value ?? '');
const firstOf = (...days: readonly string[]): string =>
	leastOf(days.flatMap((day, i) => (day ? [`${i}=${day}`] : [])).join(';'));

/**
 * All credits of one person, by lesson: the one place where they are made, for screen, grid and export.
 * They rest on facts alone, so that no new content takes one away. `practiceOf`: lesson → its practice.
 */
export function creditsOf(
	ground: Ground,
	practiceOf: ReadonlyMap<string, string>
): ReadonlyMap<string, Credits> {
	const heardOf = new Map(ground.progress.map((row) => [text(row.lesson), row]));
	const doneOf = new Map(ground.practices.map((row) => [text(row.practice), row]));
	const understood = new Map(
		ground.sessions.flatMap((row) => (row.understood ? [[text(row.session), text(row.day)]] : []))
	);
	const credits = new Map<string, Credits>();
	for (const lesson of new Set([...heardOf.keys(), ...practiceOf.keys()])) {
		const heard = heardOf.get(lesson);
		const done = doneOf.get(practiceOf.get(lesson) ?? '');
		if (!heard && !done) continue;
		credits.set(lesson, {
			...NOT_YET,
			...(heard && learnt(heard, understood)),
			...(done && practised(done))
		});
	}
	return credits;
}

function learnt(row: Row, understood: ReadonlyMap<string, string>) {
	// a piece names the session and the id she had in it
	const sessions = piecesOf(text(row.sessions)).map((piece) => piece.slice(0, piece.indexOf(':')));
	return {
		heard: text(row.heardOn),
		understood: text(row.understoodOn),
		group: firstOf(...sessions.map((session) => understood.get(session) ?? '')),
		revision: Number(row.revision)
	};
}

/** Who does it has said so before; who stopped is no longer doing it, and has still once wanted to. */
function practised(row: Row) {
	const level = text(row.level);
	const since = text(row.since);
	return {
		committed: firstOf(text(row.committedOn), since),
		doing: level === 'doing' || level === 'verified' ? since : '',
		verified: level === 'verified' ? text(row.verifiedOn) : ''
	};
}
