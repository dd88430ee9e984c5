// Each bar is one line: what, how much, how much at most. Bytes fail always.
import { createHash } from 'node:crypto';
import { PARTS, placesOfPage, type Part } from '../parts/places.ts';
import type { Build, Listed, Page } from './build.ts';

export interface Line {
	what: string;
	ok: boolean;
	/** A value beside its bar, or the first things that are wrong. */
	said: string;
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const atMost = (what: string, bytes: number, bar: number, more = ''): Line => ({
	what,
	ok: bytes <= bar * 1000,
	said: `${kB(bytes)} of ${bar} kB${more}`
});

/**
 * A bar of the design that is not met. The ceiling is where we stand (kB): it says OVER until the bar holds,
 * fails when it gets worse, and may only be lowered. docs/adr/0012-two-bars-not-met.md.
 */
const until = (line: Line, bytes: number, ceiling: number): Line =>
	line.ok
		? line
		: { ...line, ok: bytes <= ceiling * 1000, said: `${line.said}, OVER; ceiling ${ceiling} kB` };

const none = (what: string, wrong: string[], ok = 'none wrong'): Line => ({
	what,
	ok: wrong.length === 0,
	said: wrong.length ? `${wrong.length}: ${wrong.slice(0, 5).join(', ')}` : ok
});

function heaviest(pages: Page[], weigh: (page: Page) => number): { page: string; bytes: number } {
	return pages
		.map((page) => ({ page: page.address, bytes: weigh(page) }))
		.reduce((a, b) => (b.bytes > a.bytes ? b : a), { page: '', bytes: 0 });
}

/** DESIGN: HTML, CSS and JS of any entry before the first tap; fonts; what the worker takes at first. */
export function weights(build: Build): Line[] {
	const pages = build.pages();
	const whole = (page: Page) => build.weightOf([build.fileOf(page.address), ...page.needs]);
	const isCore = ({ address }: Page) => placesOfPage(plain(address)).includes('core');
	const entry = heaviest(pages.filter(isCore), whole);
	const staff = heaviest(
		pages.filter((page) => !isCore(page)),
		whole
	);
	const html = heaviest(pages, (page) => build.weight(build.fileOf(page.address)));
	const core = build.precache().map((address) => build.fileOf(address));
	const there = core.filter((path) => build.has(path));
	const js = there.filter((path) => path.endsWith('.js'));
	const fonts = build.files.filter((path) => path.endsWith('.woff2'));
	const all = build.files.filter((path) => path.startsWith('_app/') && path.endsWith('.js'));
	const allJs = `; all JS ${kB(build.weightOf(all))}`;
	return [
		atMost('entry route, critical', entry.bytes, 75, ` (${entry.page})`),
		atMost('page of a part, critical', staff.bytes, 75, ` (${staff.page})`),
		atMost('HTML of an entry', html.bytes, 14, ` (${html.page})`),
		atMost('core precache', build.weightOf(there), 350, `, ${there.length} files`),
		until(
			atMost('learner JS (in the core)', build.weightOf(js), 130, allJs),
			build.weightOf(js),
			185
		),
		...PARTS.map((part) => partWeight(build, part)),
		atMost('fonts', build.weightOf(fonts), 40, `, ${fonts.length} files`),
		none('fonts are two files', fonts.length > 2 ? fonts : [], `${fonts.length}`)
	];
}

const PART_BARS: Record<Part, number> = { promoter: 300, office: 200 };

/** What a part adds to the core; chart.js is besides the office's bar. */
function partWeight(build: Build, part: Part): Line {
	const files = build.part(part).map(({ url }) => build.fileOf(url));
	const there = files.filter((path) => build.has(path));
	const counted = there.filter((path) => part !== 'office' || !isChartJs(build, path));
	return atMost(
		`${part} part`,
		build.weightOf(counted),
		PART_BARS[part],
		`, ${there.length} files`
	);
}

const isChartJs = (build: Build, path: string) =>
	path.endsWith('.js') && build.text(path).includes('Canvas is already in use.');

/** Trap: a file that is too large, or a page that was not prerendered, is left out in silence. */
export function manifest(build: Build): Line[] {
	const list = build.precache();
	const kept = new Set(list.map((address) => build.fileOf(address)));
	const pages = build.pages();
	const inCore = pages.filter((page) => kept.has(build.fileOf(page.address)));
	const needed = ['/', '/ay/', '/courses/', '/ay/courses/', '/manifest.webmanifest'];
	const twin = (address: string) => (address.startsWith('/ay/') ? plain(address) : `/ay${address}`);
	return [
		none('precache: there is a list', list.length ? [] : ['the worker holds no list']),
		none(
			'precache: nothing twice',
			list.filter((address, i) => list.indexOf(address) !== i)
		),
		none(
			'precache: every file is there',
			[...kept].filter((path) => !build.has(path))
		),
		none(
			'precache: the public addresses',
			needed.filter((a) => !kept.has(build.fileOf(a)))
		),
		none(
			'precache: both languages of a page',
			inCore.map((page) => twin(page.address)).filter((a) => !kept.has(build.fileOf(a)))
		),
		none(
			'precache: what its pages need',
			[...new Set(inCore.flatMap((page) => page.needs))].filter((path) => !kept.has(path))
		)
	];
}

/** Every script is somewhere, and a part has what its pages need, with the bytes it must have. */
export function parts(build: Build): Line[] {
	const core = build.precache().map((address) => build.fileOf(address));
	const named = new Set(build.listed().map(({ url }) => build.fileOf(url)));
	const scripts = build.files.filter((path) => /^_app\/immutable\/.*\.(js|css|svg)$/.test(path));
	const lacking = (part: Part): string[] => {
		const here = new Set([...core, ...build.part(part).map(({ url }) => build.fileOf(url))]);
		const pages = build
			.pages()
			.filter(({ address }) => placesOfPage(plain(address)).includes(part));
		return pages.flatMap((page) => page.needs.filter((path) => !here.has(path)));
	};
	const whole = ({ url, integrity }: Listed) =>
		build.has(build.fileOf(url)) && integrity === build.integrity(build.fileOf(url));
	const files = PARTS.flatMap((part) => build.part(part));
	return [
		none(
			'parts: no script is left out',
			scripts.filter((path) => !named.has(path))
		),
		none(
			'parts: every file is there and whole',
			files.filter((file) => !whole(file)).map(({ url }) => url)
		),
		...PARTS.map((part) => none(`parts: what pages of the ${part} need`, lacking(part)))
	];
}

const plain = (address: string) => address.replace(/^\/ay\//, '/');

/** Every course and lesson in both languages, each page with its language. */
export function prerendered(build: Build, addresses: string[]): Line[] {
	const pages = build.pages();
	const wanted = addresses.flatMap((address) => [address, `/ay${address}`]);
	const lang = (page: Page) => /<html[^>]*\blang="([^"]*)"/.exec(page.html)?.[1] ?? '';
	const right = (page: Page) =>
		lang(page).startsWith(page.address.startsWith('/ay/') ? 'ay' : 'es');
	return [
		none(
			'pages: courses and lessons × languages',
			wanted.filter((a) => !build.has(build.fileOf(a)))
		),
		none(
			'pages: the language of each',
			pages.filter((page) => !right(page)).map((p) => p.address)
		)
	];
}

