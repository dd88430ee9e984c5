/**
 * What is not for learners. A part of the app is fetched by the worker when somebody of the staff signs in; all
 * else is the core, which every phone keeps. A page belongs to a part by its address, code by the pages that reach
 * it, a drawing by the code that names it: nothing else has to be listed. docs/adr/0023-parts.md.
 */
export const PARTS = ['promoter', 'office'] as const;
export type Part = (typeof PARTS)[number];
/** `core` is what every phone keeps. */
export type Place = Part | 'core';

/** Beginnings of addresses, without the language. */
const PAGES: Record<Part, readonly string[]> = {
	promoter: [
		...['children', 'measuring-day', 'phone/account', 'phone/code', 'quality', 'rules', 'sign-in']
	],
	office: [
		...['groups', 'phone/account', 'phone/code', 'programme', 'quality', 'record', 'sign-in']
	]
};

const BOTH: readonly Part[] = PARTS;
/**
 * Heavy rooms behind an `import()` in code of the core: whoever comes to them is signed in or signing in.
 * An `import()` in code of a part needs no line here.
 */
const ROOMS: readonly (readonly [RegExp, readonly Part[]])[] = [
	[/(?:^|\/)node_modules\/hash-wasm\//, BOTH],
	[/(?:^|\/)src\/lib\/crypto\//, BOTH],
	[/(?:^|\/)src\/lib\/store\/departure/, BOTH],
	[/(?:^|\/)src\/lib\/app\/staff/, BOTH],
	[/(?:^|\/)src\/lib\/sync\/(pocketbase|secrets)\.ts/, BOTH],
	[/(?:^|\/)src\/lib\/(domain\/growth|features\/children)\//, ['promoter']],
	[/(?:^|\/)src\/lib\/features\/(groups|programme)\//, ['office']]
];

/** The places of a page by its address without the language: `/children/new/`. */
export function placesOfPage(path: string): readonly Place[] {
	const steps = path.split('/').filter((step) => step !== '' && !step.startsWith('('));
	const at = `${steps.join('/')}/`;
	const parts = PARTS.filter((part) => PAGES[part].some((page) => at.startsWith(`${page}/`)));
	return parts.length ? parts : ['core'];
}

/** The parts a module belongs to wherever it is imported later from; undefined: to its importer's. */
export const partsOfRoom = (id: string): readonly Part[] | undefined =>
	ROOMS.find(([room]) => room.test(id))?.[1];
