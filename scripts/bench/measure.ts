// A part of the bench: what a promoter waits for while she measures, in the built app at processor ×4. From the touch to
// the painted frame.
//   node scripts/run.mjs scripts/bench/measure.ts [--runs 5]
import { chromium } from '@playwright/test';
import { parseArgs } from 'node:util';
import { village } from '../../tests/support/behind-the-lock.ts';
import { chooseCode, enterPassword } from '../../tests/support/journey.ts';
import { startServer } from '../../tests/support/server.ts';
import { chromiumArgs, ensureChromium } from '../server/chromium.mjs';
import { at } from '../server/place.mjs';
import { medianRow, row } from './row.ts';

const { values: args } = parseArgs({
	options: { runs: { type: 'string', default: '5' } },
	strict: false
});
const RUNS = Number(args.runs) || 5;

/** In the page: touches what is called so and answers the ms until what is expected has been painted. */
async function touched([name, selector, text]: readonly [string, string, string]): Promise<number> {
	const called = (one: Element) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim();
	const all = [...document.querySelectorAll<HTMLElement>('main button, footer button, main a')];
	const key =
		all.find((one) => called(one) === name) ?? all.find((one) => called(one).startsWith(name));
	if (!key) throw new Error(`nothing is called ${name}`);
	const there = () =>
		[...document.querySelectorAll(selector)].some((one) => one.textContent?.includes(text));
	const begun = performance.now();
	key.click();
	while (!there()) await new Promise(requestAnimationFrame);
	// the frame that shows it has been drawn
	await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
	return performance.now() - begun;
}

const browser = await chromium.launch({
	executablePath: await ensureChromium(),
	args: chromiumArgs()
});
const page = await browser.newPage({
	viewport: { width: 360, height: 640 },
	locale: 'es-BO',
	timezoneId: 'America/La_Paz'
});
const touch = (name: string, selector: string, text = '') =>
	page.evaluate(touched, [name, selector, text] as const);

/** By a link of the app: the vault stays open. */
async function go(path: string): Promise<void> {
	await page.evaluate((href) => {
		const link = document.createElement('a');
		link.href = href;
		document.body.append(link);
		link.click();
		link.remove();
	}, path);
	await page.waitForURL((url) => url.pathname + url.search === path);
}

/** One visit; ms per digit, and from the last answer to the painted result. */
async function visit(id: string): Promise<{ keys: number[]; result: number }> {
	await go(`/children/child/?id=${id}`);
	await page.getByRole('link', { name: /^Medir/ }).click();
	await page.getByRole('heading', { name: /^Peso/ }).waitFor();
	const keys: number[] = [];
	let result = 0;
	const typed = { Peso: '79', Talla: '735', Bracito: '128' };
	for (let step = 0; step < 12 && !result; step++) {
		await page.locator('main h2').first().waitFor();
		const asks = (await page.locator('main h2').first().textContent()) ?? '';
		const digits = Object.entries(typed).find(([word]) => asks.startsWith(word))?.[1];
		if (digits) {
			for (const digit of digits) keys.push(await touch(digit, '[role=status] b', digit));
			await page.getByRole('button', { name: 'OK', exact: true }).click();
		} else if (asks.startsWith('¿Cómo')) await page.getByRole('button', { name: /^Seguir/ }).click();
		else result = await touch('No queda hoyo', 'section.result');
	}
	await page.getByText('Guardado en este teléfono').waitFor();
	return { keys, result };
}

const server = await startServer({ web: at('build') });
try {
	const { username, password, wara } = await village(server, 'juana');
	await page.addInitScript(() => (Math.random = () => 0.5));
	await page.goto(`${server.url}/sign-in/`);
	await enterPassword(page, username, password);
	await chooseCode(page, '482913');
	await page.waitForURL('**/children/');
	await page.getByText('Choquehuanca').first().waitFor({ timeout: 60_000 });
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });

	const visits = [];
	for (let run = 0; run < RUNS; run++) visits.push(await visit(wara));
	const keys = visits.flatMap((one) => one.keys);
	row(medianRow(keys, { what: 'keypress → digit ×4', unit: 'ms', bar: 100 }));
	const results = visits.map(({ result }) => result);
	row(medianRow(results, { what: 'last answer → result ×4', unit: 'ms', bar: 200 }));

	const charts: number[] = [];
	for (let run = 0; run <= RUNS; run++) {
		await go(`/children/child/?id=${wara}`);
		await page.getByRole('link', { name: /^Curva/ }).waitFor();
		charts.push(await touch('Curva', '[data-drawn=true]'));
	}
	const [first = 0, ...later] = charts;
	row({ what: 'chart with its code to fetch ×4', value: Math.round(first), unit: 'ms' });
	row(medianRow(later, { what: 'chart, code there ×4', unit: 'ms', bar: 300 }));
} finally {
	await browser.close();
	await server.close();
}
