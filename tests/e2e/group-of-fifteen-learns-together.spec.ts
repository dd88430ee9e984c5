import { chromium, type Page } from '@playwright/test';
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, findChromium } from '../../scripts/server/chromium.mjs';
import { expect, test } from '../support/e2e.ts';
import { chooseCode, enterPassword, readyOffline } from '../support/journey.ts';
import { done, PASSWORD } from '../support/programme.ts';

// the phone itself is set to English: no word and no date of it may be seen
test.use({ locale: 'en-US' });

const LESSON = 'dairy-clean-milking';
const faces = (page: Page) => page.locator('main .faces button');
const sheet = (page: Page) => page.locator('dialog[open]');
const primary = (page: Page) => page.locator('footer .primary');
const at = (page: Page) => new URL(page.url()).searchParams.get('at');

/** Counts taps as a hand makes them. */
class Hand {
	taps = 0;
	constructor(readonly page: Page) {}
	async tap(target: ReturnType<Page['locator']>): Promise<void> {
		this.taps++;
		await target.click();
	}
}

async function chooseLesson(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Otra lección' }).click();
	await page.getByRole('link', { name: /Ordeño limpio/ }).click();
	await expect(page.getByRole('heading', { level: 2 })).toContainText('Ordeño limpio');
}

/** A woman who is not on the list: her face, and she is in. */
async function joins(page: Page): Promise<number> {
	const hand = new Hand(page);
	const before = await faces(page).count();
	await hand.tap(page.getByRole('button', { name: 'Añadir persona', exact: true }));
	await hand.tap(sheet(page).locator('.faces button').first());
	await expect(faces(page)).toHaveCount(before + 1);
	return hand.taps;
}

/** Counts the hands of the question on the screen, all for the right answer but `others`. */
async function countHands(page: Page, present: number, others: number): Promise<number> {
	const hand = new Hand(page);
	const counters = page.locator('main .hands');
	const right = (await answerOf(page)) ?? 0;
	const wrong = right === 0 ? 1 : 0;
	const say = async (option: number, count: number) => {
		await hand.tap(counters.nth(option).locator('.front'));
		await hand.tap(sheet(page).getByRole('button', { name: String(count), exact: true }));
		await expect(sheet(page)).toHaveCount(0);
	};
	await say(right, present - others);
	await say(wrong, others);
	await hand.tap(primary(page));
	return hand.taps;
}

/** Place of the right option of the question in the address, as the draft on this phone knows it. */
const answerOf = (page: Page) =>
	page.evaluate(async (question) => {
		const open = indexedDB.open('yatiqana');
		const db = await new Promise<IDBDatabase>((ok) => (open.onsuccess = () => ok(open.result)));
		const get = db.transaction('meta').objectStore('meta').get('draft|session');
		await new Promise((ok) => (get.onsuccess = ok));
		db.close();
		const { questions } = get.result.v.value.plan;
		return questions.find(({ id }: { id: string }) => id === question)?.right as number;
	}, at(page));

/** Goes through the lesson to its close, with `present` women in the room. */
async function learn(page: Page, present: number): Promise<number[]> {
	const taps: number[] = [];
	const will = page.getByRole('heading', { name: /^¿Quién lo va a probar/ });
	for (let screen = 0; screen < 40 && at(page) !== 'close'; screen++) {
		const before = page.url();
		if (await page.locator('main .hands .front button, main .hands button.front').count())
			taps.push(await countHands(page, present, taps.length === 0 ? 2 : 0));
		else {
			if (await will.isVisible())
				for (let who = 0; who < 11; who++) await faces(page).nth(who).click();
			await page
				.locator('footer')
				.getByRole('button', { name: /^Siguiente/ })
				.click();
		}
		await page.waitForURL((url) => url.href !== before);
	}
	return taps;
}

