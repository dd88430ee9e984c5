// A part of the bench: one phone that carries 30 groups, 600 women and 24 months, in Chromium on the built app's own
// origin. Processor ×1 unless a row says otherwise.
//   node scripts/run.mjs scripts/bench/phone.ts [--groups 30]
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { parseArgs } from 'node:util';
import type { creditsOf } from '#lib/domain/journal/levels.ts';
import type { Row as Folded } from '#lib/domain/journal/tables.ts';
import type { Phone } from '#lib/store/phone.ts';
import { startServer } from '../../tests/support/server.ts';
import { chromiumArgs, ensureChromium } from '../server/chromium.mjs';
import { at } from '../server/place.mjs';
import { medianRow, row } from './row.ts';

/** What the page gets of the house: the same store and the same credits that the app has. */
declare const house: { Phone: typeof Phone; creditsOf: typeof creditsOf };

const { values: args } = parseArgs({
	options: { groups: { type: 'string', default: '30' } },
	strict: false
});
const GROUPS = Number(args.groups) || 30;
const WOMEN = 20;
const LESSONS = 32;
const SESSIONS = 48;
const RUNS = 5;

async function harness(): Promise<string> {
	const made = await build({
		stdin: {
			contents: `export { Phone } from '#lib/store/phone.ts';
				export { creditsOf } from '#lib/domain/journal/levels.ts';`,
			resolveDir: at(),
			loader: 'ts'
		},
		bundle: true,
		format: 'iife',
		globalName: 'house',
		write: false,
		minify: true
	});
	return made.outputFiles[0]?.text ?? '';
}

interface Asked {
	group: number;
	women: number;
	lessons: number;
	sessions: number;
}

/** In the page: two years of one group as they come from the server, a page of 500 at a time. */
async function carry({ group, women, lessons, sessions }: Asked): Promise<number> {
	let n = group * 1_000_000;
	const id = (letter: string) => letter + String(n++).padStart(14, '0');
	const scope = `g:${'g'.padEnd(10, '0')}${String(group).padStart(5, '0')}`;
	const day = (i: number) =>
		new Date(Date.UTC(2024, 11, 1) + i * 86_400_000).toISOString().slice(0, 10);
	const people = Array.from({ length: women }, () => id('w'));
	const entries: object[] = [];
	const fact = (kind: string, subject: string, body: object) =>
		entries.push({
			...{ id: id('e'), kind, v: 1, scope, subject, at: 1_733_000_000_000 + n, n, body },
			...{ by: people[0], phone: 'p'.padEnd(15, '0') }
		});
	const lesson = (i: number) => `lesson-${i % lessons}`;
	for (const [i, who] of people.entries())
		fact('member.join', who, { name: `Mujer ${i}`, face: `h${1 + (i % 6)}-c1-k1-s1`, day: day(0) });
	for (let i = 0; i < sessions; i++)
		fact('session.close', id('s'), {
			...{ day: day(i * 15), lesson: lesson(i), revision: 1, rules: 1, languages: ['ay', 'es'] },
			...{ closed: 'hand', blocksRequired: 5, roster: people, practice: `practice-${i % lessons}` },
			present: people.filter((_, w) => (w + i) % 4).map((who) => ({ who, blocks: 5 })),
			hands: [0, 1, 2, 3].map((q) => ({ q: `q${q}`, counts: [2, 12, 1], right: 1 })),
			will: people.filter((_, w) => (w + i) % 3 === 0)
		});
	for (const who of people)
		for (let i = 0; i < 20; i++) {
			fact('lesson.finish', who, {
				...{ day: day(i * 30), lesson: lesson(i), revision: 1, rules: 1, language: 'both' },
				...{ blocksHeard: 5, blocksRequired: 5 },
				answers: [0, 1, 2, 3, 4].map((q) => ({ q: `q${q}`, right: q < 4 }))
			});
			if (i % 4 === 0)
				fact('practice.report', who, { practice: `practice-${i}`, level: 'doing', day: day(i * 30) });
		}
	const phone = await house.Phone.open('yatiqana', { clock: Date.now, newId: () => id('p') as never });
	for (let i = 0; i < entries.length; i += 500)
		await phone.receive({
			scope,
			entries: entries.slice(i, i + 500),
			gone: [],
			cursor: [n, '']
		} as never);
	if (group === 0)
		await phone.identify({ group: { id: scope.slice(2), name: 'Qhana' } } as never);
	localStorage.setItem('yatiqana.person', 'w'.padEnd(15, '0'));
	localStorage.setItem('yatiqana.language', 'es');
	phone.close();
	return entries.length;
}

