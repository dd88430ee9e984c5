// Steps that several journeys take, each as a person takes them: by what is seen and heard.
import { expect, type Page } from '@playwright/test';
import { courses } from '../../src/lib/library/generated/index.ts';

const lessons = courses.flatMap((course) => course.lessons);

/** Waits until the app and this lesson with all its drawings lie on the phone. */
export async function readyOffline(page: Page, lesson: string): Promise<void> {
	const address = lessons.find(({ id }) => id === lesson)?.address ?? '';
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
	const cards = page.locator('main .hit');
	for (let screen = 0; screen < 60; screen++) {
		await expect(next.or(finish).or(cards.first()).first()).toBeVisible();
		if (await finish.isVisible()) break;
		const count = await cards.count();
		for (let tap = 0; tap < count * count && !(await next.isVisible()); tap++)
			await cards.nth(tap % count).click();
		const before = page.url();
		await next.click();
		await page.waitForURL((url) => url.href !== before);
	}
	await finish.click();
}