/** The policy of a page allows its own start script and no style beside it. */
export function policies(build: Build): Line[] {
	const pages = build.pages();
	const policy = (page: Page) =>
		/http-equiv="content-security-policy" content="([^"]*)"/i.exec(page.html)?.[1] ?? '';
	// data beside a page is no script: it has a type of its own and is never run
	const run = (tag: string) => !/\bsrc=/.test(tag) && !/\btype="application\/json"/.test(tag);
	const scripts = (page: Page) =>
		[...page.html.matchAll(/(<script[^>]*>)([\s\S]*?)<\/script>/g)]
			.filter((match) => run(match[1] ?? ''))
			.map((match) => match[2] ?? '');
	const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
	const started = (page: Page) => scripts(page).every((text) => policy(page).includes(hash(text)));
	const styled = (page: Page) =>
		/<[^>]+\sstyle=|<style[\s>]/.test(page.html.replace(/<script[\s\S]*?<\/script>/g, ''));
	const said = (list: Page[]) => list.map((page) => page.address);
	return [
		none(
			'policy: in every page',
			said(pages.filter((page) => !policy(page).includes('script-src')))
		),
		none('policy: allows the start script', said(pages.filter((page) => !started(page)))),
		none('policy: no style in the page', said(pages.filter(styled)))
	];
}