/** In the page: what the screens ask of the store, and everything folded again. */
async function ask(runs: number) {
	const phone = await house.Phone.open('yatiqana', {
		clock: Date.now,
		newId: () => 'x'.padEnd(15, '0') as never
	});
	const scope = await phone.homeGroup();
	const practiceOf = new Map(
		Array.from({ length: 32 }, (_, i) => [`lesson-${i}`, `practice-${i}`] as const)
	);
	const timed = async (work: () => Promise<unknown>) => {
		const took: number[] = [];
		for (let i = 0; i < runs; i++) {
			const begun = performance.now();
			await work();
			took.push(performance.now() - begun);
		}
		return took;
	};
	let credits = 0;
	const person = await timed(async () => {
		const who = 'w'.padEnd(15, '0');
		const [progress, practices, sessions] = await Promise.all([
			phone.rowsOf('progress', who),
			phone.rowsOf('practices', who),
			phone.rows('sessions', scope)
		]);
		house.creditsOf({ progress, practices, sessions }, practiceOf);
	});
	const grid = await timed(async () => {
		const [people, progress, practices, sessions] = await Promise.all([
			phone.rows('people', scope),
			phone.rows('progress', scope),
			phone.rows('practices', scope),
			phone.rows('sessions', scope)
		]);
		const by = (rows: readonly Folded[]) => {
			const all = new Map<unknown, Folded[]>();
			for (const one of rows) all.set(one.person, [...(all.get(one.person) ?? []), one]);
			return all;
		};
		const [heard, done] = [by(progress), by(practices)];
		credits = 0;
		for (const { key } of people) {
			const who = key.split('|')[0];
			const ground = { progress: heard.get(who) ?? [], practices: done.get(who) ?? [], sessions };
			credits += house.creditsOf(ground, practiceOf).size;
		}
	});
	const begun = performance.now();
	let beat = begun;
	let longest = 0;
	const heart = setInterval(() => {
		longest = Math.max(longest, performance.now() - beat);
		beat = performance.now();
	}, 1);
	while (await phone.refold(99));
	clearInterval(heart);
	const rebuild = performance.now() - begun;
	phone.close();
	return { person, grid, rebuild, longest, credits };
}

/** A phone that was off: no network, six times slower; until her next step can be tapped. */
async function coldStart(context: BrowserContext, url: string): Promise<number> {
	const page = await context.newPage();
	const chrome = await context.newCDPSession(page);
	await chrome.send('Emulation.setCPUThrottlingRate', { rate: 6 });
	const begun = Date.now();
	await page.goto(`${url}/me/`, { waitUntil: 'commit' });
	await page.getByRole('heading', { level: 1, name: /Mujer 0/ }).waitFor({ timeout: 60_000 });
	await page.locator('a.next').waitFor();
	const took = Date.now() - begun;
	await page.close();
	return took;
}

async function prepared(browser: Browser, url: string): Promise<[BrowserContext, Page]> {
	const context = await browser.newContext({
		...{ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true },
		bypassCSP: true // the harness is put into the page
	});
	const page = await context.newPage();
	await page.goto(`${url}/privacy/`);
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.addScriptTag({ content: await harness() });
	return [context, page];
}

const server = await startServer({ web: at('build'), pool: 8 });
const browser = await chromium.launch({
	executablePath: await ensureChromium(),
	args: chromiumArgs()
});
try {
	const [context, page] = await prepared(browser, server.url);
	let facts = 0;
	const begun = Date.now();
	for (let group = 0; group < GROUPS; group++)
		facts += await page.evaluate(carry, {
			...{ group, women: WOMEN, lessons: LESSONS, sessions: SESSIONS }
		});
	const note = `${GROUPS} groups, ${GROUPS * WOMEN} women, ${facts} facts`;
	row({ what: 'phone: two years taken in', value: (Date.now() - begun) / 1000, unit: 's', note });
	const { person, grid, rebuild, longest, credits } = await page.evaluate(ask, RUNS);
	row(medianRow(person, { what: 'phone: one person’s credits', unit: 'ms', bar: 300 }));
	row(medianRow(grid, { what: 'phone: grid of a group', unit: 'ms', bar: 1000 }));
	row({ what: 'phone: credits in that grid', value: credits, unit: '' });
	row({ what: 'phone: everything folded again', value: rebuild / 1000, unit: 's', bar: 10, note });
	row({ what: 'phone: a tap waits meanwhile, at most', value: longest, unit: 'ms', bar: 50 });
	await page.close();
	await context.setOffline(true);
	const starts: number[] = [];
	for (let i = 0; i < 3; i++) starts.push((await coldStart(context, server.url)) / 1000);
	row(medianRow(starts, { what: 'phone: cold start offline ×6', unit: 's', bar: 3 }));
	await context.close();
} finally {
	await browser.close();
	await server.close();
}
