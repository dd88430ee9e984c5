// A part of the bench: opening the vault of a promoter with three years of work in it, and saving a measurement.
//   node scripts/run.mjs scripts/bench/vault.ts [--runs 5]
import { chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { chromiumArgs, ensureChromium } from '../server/chromium.mjs';
import { at } from '../server/place.mjs';
import { median, medianRow, row } from './row.ts';

const { values: args } = parseArgs({
	options: { runs: { type: 'string', default: '5' } },
	strict: false
});
const RUNS = Number(args.runs) || 5;
const CHILDREN = 300;
const VISITS = 10;

interface Bench {
	fill(children: number, visits: number): Promise<void>;
	unlock(): Promise<{ ms: number; children: number }>;
	save(times: number): Promise<number[]>;
}
declare const bench: Bench;

async function script(): Promise<string> {
	const made = await build({
		entryPoints: [at('scripts/bench/vault-page.ts')],
		bundle: true,
		format: 'iife',
		target: 'chrome95',
		write: false
	});
	return made.outputFiles[0]?.text ?? '';
}

/** A page of an origin of its own, which has a database and may encrypt. */
async function origin(): Promise<{ url: string; close: () => void }> {
	const server = createServer((_, answer) => {
		answer.setHeader('Content-Type', 'text/html');
		answer.end('<!doctype html><title>bench</title>');
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

async function slowed(page: Page, rate: number): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

const place = await origin();
const browser = await chromium.launch({
	executablePath: await ensureChromium(),
	args: chromiumArgs()
});
try {
	const page = await browser.newPage();
	const content = await script();
	const load = async (rate: number) => {
		await slowed(page, 1);
		await page.goto(place.url);
		await page.addScriptTag({ content });
		await slowed(page, rate);
	};
	await load(1);
	await page.evaluate(([children, visits]) => bench.fill(children, visits), [
		CHILDREN,
		VISITS
	] as const);
	const opened: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		await load(4);
		const { ms, children } = await page.evaluate(() => bench.unlock());
		if (children !== CHILDREN) throw new Error(`${children} children`);
		opened.push(ms / 1000);
	}
	const what = `vault with ${CHILDREN * VISITS} visits, after the key ×4`;
	row(medianRow(opened, { what, unit: 's', bar: 1.5 }));
	await load(6);
	const saved = await page.evaluate(() => bench.save(20));
	const spread = `20 saves, ${Math.min(...saved).toFixed(0)}–${Math.max(...saved).toFixed(0)}`;
	row({
		what: 'a measurement saved ×6',
		value: median(saved),
		unit: 'ms',
		bar: 150,
		note: spread
	});
} finally {
	await browser.close();
	place.close();
}
