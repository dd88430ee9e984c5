// A part of the bench: the first visit on a slow line with a slow processor, and the next one without any line.
//   node scripts/run.mjs scripts/bench/visit.ts [--runs 3] [--2g]
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { parseArgs } from 'node:util';
import { startServer } from '../../tests/support/server.ts';
import { chromiumArgs, ensureChromium } from '../server/chromium.mjs';
import { at } from '../server/place.mjs';
import { medianRow, row } from './row.ts';
import { LINES, shape, type Line } from './shaper.ts';

const { values: args } = parseArgs({
	options: { runs: { type: 'string', default: '3' }, '2g': { type: 'boolean', default: false } },
	strict: false
});
const RUNS = Number(args.runs) || 3;
const SLOW = 4;
const PHONE = {
	viewport: { width: 360, height: 640 },
	deviceScaleFactor: 2,
	isMobile: true,
	hasTouch: true,
	locale: 'es-BO'
};

interface Marks {
	fcp: number;
	lcp: number;
	tap: number;
	ready: number;
}

/**
 * In the page: notes the first and the largest paint, taps the first card until a tap is answered by the app (not by
 * the browser, which would load a page), and waits for a worker that keeps everything.
 */
function watch(): void {
	const marks = { fcp: 0, lcp: 0, tap: 0, ready: 0 };
	Object.assign(window, { marks });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			if (entry.name === 'first-contentful-paint') marks.fcp = entry.startTime;
	}).observe({ type: 'paint', buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) if (!marks.tap) marks.lcp = entry.startTime;
	}).observe({ type: 'largest-contentful-paint', buffered: true });
	let taken = false;
	window.addEventListener('click', (event) => {
		taken = event.defaultPrevented;
		event.preventDefault();
	});
	const tap = setInterval(() => {
		const target = document.querySelector('main a[hreflang]:not([aria-current]), main button, main a');
		if (!(target instanceof HTMLElement)) return;
		const before = document.documentElement.outerHTML;
		target.click();
		if (!taken) return;
		clearInterval(tap);
		const painted = () => {
			if (document.documentElement.outerHTML === before) requestAnimationFrame(painted);
			else marks.tap = performance.now();
		};
		requestAnimationFrame(painted);
	}, 50);
	void navigator.serviceWorker?.ready.then(() => (marks.ready = performance.now()));
}

const marksOf = (page: Page): Promise<Marks> =>
	page.evaluate(() => (window as unknown as { marks: Marks }).marks);

async function until(page: Page, done: (marks: Marks) => boolean, seconds: number): Promise<Marks> {
	for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
		const marks = await marksOf(page);
		if (done(marks)) return marks;
		await new Promise((tick) => setTimeout(tick, 100));
	}
	throw new Error(`not there after ${seconds} s: ${JSON.stringify(await marksOf(page))}`);
}

async function open(context: BrowserContext, url: string): Promise<Page> {
	const page = await context.newPage();
	const chrome = await context.newCDPSession(page);
	await chrome.send('Emulation.setCPUThrottlingRate', { rate: SLOW });
	await page.addInitScript(watch);
	await page.goto(url, { waitUntil: 'commit', timeout: 60_000 });
	return page;
}

interface Visit {
	first: Marks;
	firstBytes: number;
	again: Marks;
}

/** One phone: never been here, and then again with the line cut. */
async function visit(browser: Browser, server: string, line: Line): Promise<Visit> {
	const slow = await shape(server, line);
	const context = await browser.newContext(PHONE);
	try {
		const page = await open(context, slow.url);
		const first = await until(page, (marks) => marks.tap > 0 && marks.ready > 0, 120);
		const firstBytes = slow.taken();
		await page.close();
		await context.setOffline(true);
		const next = await open(context, slow.url);
		return { first, firstBytes, again: await until(next, (marks) => marks.tap > 0, 30) };
	} finally {
		await context.close();
		await slow.close();
	}
}

async function measure(browser: Browser, server: string, name: keyof typeof LINES): Promise<void> {
	const visits: Visit[] = [];
	for (let i = 0; i < RUNS; i++) visits.push(await visit(browser, server, LINES[name]));
	const seconds = (pick: (visit: Visit) => number) => visits.map((each) => pick(each) / 1000);
	const of = (what: string, runs: number[], bar?: number) =>
		row(medianRow(runs, { what, unit: 's', ...(bar ? { bar } : {}) }));
	const bars = name === '2G' ? { tap: 15 } : { fcp: 2.5, lcp: 3, tap: 5.5, ready: 16 };
	const title = `first visit ${name} ×${SLOW}`;
	of(`${title}: FCP`, seconds(({ first }) => first.fcp), bars.fcp);
	of(`${title}: LCP`, seconds(({ first }) => first.lcp), bars.lcp);
	of(`${title}: first tap`, seconds(({ first }) => first.tap), bars.tap);
	of(`${title}: ready offline`, seconds(({ first }) => first.ready), bars.ready);
	const bytes = visits.map(({ firstBytes }) => firstBytes / 1000);
	row(medianRow(bytes, { what: `${title}: on the wire until ready`, unit: 'kB' }));
	if (name === '2G') return;
	of(`repeat visit offline ×${SLOW}: FCP`, seconds(({ again }) => again.fcp), 1);
	of(`repeat visit offline ×${SLOW}: interactive`, seconds(({ again }) => again.tap), 1.5);
}

const server = await startServer({ web: at('build'), pool: 32 });
const browser = await chromium.launch({
	executablePath: await ensureChromium(),
	args: chromiumArgs()
});
try {
	await measure(browser, server.url, 'slow 3G');
	if (args['2g']) await measure(browser, server.url, '2G');
} finally {
	await browser.close();
	await server.close();
}
