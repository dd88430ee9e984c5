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
	await page.getByRole('button', { name: /^Voy a probar/ }).click();
	await page.getByRole('link', { name: /^Seguir/ }).click();
	await expect(page.getByText('terminada')).toBeVisible();
	await expect(page.getByRole('img', { name: /^Llegó a: Escuché,.*Voy a probar/ })).toBeVisible();
	expect(await facts(page)).toBe('3'); // she joined, she finished, she wants to try

	// at home she does it, with everything that is indispensable
	await page.goto('/me/progress/');
	await page.getByRole('link', { name: /^Lo hago en casa/ }).click();
	const checks = page.locator('label', { has: page.getByRole('checkbox') });
	await expect(checks).toHaveCount(4);
	for (const check of await checks.all()) await check.click();
	await page.getByRole('button', { name: /^Lo hice/ }).click();
	await expect(page.locator('li.reached', { hasText: 'Lo hago en casa' })).toBeVisible();

	// found again by a word in either language, typed without its marks
	await page.goto('/search/');
	for (const word of ['jabon', 'jawuna', "q'uma ch`a"]) {
		await page.getByRole('textbox').fill(word);
		await expect(page.getByRole('link', { name: /Ordeño limpio/ })).toBeVisible();
	}
});

test('her pages are veiled by three pictures, and what was not her is given to who it was', async ({
	page
}) => {
	await page.goto('/who/');
	await newPerson(page, 'Basilia Condori');
	await page.goto('/who/');
	await newPerson(page, 'Juana Quispe');
	await page.goto('/courses/dairy/dairy-clean-milking/');
	await finishLesson(page);
	await expect(page.getByText('Guardado en este teléfono')).toBeVisible();

	await page.goto('/me/page/');
	await page.getByRole('link', { name: /^Poner clave/ }).click();
	await pictures(page, 'papa', 'sol', 'llave');
	await expect(page.getByText('Otra vez los mismos 3')).toBeVisible();
	await pictures(page, 'papa', 'sol', 'llave');
	await expect(page.getByText('Solo usted abre su página')).toBeVisible();

	// it was Basilia who finished it
	await page.getByRole('link', { name: /^No fui yo/ }).click();
	await page.getByRole('button', { name: /Ordeño limpio/ }).click();
	await page.getByRole('button', { name: /Basilia/ }).click();
	await expect(page.getByText('Ahora es de Basilia Condori')).toBeVisible();

	// two taps and Basilia is here, with her lesson
	await page.goto('/me/');
	await page.getByRole('link', { name: /^Cambiar de persona/ }).click();
	await page.getByRole('button', { name: /Basilia/ }).click();
	await page.getByRole('link', { name: /^Mi avance/ }).click();
	await expect(page.getByText('Ordeño limpio')).toBeVisible();

	// Juana's pages stay shut: five wrong tries wait, and nothing of hers is shown meanwhile
	await page.goto('/who/');
	await page.getByRole('button', { name: /Juana/ }).click();
	for (let i = 0; i < 5; i++) {
		await pictures(page, 'sol', 'papa', 'llave');
		if (i < 4) await expect(page.getByRole('status', { name: '0 de 3 dibujos' })).toBeVisible();
	}
	await expect(page.getByText('Espere 1 min')).toBeVisible();
	await page.goto('/me/progress/');
	await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Juana');
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

/** Taps pictures of the veil by their spoken names: they lie elsewhere each time. */
async function pictures(page: Page, ...names: string[]): Promise<void> {
	for (const name of names) await page.getByRole('button', { name, exact: true }).click();
}
