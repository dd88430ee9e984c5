import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { chooseCode, enterPassword, typeCode } from '../support/journey.ts';
import { PASSWORD } from '../support/programme.ts';

const CODE = '482913';
const DAY = 86_400_000;
const NOW = Date.now();
/** Today in La Paz, and so many days from it. */
const inDays = (days: number) =>
	new Date(NOW - 4 * 3_600_000 + days * DAY).toISOString().slice(0, 10);

/** The taps of a hand on the glass, counted. */
function hand(page: Page) {
	const count = { taps: 0 };
	const tap = async (name: string | RegExp, exact = false) => {
		await page.getByRole('button', { name, exact }).first().click();
		count.taps++;
	};
	const keys = async (digits: string) => {
		for (const digit of digits) await tap(digit, true);
		await tap('OK', true);
	};
	return { count, tap, keys };
}

/** Answers until the visit is over; a reading that is asked again reads the same. */
async function measure(page: Page, read: { kg: string; cm: string; mm: string }): Promise<number> {
	const { count, tap, keys } = hand(page);
	const result = page.locator('.result');
	const go = page.getByRole('button', { name: /^Seguir/ });
	const feet = page.getByRole('button', { name: /^No queda hoyo/ });
	const pad = page.getByRole('button', { name: 'OK', exact: true });
	for (let step = 0; step < 12; step++) {
		await expect(go.or(feet).or(pad).or(result).first()).toBeVisible();
		if (await result.isVisible()) break;
		if (await go.isVisible()) await tap(/^Seguir/);
		else if (await feet.isVisible()) await tap(/^No queda hoyo/);
		else {
			const heading = (await page.locator('h2').first().textContent()) ?? '';
			const digits = heading.startsWith('Peso')
				? read.kg
				: heading.startsWith('Talla')
					? read.cm
					: read.mm;
			await keys(digits);
		}
	}
	await expect(result).toBeVisible();
	return count.taps;
}

async function register(page: Page): Promise<void> {
	await page.getByRole('link', { name: /^Niña o niño nuevo/ }).click();
	for (const question of ['Guardar a su wawa', 'Mostrar al centro', 'Contar con otras'])
		await page
			.getByRole('radiogroup', { name: new RegExp(`^${question}`) })
			.getByRole('radio', { name: /^Sí/ })
			.check();
	await page.getByRole('button', { name: /^Siguiente/ }).click();
	await page.getByLabel(/^Nombre de la wawa/).fill('Wara');
	await page.getByLabel(/^Apellidos/).fill('Choquehuanca');
	await page.getByRole('radio', { name: /^Niña/ }).check();
	await page.getByLabel(/^¿Quién la cuida\?/).fill('Basilia Mamani');
	await page.getByRole('button', { name: /^Siguiente/ }).click();
	await page.getByRole('button', { name: 'Carnet' }).click();
	await page.getByLabel(/^Nacimiento/).fill(inDays(-287));
	await page.getByRole('button', { name: /^Siguiente/ }).click();
}

test('a promoter registers and measures a child without a signal; what was said arrives once', async ({
	page,
	context,
	server,
	programme
}) => {
	test.setTimeout(240_000);
	expect(programme.marta.username).toBe('marta');
	// no midnight passes in this story, and no visit is drawn for quality
	await page.clock.setFixedTime(NOW);
	await page.addInitScript(() => (Math.random = () => 0.5));
	await page.goto('/sign-in/');
	await enterPassword(page, 'marta', PASSWORD);
	await page.getByText('Elija 6 números').waitFor();
	await chooseCode(page, CODE);
	await page.waitForURL('**/children/');
	await page.evaluate(() => navigator.serviceWorker.ready);
	const part = () =>
		page.evaluate(async () => (await caches.match('/~part/promoter')) !== undefined);
	await expect.poll(part, { timeout: 60_000 }).toBe(true);
	await context.setOffline(true);

	await register(page);
	await expect(page.getByRole('heading', { name: /^Peso/ })).toBeVisible();
	await measure(page, { kg: '81', cm: '680', mm: '112' });
	await expect(page.getByText('Hoy mismo. Bracito muy delgado.')).toBeVisible();
	await expect(page.getByText('Guardado en este teléfono')).toBeVisible();
	await expect(page.getByText(/−\d,\d\d/).first()).toBeHidden();
	await expect(page.getByText(/desnutri/)).toHaveCount(0);

	// the next one, her clothes and position as before: from the tap that opens it to the saved result
	await page.getByRole('link', { name: 'Volver' }).click();
	await page.getByRole('link', { name: /^Medir/ }).click();
	const taps = 1 + (await measure(page, { kg: '81', cm: '680', mm: '112' }));
	expect(taps).toBeLessThanOrEqual(14);
	await expect(page.getByText('Guardado en este teléfono')).toBeVisible();

	// the browser is killed in the middle of a third; with her code she goes on where she was
	await page.getByRole('link', { name: 'Volver' }).click();
	await page.getByRole('link', { name: /^Medir/ }).click();
	await hand(page).keys('82');
	await page.getByRole('button', { name: /^Seguir/ }).waitFor();
	await page.reload();
	await typeCode(page, CODE);
	await expect(page.getByRole('button', { name: /^Seguir/ })).toBeVisible();
	await measure(page, { kg: '82', cm: '681', mm: '126' });
	await expect(page.getByText('Guardado en este teléfono')).toBeVisible();

	await context.setOffline(false);
	const hers = "child IN (SELECT id FROM children WHERE name = 'Wara')";
	const sent = `SELECT day, muacMm, class, nextOn FROM measurements WHERE ${hers} ORDER BY muacMm`;
	await expect.poll(() => server.sql(sent), { timeout: 60_000 }).toHaveLength(3);
	const rows = await server.sql(sent);
	expect(rows[0]).toMatchObject({ class: 'sam', nextOn: inDays(2), muacMm: '112' });
	const children = await server.sql("SELECT name, keep FROM children WHERE name = 'Wara'");
	expect(children).toEqual([{ name: 'Wara', keep: '1' }]);
});
