// A part of the bench: a lesson on the phone, without a network, processor ×4: from the tap on its course's path to words
// that can be read, and from the tap on «Siguiente» to the next block painted.
//   node scripts/run.mjs scripts/bench/lesson.ts [--runs 5]
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { parseArgs } from 'node:util';
import { startServer } from '../../tests/support/server.ts';
import { readyOffline } from '../../tests/support/journey.ts';
import { chromiumArgs, ensureChromium } from '../server/chromium.mjs';
import { at } from '../server/place.mjs';
import { medianRow, row } from './row.ts';

const { values: args } = parseArgs({
	options: { runs: { type: 'string', default: '5' } },
	strict: false
});
const RUNS = Number(args.runs) || 5;
const COURSE = '/courses/animal-husbandry/';
const LESSON = 'livestock-water-feed-body';
const SLOWER = 4;

const slow = (chrome: CDPSession, rate: number) =>
	chrome.send('Emulation.setCPUThrottlingRate', { rate });

/** In the page: taps what a selector names; milliseconds until another stands there whole and is painted. */
async function tapped([tap, until]: [string, string]): Promise<number> {
	const target = document.querySelector<HTMLElement>(tap);
	if (!target) throw new Error(`${tap} is not there`);
	const before = document.querySelector('h1')?.closest('header')?.parentElement?.textContent;
	const painted = () =>
		new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
	const begun = performance.now();
	target.click();
	for (;;) {
		await painted();
		const there = document.querySelector(until) !== null;
		const now = document.querySelector('h1')?.closest('header')?.parentElement?.textContent;
		const pictures = [...document.querySelectorAll<HTMLImageElement>('main img')];
		if (there && now !== before && pictures.every((one) => one.complete)) break;
	}
	return performance.now() - begun;
}

const link = `a[href$="/${LESSON}/"]`;
const next = '.ways button:last-child';

async function cold(page: Page, url: string): Promise<number> {
	const begun = Date.now();
	await page.goto(`${url}${COURSE}${LESSON}/`, { waitUntil: 'commit' });
	await page.locator('.ways button').first().waitFor();
	return Date.now() - begun;
}

const server = await startServer({ web: at('build'), pool: 4 });
const browser = await chromium.launch({
	executablePath: await ensureChromium(),
	args: chromiumArgs()
});
try {
	const context = await browser.newContext({
		...{ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true },
		deviceScaleFactor: 2
	});
	const first = await context.newPage();
	await first.goto(`${server.url}${COURSE}`);
	await readyOffline(first, LESSON);
	await first.close();
	await context.setOffline(true);
	const took = { open: [] as number[], next: [] as number[], cold: [] as number[] };
	for (let i = 0; i < RUNS; i++) {
		const page = await context.newPage();
		const chrome = await context.newCDPSession(page);
		await page.goto(`${server.url}${COURSE}`);
		await page.locator(link).first().waitFor();
		await slow(chrome, SLOWER);
		took.open.push(await page.evaluate(tapped, [link, '.ways button'] satisfies [string, string]));
		// story, talk and three blocks that teach; questions wait for an answer
		for (let block = 0; block < 3; block++)
			took.next.push(await page.evaluate(tapped, [next, 'main'] satisfies [string, string]));
		took.cold.push(await cold(page, server.url));
		await page.close();
	}
	const rows = { open: 'opened from its course', next: 'next block', cold: 'opened by its address' };
	const bars = { open: { bar: 800 }, next: { bar: 150 }, cold: {} };
	for (const which of ['open', 'next', 'cold'] as const) {
		const what = `lesson: ${rows[which]}, offline ×${SLOWER}`;
		row(medianRow(took[which], { what, unit: 'ms', ...bars[which] }));
	}
	await context.close();
} finally {
	await browser.close();
	await server.close();
}
