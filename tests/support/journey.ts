// Steps that several journeys take, each as a person takes them: by what is seen and heard.
import { expect, type Page } from '@playwright/test';
import type { Lesson } from '../../src/lib/domain/course/lesson.ts';
import { courses } from '../../src/lib/library/generated/index.ts';

const lessons = courses.flatMap((course) => course.lessons);
const lessonAt = (id: string) => lessons.find((lesson) => lesson.id === id)?.address ?? '';

/** Waits until the app and this lesson with all its drawings lie on the phone. */
export async function readyOffline(page: Page, lesson: string): Promise<void> {
	const address = lessonAt(lesson);
	await page.evaluate(() => navigator.serviceWorker.ready);
	const here = () =>
		page.evaluate(async (asked) => {
			const library = await caches.open('library');
			const kept = await library.match(asked);
			if (!kept) return false;
			const { pictures }: { pictures: Record<string, { src: string }> } = await kept.json();
			const drawings = Object.values(pictures).map(({ src }) => library.match(src));
			return (await Promise.all(drawings)).every((drawing) => drawing !== undefined);
		}, address);
	await expect.poll(here, { timeout: 60_000 }).toBe(true);
}

/** Types an own code on the drawn keys. */
export async function typeCode(page: Page, code: string): Promise<void> {
	for (const digit of code) await page.getByRole('button', { name: digit, exact: true }).click();
	await page.getByRole('button', { name: /^(Abrir|Listo)$/ }).click();
}

/** Signs in online from the sign-in screen on. */
export async function enterPassword(page: Page, username: string, password: string) {
	await page.getByLabel('Su usuario').fill(username);
	await page.getByLabel('Su contraseña').fill(password);
	await page.getByRole('button', { name: /^Entrar/ }).click();
}

/** Chooses a code after the first sign-in on a phone: typed twice. */
export async function chooseCode(page: Page, code: string): Promise<void> {
	await page.getByText('Elija 6 números').waitFor();
	await typeCode(page, code);
	await page.getByText('Escríbalo otra vez.').waitFor();
	await typeCode(page, code);
}

/** A new person from the faces on; she is the one afterwards. */
export async function newPerson(page: Page, name: string): Promise<void> {
	await page.getByRole('link', { name: /^Persona nueva/ }).click();
	await page.getByRole('textbox').fill(name);
	await page.getByRole('button', { name: /^Listo/ }).click();
	await page.waitForURL((url) => !url.pathname.endsWith('/who/new/'));
}

/** Goes through the rest of a lesson, answering each question until it is right, and finishes it. */
export async function finishLesson(page: Page): Promise<void> {
	const next = page.getByRole('button', { name: /^Siguiente/ });
	const finish = page.getByRole('button', { name: /^Terminar/ });
	const cards = page.locator('main .hit, main .match button');
	for (let screen = 0; screen < 60; screen++) {
		await expect(next.or(finish).or(cards.first()).first()).toBeVisible();
		if (await finish.isVisible()) break;
		if (!(await next.isVisible())) await answer(page);
		const before = page.url();
		await next.click();
		await page.waitForURL((url) => url.href !== before);
	}
	await finish.click();
}

/** Answers the question on the screen as somebody does who knows the lesson. */
async function answer(page: Page): Promise<void> {
	const { pathname, searchParams } = new URL(page.url());
	const lesson = lessonAt(pathname.split('/').at(-2) ?? '');
	const { blocks }: Lesson = await page.evaluate(
		async (address) => (await fetch(address)).json(),
		lesson
	);
	const at = searchParams.get('block');
	const block = blocks.find(({ id }) => id === at);
	const card = (text: string) => page.locator('main .hit', { hasText: text }).first().click();
	const side = (column: number, text: string) =>
		page.locator('main .match .column').nth(column).locator('button', { hasText: text }).click();
	if (block?.kind === 'order') for (const { es } of block.items) await card(es);
	else if (block?.kind === 'match')
		for (const { left, right } of block.pairs) {
			await side(0, left.es);
			await side(1, right.es);
		}
	else {
		const cards = page.locator('main .hit');
		const next = page.getByRole('button', { name: /^Siguiente/ });
		for (let i = 0; i < (await cards.count()) && !(await next.isVisible()); i++)
			await cards.nth(i).click();
	}
}
