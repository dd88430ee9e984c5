import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { finishLesson, newPerson, readyOffline } from '../support/journey.ts';

// the phone itself is set to English: no word and no date of it may be seen
test.use({ locale: 'en-US' });
test.describe.configure({ timeout: 120_000 });

// The very first page on this phone is a link to a lesson in Aymara, sent by somebody; then the signal is gone.
test('a learner finishes a lesson without a signal, in two languages, place kept', async ({
	page,
	context
}) => {
	await page.goto('/ay/courses/dairy/dairy-clean-milking/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'ay');
	await readyOffline(page, 'dairy-clean-milking');
	await context.setOffline(true);

	await page.goto('/');
	await page.getByRole('link', { name: /^Español/ }).click();
	await page.getByRole('link', { name: /^Empezar/ }).click();
	await newPerson(page, 'Juana Quispe');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Juana Quispe');

	await page.getByRole('link', { name: /^Aprender/ }).click();
	await page.getByRole('link', { name: /^Leche limpia/ }).click();
	await page.getByRole('link', { name: /^Seguir/ }).click();
	await expect(page.getByText('Son las 5 de la mañana.')).toBeVisible();

	await page.getByRole('button', { name: /^Siguiente/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Conversemos');
	// the switch keeps the place
	await page.getByRole('link', { name: 'AY, Aymar aru' }).click();
	await expect(page).toHaveURL(/\/ay\/courses\/dairy\/dairy-clean-milking\/\?block=d1/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Aruskipañani');
	await expect(page.locator('html')).toHaveAttribute('lang', 'ay');
	await page.getByRole('link', { name: 'ES, Español' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Conversemos');

	await finishLesson(page);
	await expect(page.getByText('Guardado en este teléfono')).toBeVisible();
	await expect(page.getByText('Escuché')).toBeVisible();

	await page.getByRole('link', { name: /^Seguir/ }).click();
	await expect(page.getByText('terminada')).toBeVisible();
	expect(await facts(page)).toBe('2'); // she joined, and she finished
});

test('a killed browser goes on at the same block', async ({ page, context }) => {
	await page.goto('/courses/dairy/dairy-clean-milking/');
	await readyOffline(page, 'dairy-clean-milking');
	await context.setOffline(true);
	for (let i = 0; i < 3; i++) await page.getByRole('button', { name: /^Siguiente/ }).click();
	await expect(page).toHaveURL(/block=b2/);
	await page.close();

	const again = await context.newPage();
	await again.goto('/courses/dairy/dairy-clean-milking/');
	await expect(again.getByRole('img', { name: 'Parte 4 de' })).toBeVisible();
});

test('pictures of a lesson never opened are there without a signal', async ({ page, context }) => {
	await page.goto('/');
	await readyOffline(page, 'feeding-6-8-months');
	await context.setOffline(true);
	await page.goto('/courses/child-feeding/feeding-6-8-months/');
	const drawing = page.locator('figure img');
	await expect(drawing).toBeVisible();
	expect(await drawing.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
});

/** How many facts the phone says it has made. */
async function facts(page: Page): Promise<string> {
	await page.goto('/phone/');
	const row = page.locator('.tick-row', { hasText: 'Hechos en este teléfono' });
	await expect(row.locator('.count')).not.toHaveText('0');
	return (await row.locator('.count').textContent()) ?? '';
}
