// A part of the bench: the coordination's page over a whole province.
//   npm run bench -- programme [--runs 5]
import { chromium, type Browser, type Page } from '@playwright/test';
import { parseArgs } from 'node:util';
import { account, PASSWORD } from '../../tests/support/programme.ts';
import { startServer, type Server } from '../../tests/support/server.ts';
import { chromiumArgs, ensureChromium } from '../server/chromium.mjs';
import { at } from '../server/place.mjs';
import { medianRow, row } from './row.ts';

const { values } = parseArgs({
	options: { runs: { type: 'string', default: '5' } },
	strict: false
});
const RUNS = Number(values.runs);

/** `n` rows of a query in which `i` counts from 0. */
const rows = (n: number, into: string, select: string) =>
	`INSERT INTO ${into} WITH RECURSIVE t(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM t WHERE i < ${n - 1})
	SELECT ${select} FROM t`;
const id = (letter: string, i: string) => `printf('${letter}%014d', ${i})`;
const day = (i: string) => `date('now', (-(${i})) || ' days')`;
// any two numbers without a common rhythm
const some = (i: string, by: number, of: number) => `((${i}) * ${by} % ${of})`;

const COMMUNITIES = 24;
const GROUPS = 200;
const LEARNERS = 10_000;
const LESSONS = 20;
const CHILDREN = 5_000;
const VISITS = 12;
const CLASSES = `CASE ${some('i', 13, 10)} WHEN 0 THEN 'mam' WHEN 1 THEN 'stunted' WHEN 2 THEN 'faltering'
	WHEN 3 THEN 'incomplete' ELSE 'grows-well' END`;

/** The projections of a province, written as a fold would leave them. */
const FILL = [
	rows(COMMUNITIES, 'communities(id, name, created, updated)', `${id('c', 'i')}, 'Comunidad ' || i, '', ''`),
	rows(
		GROUPS,
		'groups(id, name, community, created, updated)',
		`${id('g', 'i')}, 'Grupo ' || i, ${id('c', `i % ${COMMUNITIES}`)}, '', ''`
	),
	rows(
		LEARNERS,
		'people(id, scope, name, sex, born, joined, "left")',
		`${id('w', 'i')}, 'g:' || ${id('g', `i % ${GROUPS}`)}, 'Persona ' || i,
		iif(i % 9 = 0, 'm', 'f'), 1950 + ${some('i', 7, 55)}, ${day('700')}, ''`
	),
	rows(
		LEARNERS * LESSONS,
		'progress(id, person, lesson, scope, heardOn, understoodOn, lastOn)',
		`${id('r', 'i')}, ${id('w', `i / ${LESSONS}`)}, 'lesson-' || (i % ${LESSONS}),
		'g:' || ${id('g', `i / ${LESSONS} % ${GROUPS}`)}, ${day(some('i', 37, 720))},
		iif(i % 3, ${day(some('i', 37, 720))}, ''), ${day(some('i', 37, 720))}`
	),
	rows(
		LEARNERS * 4,
		'practices(id, person, practice, scope, level, day, unit, amount, amountOn, amounts, committedOn, since, stoppedOn)',
		`${id('p', 'i')}, ${id('w', 'i / 4')}, 'practice-' || ${some('i', 11, 30)},
		'g:' || ${id('g', `i / 4 % ${GROUPS}`)},
		CASE i % 5 WHEN 0 THEN 'committed' WHEN 1 THEN 'verified' WHEN 2 THEN 'stopped' ELSE 'doing' END,
		${day(some('i', 31, 700))}, iif(i % 3, '', 'l'), iif(i % 3, null, 8), iif(i % 3, '', ${day('9')}),
		iif(i % 3, '', ${day('40')} || '=7;' || ${day('9')} || '=8'), ${day(some('i', 31, 700))},
		iif(i % 5, ${day(some('i', 31, 700))}, ''), iif(i % 5 = 2, ${day('5')}, '')`
	),
	rows(
		GROUPS * 50,
		'sessions(id, "group", session, day, lesson, roster, present)',
		`${id('s', 'i')}, 'g:' || ${id('g', 'i / 50')}, ${id('s', 'i')}, ${day('i % 50 * 14')},
		'lesson-1', 50, 30 + ${some('i', 7, 20)}`
	),
	rows(
		CHILDREN,
		'children(id, scope, name, sex, bornFrom, bornTo, status, keep, show, count)',
		`${id('k', 'i')}, 'c:' || ${id('c', `i % ${COMMUNITIES}`)}, 'Wawa ' || i, 'f', ${day('800')},
		${day('800')}, 'active', 1, 1, 1`
	),
	rows(
		CHILDREN * VISITS,
		'measurements(id, child, visit, scope, day, weightKg, lengthCm, haz, class, nextOn, at)',
		`${id('v', 'i')}, ${id('k', `i / ${VISITS}`)}, ${id('v', 'i')},
		'c:' || ${id('c', `i / ${VISITS} % ${COMMUNITIES}`)}, ${day(`i % ${VISITS} * 58 + i % 29`)}, 9, 75,
		${some('i', 17, 50)} / 10.0 - 3.5, ${CLASSES}, ${day(`i % ${VISITS} * 58 + i % 29 - 30`)}, i`
	),
	rows(
		1500,
		'referrals(id, child, referral, scope, day, state)',
		`${id('f', 'i')}, ${id('k', 'i * 3')}, ${id('f', 'i')}, 'c:' || ${id('c', `i * 3 % ${COMMUNITIES}`)},
		${day(some('i', 23, 700))},
		CASE i % 4 WHEN 0 THEN 'open' WHEN 1 THEN 'arrived' WHEN 2 THEN 'attended' ELSE 'recovered' END`
	)
];

