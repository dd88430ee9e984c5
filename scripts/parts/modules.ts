import { writeFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { drawingsIn } from './drawings.ts';
import { PARTS, placesOfPage, type Place } from './places.ts';
import { reachedFrom, spread, type Piece } from './spread.ts';

const NODE = /\/generated\/client-optimized\/nodes\/\d+\.js$/;
const ROUTE = /\/src\/routes(\/.*)?\/\+(page|layout|error)\.(?:svelte|ts)$/;
const STYLE = /[?&]type=style|\.css$/;
const LESSON = '/courses/[course]/[lesson]';
const COURSES = /\/library\/generated\//;
const CHARTS = /\/node_modules\/(chart\.js|@kurkle)\//;

type Pieces = ReadonlyMap<string, Piece>;

/**
 * Sorts the app's modules into few chunks, none of which mixes the core with a part: on a slow line most of the time
 * of a small file is waiting. Notes beside the build which drawings the code of each place names.
 */
export function sortModules(note: string): Plugin {
	let chunkOf: (id: string) => string | undefined = () => undefined;
	// a name may have a page behind it, `mixed:3`: one file for each of those pages
	const only = (wanted: string) => (id: string) => {
		const name = chunkOf(id);
		return name?.split(':')[0] === wanted ? name.replace(':', '-') : null;
	};
	const groups = ORDER.map((name, i) => ({
		name: only(name),
		debugName: name,
		priority: ORDER.length - i
	}));
	return {
		name: 'yatiqana-parts',
		apply: 'build',
		config: (_, { isSsrBuild }) =>
			isSsrBuild ? {} : { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } },
		buildEnd() {
			const pieces = new Map<string, Piece>();
			const roots = new Map<string, readonly Place[]>();
			const code = new Map<string, string>();
			for (const id of this.getModuleIds()) {
				const info = this.getModuleInfo(id);
				if (!info) continue;
				const imports = withMessages(info.importedIds, info.code ?? '');
				pieces.set(id, { id, imports, later: info.dynamicallyImportedIds });
				if (info.isEntry) roots.set(id, placesOfEntry(id, info.importedIds));
				if (info.code && id.includes('/src/')) code.set(id, info.code);
			}
			if (![...roots.keys()].some((id) => NODE.test(id))) return; // not the app: a worker
			const places = spread(pieces, roots);
			chunkOf = sorter(pieces, roots, places);
			writeFileSync(note, JSON.stringify(drawingsIn(code, places)));
		}
	};
}

// what others stand on is taken first, else a group would take its foundations along
const STAFF = [[...PARTS].join('-'), ...PARTS].flatMap((each) => [
	each,
	`${each}-mixed`,
	`${each}-late`,
	`${each}-style`
]);
const ORDER = [
	'charts',
	'style',
	'courses',
	'start',
	'home',
	'lesson',
	'session',
	'common',
	'mixed',
	'shared',
	'late',
	...STAFF
];

const MESSAGES = /\/paraglide\/messages\.js$/;

/** Messages are imported through one list of all; what counts is which of them are used. */
function withMessages(imports: readonly string[], code: string): string[] {
	const used = [...new Set([...code.matchAll(/\bm\.([a-z]\w*)/g)].map((match) => match[1]))];
	return imports.flatMap((to) =>
		MESSAGES.test(to) ? used.map((name) => to.replace(/\.js$/, `/${name}.js`)) : [to]
	);
}

const routeOf = (imports: readonly string[]) =>
	imports.map((to) => ROUTE.exec(to)).find((match) => match !== null);

function placesOfEntry(id: string, imports: readonly string[]): readonly Place[] {
	const route = NODE.test(id) ? routeOf(imports) : null;
	return route ? placesOfPage(`${route[1] ?? ''}/`) : ['core'];
}

/** The chunk a module goes to; undefined: with the one page that needs it. */
function sorter(
	pieces: Pieces,
	roots: ReadonlyMap<string, readonly Place[]>,
	places: ReadonlyMap<string, ReadonlySet<Place>>
): (id: string) => string | undefined {
	const lazy = [...pieces.values()].flatMap(({ later }) => later);
	const starts = new Set([...roots.keys(), ...lazy]);
	const reached = reachedFrom(pieces, starts);
	const route = (id: string) => routeOf(pieces.get(id)?.imports ?? []);
	const isPage = (id: string) => route(id)?.[2] === 'page' || route(id)?.[1] !== undefined;
	const entries = [...roots.keys()];
	const pages = new Set(entries.filter((id) => isPage(id) && roots.get(id)?.includes('core')));
	const staffPages = entries.filter((id) => isPage(id) && !pages.has(id));
	const always = entries.filter((id) => !isPage(id));
	const lessons = entries.filter((id) => route(id)?.[1] === LESSON);
	const sessions = entries.filter((id) => route(id)?.[1]?.startsWith('/session'));
	const homes = entries.filter((id) => route(id)?.[2] === 'page' && route(id)?.[1] === undefined);
	const numbers = new Map(entries.map((id, i) => [id, i]));
	return (id) => {
		const from = reached.get(id);
		const where = places.get(id);
		if (!from || !where || starts.has(id)) return undefined;
		if (CHARTS.test(id)) return 'charts';
		if (!where.has('core')) {
			const pagesOf = entries.filter((root) => from.has(root)).length;
			return staffChunk(id, { pages: pagesOf, all: from.size }, where);
		}
		const sharers = [...from].filter((root) => pages.has(root));
		const shares = sharers.length;
		const first = always.some((root) => from.has(root));
		if (STYLE.test(id)) return shares || first ? 'style' : undefined;
		if (COURSES.test(id)) return 'courses';
		const ofStaff = staffPages.filter((root) => from.has(root)).length;
		if (first || shares * 2 >= pages.size || ofStaff * 2 >= staffPages.length) return 'start';
		// home and lesson are opened first: what they share does not bring what they do not need
		if (shares > 1 && homes.some((root) => from.has(root))) return 'home';
		if (shares > 1 && lessons.some((root) => from.has(root))) return 'lesson';
		if (shares > 1) return sessions.some((root) => from.has(root)) ? 'session' : 'common';
		if (from.size === 1) return undefined;
		// what one page shares with a part stands apart, else the part's group would take it along
		if (shares === 1) return `mixed:${numbers.get(sharers[0] ?? '') ?? 0}`;
		// and what pages of a part share with the code that comes later, else they would bring all of it
		return entries.some((root) => from.has(root)) ? 'shared' : 'late';
	};
}

interface Reach {
	/** Pages that cannot do without it, and all that ask for it, at once or later. */
	readonly pages: number;
	readonly all: number;
}

function staffChunk(id: string, { pages, all }: Reach, where: ReadonlySet<Place>) {
	const name = PARTS.filter((part) => where.has(part)).join('-');
	if (STYLE.test(id)) return `${name}-style`;
	if (all < 2) return undefined;
	// what one page needs at once and others later would make every page of the part heavier
	if (pages === 1) return `${name}-mixed`;
	return pages ? name : `${name}-late`;
}
