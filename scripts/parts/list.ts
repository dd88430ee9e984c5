// The worker's list: what every phone keeps, what each part keeps, and which pages the shell answers for.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placesOfDrawing, type Drawings } from './drawings.ts';
import { placesOfPage, type Place } from './places.ts';
import { spread, type Piece } from './spread.ts';

/** One file of the app for the worker; see src/service-worker/list.ts. */
interface Listed {
	url: string;
	revision: string | null;
	size: number;
	/** the parts that need it; a file of the core has none */
	parts?: string[];
	/** what its bytes must be */
	integrity?: string;
}

interface ViteChunk {
	file: string;
	src?: string;
	isEntry?: boolean;
	imports?: string[];
	dynamicImports?: string[];
	css?: string[];
	assets?: string[];
}

export interface Output {
	/** folder of Kit's output */
	readonly folder: string;
	/** note of the module sorter */
	readonly note: string;
}

/** Sorts files as the build left them (`client/…`, `prerendered/pages/…`) into the worker's list. */
export function workersList(
	files: readonly { url: string; revision: string | null; size: number }[],
	{ folder, note }: Output
): Listed[] {
	const code = placesOfFiles(folder);
	const drawings: Drawings = JSON.parse(readFileSync(note, 'utf8'));
	const placesOf = (url: string): readonly Place[] => {
		const drawing = /^client\/art\/(.+)\.svg$/.exec(url)?.[1];
		if (drawing) return placesOfDrawing(drawing, drawings);
		if (url.startsWith('client/_app/')) return [...(code.get(url.slice(7)) ?? [])];
		return ['core'];
	};
	return files.flatMap(({ url, revision, size }) => {
		const page = /^prerendered\/pages\/(.*?)\/?index\.html$/.exec(url)?.[1];
		if (page !== undefined) return pageLine(page, { revision, size });
		const places = placesOf(url);
		const address = url.replace(/^client/, '').replace(/^prerendered\/[a-z]+/, '');
		if (places.includes('core')) return [{ url: address, revision, size }];
		if (places.length === 0) return [];
		const integrity = `sha256-${createHash('sha256')
			.update(readFileSync(join(folder, url)))
			.digest('base64')}`;
		return [{ url: address, revision, size, parts: [...places], integrity }];
	});
}

/** A few pages lie on the phone as they are; of the others only the address, for the shell makes them. */
function pageLine(page: string, { revision, size }: Omit<Listed, 'url'>): Listed[] {
	const [, ay, path = ''] = /^(ay)?\/?(.*)$/.exec(page) ?? [];
	const url = page === '' ? '/' : `/${page}/`;
	if (KEPT.includes(path)) return [{ url, revision, size }];
	if (ay) return [];
	return [
		{ url, revision: SHELL, size: 0, parts: placesOfPage(url).filter((place) => place !== 'core') }
	];
}

const KEPT = ['', 'courses'];
const SHELL = 'shell';

/** Where every script and style of the build belongs, as the bundler's own manifest connects them. */
function placesOfFiles(folder: string): Map<string, Set<Place>> {
	const manifest: Record<string, ViteChunk> = JSON.parse(
		readFileSync(join(folder, 'client/.vite/manifest.json'), 'utf8')
	);
	const pieces = new Map<string, Piece>();
	const roots = new Map<string, readonly Place[]>();
	for (const [id, { imports = [], dynamicImports = [], isEntry, src }] of Object.entries(
		manifest
	)) {
		pieces.set(id, { id, imports, later: dynamicImports });
		if (isEntry) roots.set(id, placesOfEntry(join(folder, '../..', src ?? id)));
	}
	const found = new Map<string, Set<Place>>();
	for (const [id, places] of spread(pieces, roots)) {
		const { file, css = [], assets = [] } = manifest[id] ?? { file: id };
		for (const path of [file, ...css, ...assets])
			found.set(path, new Set([...(found.get(path) ?? []), ...places]));
	}
	return found;
}

function placesOfEntry(source: string): readonly Place[] {
	if (!/\/nodes\/\d+\.js$/.test(source) || !existsSync(source)) return ['core'];
	const page = /src\/routes(\/[^"']*)?\/\+(?:page|layout)\.(?:svelte|ts)["']/.exec(
		readFileSync(source, 'utf8')
	);
	return page ? placesOfPage(`${page[1] ?? ''}/`) : ['core'];
}