test('fifteen women, one phone, no signal: the lesson is held, each is credited, it arrives once', async ({
	page,
	context,
	browser,
	server,
	programme
}) => {
	test.setTimeout(300_000);
	await page.goto(`/courses/dairy/${LESSON}/`);
	await readyOffline(page, LESSON);
	await context.setOffline(true);

	await page.goto('/session/');
	await chooseLesson(page);
	await primary(page).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Asistencia');
	for (let woman = 0; woman < 15; woman++) expect(await joins(page)).toBeLessThanOrEqual(3);
	await expect(page.locator('main .count').first()).toContainText('15');
	await primary(page).click();

	// one goes home early, and hands are never more than those who are left
	await page.getByRole('button', { name: 'Presentes: 15' }).click();
	await sheet(page).locator('.faces button').last().click();
	await sheet(page)
		.getByRole('button', { name: /^Listo/ })
		.click();
	await expect(page.getByRole('button', { name: 'Presentes: 14' })).toBeVisible();
	for (const taps of await learn(page, 14)) expect(taps).toBeLessThanOrEqual(8);

	await expect(page.getByText('Hoy aprendimos juntas «Ordeño limpio».')).toBeVisible();
	const row = (words: string) => page.getByRole('listitem').filter({ hasText: words });
	await expect(row('Escucharon la lección')).toContainText(/14\s*de 15/);
	await expect(row('Van a probar en casa')).toContainText(/11\s*de 14/);
	// she was there after all: put right before it is recorded
	await page.getByRole('button', { name: /^Corregir/ }).click();
	await sheet(page).locator('.faces button').last().click();
	await sheet(page)
		.getByRole('button', { name: /^Listo/ })
		.click();
	await expect(row('Escucharon la lección')).toContainText(/15\s*de 15/);
	await primary(page).click();
	await expect(page.getByText('1 registro guardado')).toBeVisible();

	// the next meeting asks first who did it at home; the roll call is one tap for each and one more
	await page.goto('/session/');
	await primary(page).click();
	await expect(page.getByRole('heading', { name: /^¿Quién lo hizo en su casa/ })).toBeVisible();
	await expect(faces(page)).toHaveCount(11);
	for (const who of [0, 1, 2]) await faces(page).nth(who).click();
	await primary(page).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Asistencia');
	const hand = new Hand(page);
	for (let who = 0; who < 15; who++) await hand.tap(faces(page).nth(who));
	await hand.tap(primary(page));
	await page.waitForURL((url) => url.searchParams.get('at') !== 'roll');
	expect(hand.taps).toBe(16); // so twenty women are 21 taps, of 24

	// the signal is back: the phone joins its group, and everything arrives once
	await context.setOffline(false);
	const asked = { token: programme.coordinator.token, body: { group: programme.groups.suma } };
	const { code } = done(await server.call('POST', '/api/app/codes', asked)).body;
	await page.goto('/enrol/');
	await page.getByLabel(/^Escriba las 8 letras/).fill(code);
	await page.getByRole('button', { name: /^Unir/ }).click();
	await expect(page.getByText(/^Este teléfono ya es del grupo/)).toBeVisible();
	await page.goto('/phone/');
	await expect(page.getByText(/^Todo enviado, hoy/)).toBeVisible({ timeout: 60_000 });
	await page.getByRole('button', { name: /^Enviar ahora/ }).click();
	await expect(page.getByText(/^Todo enviado, hoy/)).toBeVisible({ timeout: 60_000 });
	const count = async (query: string) =>
		(await server.sql(`SELECT count(*) AS n FROM ${query}`))[0]?.n;
	expect(await count("journal WHERE kind = 'session.close'")).toBe('1');
	const heard = `progress WHERE lesson = '${LESSON}' AND groupOn != '' AND heardOn != ''`;
	expect(await count(heard)).toBe('15');
	expect(await count("practices WHERE practice = 'clean-milking' AND level = 'committed'")).toBe(
		'11'
	);

	const facilitator = await (await browser.newContext()).newPage();
	await facilitator.goto(`${server.url}/sign-in/`);
	await enterPassword(facilitator, programme.elena.username, PASSWORD);
	await chooseCode(facilitator, '482913');
	await facilitator.getByRole('link', { name: /Grupo Suma Qamaña/ }).click();
	await facilitator.getByLabel(/^Curso/).selectOption('dairy');
	const credited = facilitator.getByRole('img', { name: /^(escuchó|con el grupo|va a probar)$/ });
	await expect(credited).toHaveCount(15);
	await expect(facilitator.getByRole('img', { name: 'va a probar' })).toHaveCount(11);
});

test('a phone whose battery goes in the middle of a roll call offers the meeting again', async ({
	server
}) => {
	test.setTimeout(120_000);
	const dir = mkdtempSync(join(tmpdir(), 'phone-'));
	const executablePath = findChromium();
	const start = () =>
		chromium.launchPersistentContext(dir, {
			args: chromiumArgs(),
			...(executablePath ? { executablePath } : {}),
			viewport: { width: 360, height: 640 },
			locale: 'en-US'
		});
	const first = await start();
	const page = first.pages()[0] ?? (await first.newPage());
	await page.goto(`${server.url}/session/`);
	await primary(page).click();
	for (let woman = 0; woman < 5; woman++) await joins(page);
	for (const who of [4, 3]) await faces(page).nth(who).click();
	await expect(page.locator('main .count').first()).toContainText('3');
	await page.waitForTimeout(100); // as long as a hand needs for the next tap
	await faces(page).nth(2).click();
	const [, pid] = readlinkSync(join(dir, 'SingletonLock')).split(/-(?=\d+$)/);
	process.kill(Number(pid), 'SIGKILL');
	await first.close().catch(() => undefined);
	rmSync(join(dir, 'SingletonLock'), { force: true });

	const second = await start();
	const again = second.pages()[0] ?? (await second.newPage());
	await again.goto(`${server.url}/session/`);
	await expect(again.getByText('Hay una sesión sin terminar.')).toBeVisible();
	await primary(again).click();
	await expect(faces(again)).toHaveCount(5);
	const here = await again.locator('main .faces [aria-pressed=true]').count();
	expect([2, 3]).toContain(here); // at most the last tap is missing
	await second.close();
	rmSync(dir, { recursive: true, force: true });
});
