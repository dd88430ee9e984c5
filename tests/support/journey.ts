// Steps that several journeys take, each as a person takes them: by what is seen and heard.
import { expect, type Page } from '@playwright/test';
import { courses } from '../../src/lib/library/generated/index.ts';

const lessons = courses.flatMap((course) => course.lessons).length;

/** Waits until app, lessons and drawings lie on the phone. */
export async function readyOffline(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready);
	await expect
		.poll(
			() =>
				page.evaluate(async () => {
					const library = await caches.open('library');
					const kept = await library.keys();
					return kept.filter(({ url }) => url.includes('/lessons/')).length;
				}),
			{ timeout: 45_000 }
		)
		.toBe(lessons);
}

/** A new person from the faces on; she is the one afterwards. */
export async function newPerson(page: Page, name: string): Promise<void> {
	await page.getByRole('link', { name: /^Persona nueva/ }).click();
	await page.getByRole('textbox').fill(name);
	await page.getByRole('button', { name: /^Listo/ }).click();
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