/** Milliseconds until the whole answer is here. */
async function ask(server: Server, token: string): Promise<number> {
	const begun = performance.now();
	const { status } = await server.call('GET', '/api/app/report/programme', { token });
	if (status !== 200) throw new Error(`the report answered ${status}`);
	return performance.now() - begun;
}

async function answers(server: Server, token: string): Promise<void> {
	const anew: number[] = [];
	for (let i = 0; i < 3; i++) {
		await server.kill('SIGTERM');
		await server.restart();
		await server.call('GET', '/api/health');
		anew.push(await ask(server, token));
	}
	row(medianRow(anew, { what: 'programme: sums made anew', unit: 'ms' }));
	const kept: number[] = [];
	for (let i = 0; i < RUNS; i++) {
		await server.sql(`UPDATE groups SET updated = 'change ${i}' WHERE id = 'g00000000000000'`);
		kept.push(await ask(server, token));
	}
	row(medianRow(kept, { what: 'programme: answer after a change', unit: 'ms', bar: 300 }));
}

/** Until the first number and until all charts are there, from what lies on the machine. */
async function opening(page: Page, url: string): Promise<[number, number]> {
	const begun = Date.now();
	await page.goto(`${url}/programme/`, { waitUntil: 'commit' });
	await page.locator('.indicator').first().waitFor({ timeout: 60_000 });
	const numbers = Date.now() - begun;
	const all = () => {
		const drawn = document.querySelectorAll('[data-drawn="true"]').length;
		return drawn >= 6 && drawn === document.querySelectorAll('[data-drawn]').length;
	};
	await page.waitForFunction(all, undefined, { timeout: 60_000, polling: 20 });
	return [numbers, Date.now() - begun];
}

/** Another community, until every number and chart is that one's. */
const filter = (page: Page) =>
	page.evaluate(async () => {
		const place = document.querySelector('select');
		if (!place) throw new Error('no filter');
		const begun = performance.now();
		place.selectedIndex = (place.selectedIndex + 1) % place.options.length;
		place.dispatchEvent(new Event('change', { bubbles: true }));
		await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
		return performance.now() - begun;
	});

async function onTheMachine(browser: Browser, server: Server): Promise<void> {
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	await page.goto(`${server.url}/sign-in/`);
	await page.getByLabel('Su usuario').fill('mide');
	await page.getByLabel('Su contraseña').fill(PASSWORD);
	await page.getByRole('button', { name: /^Entrar/ }).click();
	await page.locator('.indicator').first().waitFor();
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.waitForTimeout(5000); // the part of the office comes to the machine
	const chrome = await page.context().newCDPSession(page);
	await chrome.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	const opened: [number, number][] = [];
	for (let i = 0; i < RUNS; i++) opened.push(await opening(page, server.url));
	const seconds = (at: 0 | 1) => opened.map((times) => times[at] / 1000);
	row(medianRow(seconds(0), { what: 'programme ×4: first numbers', unit: 's', bar: 1 }));
	row(medianRow(seconds(1), { what: 'programme ×4: all charts', unit: 's', bar: 1.5 }));
	const filtered: number[] = [];
	for (let i = 0; i < RUNS; i++) filtered.push((await filter(page)) / 1000);
	row(medianRow(filtered, { what: 'programme ×4: another community', unit: 's', bar: 0.25 }));
	const kept = await page.evaluate(() => localStorage.getItem('yatiqana.programme')?.length ?? 0);
	row({ what: 'programme: kept on the machine', value: kept / 1000, unit: 'kB' });
}

const server = await startServer({ web: at('build'), pool: 8 });
const browser = await chromium.launch({
	executablePath: await ensureChromium(),
	args: chromiumArgs()
});
try {
	for (const query of FILL) await server.sql(query);
	const { token } = await account(server, 'mide', { role: 'coordinator', scope: '*' });
	await answers(server, token);
	await onTheMachine(browser, server);
} finally {
	await browser.close();
	await server.close();
}
