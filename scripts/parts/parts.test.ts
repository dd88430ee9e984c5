import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawingsIn, placesOfDrawing } from './drawings.ts';
import { placesOfPage, type Place } from './places.ts';
import { reachedFrom, spread, type Piece } from './spread.ts';

type Made = Record<string, { imports?: string[]; later?: string[] }>;
const piece = (id: string, { imports = [], later = [] }: Made[string] = {}) => ({
	id,
	imports,
	later
});
function pieces(made: Made): Map<string, Piece> {
	const named = Object.values(made).flatMap(({ imports = [], later = [] }) => [
		...imports,
		...later
	]);
	return new Map([...Object.keys(made), ...named].map((id) => [id, piece(id, made[id])]));
}
const roots = (made: Record<string, Place[]>) => new Map(Object.entries(made));

describe('a page belongs', () => {
	it.each([
		['/', ['core']],
		['/courses/[course]/[lesson]/', ['core']],
		['/session/run/', ['core']],
		['/children/new/', ['promoter']],
		['/programme/accounts/', ['office']],
		['/phone/', ['core']],
		['/phone/code/', ['promoter', 'office']],
		['/programmes/', ['core']],
		['/sign-in/', ['promoter', 'office']],
		['/(staff)/groups/', ['office']]
	])('%s: %j', (path, places) => {
		expect(placesOfPage(path)).toEqual(places);
	});
});

describe('code belongs to the pages that reach it', () => {
	const found = spread(
		pieces({
			start: { imports: ['svelte'], later: ['home', 'groups', 'children'] },
			home: { imports: ['button'], later: ['/src/lib/store/phone.ts'] },
			'/src/lib/store/phone.ts': { imports: ['dexie'], later: ['node_modules/hash-wasm/index.js'] },
			groups: { imports: ['button', 'table'], later: ['charts'] },
			children: { imports: ['keypad', 'table'] }
		}),
		roots({ start: ['core'], home: ['core'], groups: ['office'], children: ['promoter'] })
	);
	const places = (id: string) => [...(found.get(id) ?? [])].sort();

	it('at once', () => {
		expect(places('keypad')).toEqual(['promoter']);
		expect(places('table')).toEqual(['office', 'promoter']);
		expect(places('button')).toEqual(['core', 'office']);
	});

	it('and later, but the way to a page does not make it one’s own', () => {
		expect(places('dexie')).toEqual(['core']);
		expect(places('charts')).toEqual(['office']);
		expect(places('groups')).toEqual(['office']);
	});

	it('except rooms of the staff, where the core only opens the door', () => {
		expect(places('node_modules/hash-wasm/index.js')).toEqual(['office', 'promoter']);
	});
});

it('what is reached at once is known root by root', () => {
	const made = pieces({ a: { imports: ['c'] }, b: { imports: ['c'], later: ['d'] }, c: {}, d: {} });
	const found = reachedFrom(made, ['a', 'b']);
	expect([...(found.get('c') ?? [])]).toEqual(['a', 'b']);
	expect(found.get('d')).toBeUndefined();
});

describe('a drawing goes where code names it', () => {
	const places = new Map<string, Set<Place>>([
		['child.svelte', new Set<Place>(['promoter'])],
		['home.svelte', new Set<Place>(['core'])],
		['src/lib/ui/art.ts', new Set<Place>(['core'])]
	]);
	const drawings = drawingsIn(
		new Map([
			['child.svelte', 'const feet = "health/feet-both"; art("lock")'],
			['home.svelte', 'art(`course-${n}`)'],
			['src/lib/ui/art.ts', '["health/arm"]']
		]),
		places
	);
	it.each([
		['lock', ['promoter']],
		['health/feet-both', ['promoter']],
		['course-3', ['core']],
		['health/arm', []],
		['home', []]
	])('%s', (name, wanted) => {
		expect(placesOfDrawing(name, drawings)).toEqual(wanted);
	});

	it('and no code of ours names it by its address, for then no phone would keep it', () => {
		const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
			.map((path) => join('src', path))
			.filter((path) => /\.(svelte|ts)$/.test(path) && !path.includes('catalogue'));
		expect(files.length).toBeGreaterThan(500);
		const naming = files.filter((path) => /['"`]\/art\//.test(readFileSync(path, 'utf8')));
		expect(naming).toEqual([join('src', 'lib', 'ui', 'art.ts')]);
	});
});
