import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { manifest, parts, policies, prerendered, weights, type Line } from './bars.ts';
import { Build } from './build.ts';

const START = 'console.log("start")';
const HASH = 'sha256-aIvTeQdIJvkhQz8YKrSizr4Jr9rVjpjACSf2kbEYS60=';

const page = (lang: string, script = 'entry', inline = START) =>
	`<!doctype html><html lang="${lang}"><head>` +
	`<meta http-equiv="content-security-policy" content="script-src 'self' '${HASH}'">` +
	`<link href="/_app/${script}.js" rel="modulepreload"><link href="/_app/app.css" rel="stylesheet">` +
	`</head><body><script>${inline}</script></body></html>`;

const PAGES = {
	'index.html': page('es-BO'),
	'ay/index.html': page('ay'),
	'courses/index.html': page('es-BO'),
	'ay/courses/index.html': page('ay')
};
const REST = {
	'manifest.webmanifest': '{}',
	'_app/app.css': 'body{}',
	'_app/entry.js': 'import{a}from"./deep.js";const later=()=>import("./later.js");',
	'_app/deep.js': 'export const a=1',
	'_app/later.js': 'export const b=2'
};
const KEPT = ['/', 'ay/', 'courses/', 'ay/courses/', 'manifest.webmanifest'];
KEPT.push('_app/app.css', '_app/entry.js', '_app/deep.js');

let folder: string;
afterEach(() => rmSync(folder, { recursive: true }));

const ofOffice = (url: string, integrity = '') => ({ url, parts: ['office'], integrity });

function made(
	files: Record<string, string | Buffer> = {},
	kept: (string | { url: string })[] = KEPT
): Build {
	folder = mkdtempSync(join(tmpdir(), 'yatiqana-build-'));
	const list = JSON.stringify(
		kept.map((file) => ({ revision: null, ...(typeof file === 'string' ? { url: file } : file) }))
	);
	const all = { ...PAGES, ...REST, 'service-worker.js': `precache(${list},{x:1})`, ...files };
	for (const [path, text] of Object.entries(all)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return new Build(folder);
}

const wrong = (lines: Line[]) => lines.filter((line) => !line.ok).map((line) => line.what);
const noise = (kB: number) => randomBytes(kB * 1000);

describe('a build that is whole', () => {
	it('passes every bar', () => {
		const build = made();
		const lines = [...weights(build), ...manifest(build), ...policies(build)];
		expect(wrong(lines)).toEqual([]);
		expect(wrong(prerendered(build, ['/courses/']))).toEqual([]);
	});

	it('counts what a script imports at once, not what it imports later', () => {
		const [first] = made().pages();
		expect(first?.needs.sort()).toEqual(['_app/app.css', '_app/deep.js', '_app/entry.js']);
	});
});

describe('too much', () => {
	it('before the first tap', () => {
		const text = `export const a="${noise(110).toString('base64')}"`;
		expect(wrong(weights(made({ '_app/deep.js': text })))).toContain('entry route, critical');
	});

	it('for learners, or for a part of the staff', () => {
		const heavy = { '_app/deep.js': `export const a="${noise(190).toString('base64')}"` };
		expect(wrong(weights(made(heavy)))).toContain('learner JS (in the core)');
		rmSync(folder, { recursive: true });
		const build = made({ 'art.png': noise(210) }, [...KEPT, ofOffice('art.png')]);
		expect(wrong(weights(build))).toEqual(['office part']);
	});

	it('in the core of the worker', () => {
		const build = made({ 'big.png': noise(360) }, [...KEPT, 'big.png']);
		expect(wrong(weights(build))).toEqual(['core precache']);
	});

	it('of fonts', () => {
		expect(wrong(weights(made({ 'a.woff2': noise(41) })))).toEqual(['fonts']);
		rmSync(folder, { recursive: true });
		const three = { 'a.woff2': noise(1), 'b.woff2': noise(1), 'c.woff2': noise(1) };
		expect(wrong(weights(made(three)))).toEqual(['fonts are two files']);
	});
});

describe('a precache that is not whole', () => {
	it.each([
		['there is a list', []],
		['the public addresses', KEPT.filter((url) => url !== 'ay/courses/')],
		['both languages of a page', KEPT.filter((url) => url !== 'ay/')],
		['what its pages need', KEPT.filter((url) => url !== '_app/deep.js')],
		['every file is there', [...KEPT, '_app/gone.js']],
		['nothing twice', [...KEPT, '_app/deep.js']]
	])('fails: %s', (what, kept) => {
		expect(wrong(manifest(made({}, kept)))).toContain(`precache: ${what}`);
	});
});

describe('a part that is not whole', () => {
	const page = '<!doctype html><link href="/_app/immutable/office.js" rel="modulepreload">';
	const files = { 'groups/index.html': page, '_app/immutable/office.js': 'export{}' };
	const good = ofOffice(
		'/_app/immutable/office.js',
		'sha256-d3bjIZdvLjBurwdLwkSVOnEBPFFly+T1SR9r3VVHBGg='
	);

	it('passes when it is', () => {
		expect(wrong(parts(made(files, [...KEPT, good])))).toEqual([]);
	});

	it('fails: a script that nobody keeps, which its pages need', () => {
		expect(wrong(parts(made(files)))).toEqual([
			'parts: no script is left out',
			'parts: what pages of the office need'
		]);
	});

	it('fails: other bytes than the worker will ask for', () => {
		const other = { ...files, '_app/immutable/office.js': 'export{a}' };
		expect(wrong(parts(made(other, [...KEPT, good])))).toEqual([
			'parts: every file is there and whole'
		]);
	});
});

describe('pages that are wrong', () => {
	it('are missing in a language', () => {
		const files = { 'courses/agua/index.html': page('es-BO') };
		expect(wrong(prerendered(made(files), ['/courses/agua/']))).toEqual([
			'pages: courses and lessons × languages'
		]);
	});

	it('carry the other language', () => {
		const build = made({ 'ay/index.html': page('es-BO') });
		expect(wrong(prerendered(build, []))).toEqual(['pages: the language of each']);
	});

	it('have a start script that their policy forbids', () => {
		const build = made({ 'index.html': page('es-BO', 'entry', 'other()') });
		expect(wrong(policies(build))).toEqual(['policy: allows the start script']);
	});

	it('may carry data, which no policy speaks of', () => {
		const data = '<script type="application/json">{"a":1}</script></body>';
		const build = made({ 'index.html': PAGES['index.html'].replace('</body>', data) });
		expect(wrong(policies(build))).toEqual([]);
	});

	it('have no policy', () => {
		const build = made({ 'index.html': '<!doctype html><html lang="es-BO"></html>' });
		expect(wrong(policies(build))).toEqual(['policy: in every page']);
	});

	it('carry a style', () => {
		const styled = PAGES['index.html'].replace('<body>', '<body style="color:red">');
		expect(wrong(policies(made({ 'index.html': styled })))).toEqual([
			'policy: no style in the page'
		]);
	});
});
