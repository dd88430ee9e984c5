import type { Place } from './places.ts';

/** Drawing or beginning of drawings (`course-*`) → places whose code names it. */
export type Drawings = Readonly<Record<string, readonly Place[]>>;

// art('lock'), art(`course-${n}`), and names with a folder wherever they stand: 'health/arm'
const CALLED = /\bart\(\s*(['"`])([\w/-]+)(?:\1|(\$\{))/g;
const NAMED = /['"`](health\/[\w-]+)['"`]/g;
const LIST = /\/ui\/art\.ts$/;

/** Which drawings the code of each place names; the list of all drawings names none. */
export function drawingsIn(
	code: ReadonlyMap<string, string>,
	places: ReadonlyMap<string, ReadonlySet<Place>>
): Drawings {
	const found: Record<string, Place[]> = {};
	for (const [id, text] of code) {
		if (LIST.test(id)) continue;
		const called = [...text.matchAll(CALLED)].map(([, , name, more]) => (more ? `${name}*` : name));
		const named = [...text.matchAll(NAMED)].map(([, name]) => name);
		for (const name of [...called, ...named])
			if (name) found[name] = [...new Set([...(found[name] ?? []), ...(places.get(id) ?? [])])];
	}
	return found;
}

export function placesOfDrawing(name: string, drawings: Drawings): Place[] {
	const is = (named: string) =>
		named.endsWith('*') ? name.startsWith(named.slice(0, -1)) : named === name;
	return [
		...new Set(
			Object.keys(drawings)
				.filter(is)
				.flatMap((named) => drawings[named] ?? [])
		)
	];
}
