// The build as the phone meets it: pages, what each needs before the first tap, what the worker keeps.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { filesUnder } from '../server/twins.mjs';

const PACKED = /\.(woff2|png|webp|avif|opus|m4a|mp3|ico)$/;

export interface Listed {
	url: string;
	revision: string | null;
	parts?: string[];
	integrity?: string;
}

export interface Page {
	/** Its address: '/ay/courses/'. */
	address: string;
	html: string;
	/** Paths of scripts and styles that are loaded before the first tap. */
	needs: string[];
}

export class Build {
	readonly files: string[];
	readonly #weights = new Map<string, number>();

	constructor(readonly folder: string) {
		this.files = filesUnder(folder).filter((path) => !/\.(br|gz)$/.test(path));
	}

	has(path: string): boolean {
		return existsSync(join(this.folder, path)) && statSync(join(this.folder, path)).isFile();
	}

	text(path: string): string {
		return readFileSync(join(this.folder, path), 'utf8');
	}

	/** Bytes on the wire: brotli at its highest for text, as they are for what is packed already. */
	weight(path: string): number {
		const known = this.#weights.get(path) ?? this.#weigh(path);
		this.#weights.set(path, known);
		return known;
	}

	#weigh(path: string): number {
		const file = join(this.folder, path);
		if (PACKED.test(path)) return statSync(file).size;
		if (existsSync(`${file}.br`)) return statSync(`${file}.br`).size;
		const bytes = readFileSync(file);
		const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
		return Math.min(bytes.length, brotliCompressSync(bytes, { params }).length);
	}

	weightOf(paths: Iterable<string>): number {
		let sum = 0;
		for (const path of new Set(paths)) sum += this.weight(path);
		return sum;
	}

	pages(): Page[] {
		return this.files
			.filter((path) => path.endsWith('index.html'))
			.map((path) => {
				const html = this.text(path);
				const address = `/${path.slice(0, -'index.html'.length)}`;
				return { address, html, needs: this.graph(linked(html)) };
			});
	}

	/** With everything that these scripts import at once; what is imported later is not needed yet. */
	graph(paths: string[]): string[] {
		const seen = new Set<string>();
		const visit = (path: string) => {
			if (seen.has(path)) return;
			seen.add(path);
			if (path.endsWith('.js')) for (const next of imports(path, this.text(path))) visit(next);
		};
		for (const path of paths) visit(path);
		return [...seen];
	}

	/** The worker's list of this version. */
	listed(): Listed[] {
		const worker = this.text('service-worker.js');
		const lines = worker.matchAll(/\{(?=[^{}]*"revision":)[^{}]*"url":"[^{}]*\}/g);
		return [...lines].map(([line]): Listed => JSON.parse(line));
	}

	/** The addresses that the worker fetches when it is installed. */
	precache(): string[] {
		const core = this.listed().filter(
			({ revision, parts }) => revision !== 'shell' && !parts?.length
		);
		return core.map(({ url }) => url);
	}

	/** The files that a part adds to the core. */
	part(name: string): Listed[] {
		return this.listed().filter(
			({ revision, parts }) => revision !== 'shell' && parts?.includes(name)
		);
	}

	/** What the bytes of a file must be, as a worker checks them. */
	integrity(path: string): string {
		const bytes = readFileSync(join(this.folder, path));
		return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
	}

	/** The file behind an address. */
	fileOf(address: string): string {
		const path = address.replace(/^\//, '');
		return path === '' || path.endsWith('/') ? `${path}index.html` : path;
	}
}

function linked(html: string): string[] {
	const links = [...html.matchAll(/<link\b[^>]*>/g)].map((match) => match[0]);
	const wanted = links.filter((link) => /rel="(modulepreload|stylesheet|preload)"/.test(link));
	const scripts = [...html.matchAll(/import\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
	return [...wanted.map((link) => /href="([^"]+)"/.exec(link)?.[1] ?? ''), ...scripts].map((path) =>
		path.replace(/^\//, '')
	);
}

function imports(from: string, code: string): string[] {
	const found = [...code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)];
	return found.map((match) => join(from, '..', match[1] ?? ''));
}
