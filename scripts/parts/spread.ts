import { partsOfRoom, type Place } from './places.ts';

/** A module or a chunk: what it needs at once, and what it asks for later. */
export interface Piece {
	readonly id: string;
	readonly imports: readonly string[];
	readonly later: readonly string[];
}

/**
 * Where every piece belongs. Starts at the roots, follows what is imported at once and later, and stops where
 * something later leads to another root, or from the core into a room of the staff.
 */
export function spread(
	pieces: ReadonlyMap<string, Piece>,
	roots: ReadonlyMap<string, readonly Place[]>,
	roomOf = partsOfRoom
): Map<string, Set<Place>> {
	const found = new Map<string, Set<Place>>();
	const open: [string, readonly Place[]][] = [...roots];
	for (let next = open.pop(); next; next = open.pop()) {
		const [id, places] = next;
		const piece = pieces.get(id);
		const known = found.get(id) ?? new Set();
		const fresh = places.filter((place) => !known.has(place));
		if (!piece || fresh.length === 0) continue;
		found.set(id, new Set([...known, ...fresh]));
		for (const to of piece.imports) open.push([to, fresh]);
		for (const to of piece.later)
			if (!roots.has(to))
				open.push([
					to,
					fresh.flatMap((place) => (place === 'core' ? (roomOf(to) ?? place) : place))
				]);
	}
	return found;
}

/** Which of the roots reach a piece at once. */
export function reachedFrom(
	pieces: ReadonlyMap<string, Piece>,
	roots: Iterable<string>
): Map<string, Set<string>> {
	const found = new Map<string, Set<string>>();
	for (const root of roots) {
		const open = [root];
		for (let id = open.pop(); id !== undefined; id = open.pop()) {
			const known = found.get(id) ?? new Set();
			if (known.has(root)) continue;
			found.set(id, known.add(root));
			open.push(...(pieces.get(id)?.imports ?? []));
		}
	}
	return found;
}
