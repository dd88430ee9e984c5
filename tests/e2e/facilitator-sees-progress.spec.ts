import type { Browser, Page } from '@playwright/test';
import { correction, generate } from 'lean-qr';
import { expect, test } from '../support/e2e.ts';
import {
	chooseCode,
	enterPassword,
	finishLesson,
	newPerson,
	readyOffline
} from '../support/journey.ts';
import { account, PASSWORD as COORDINATOR_PASSWORD } from '../support/programme.ts';

// the phone itself is set to English: no word and no date of it may be seen
test.use({ locale: 'en-US' });

const PASSWORD = 'quinua-y-leche-8';

async function signIn(page: Page, url: string, username: string, password: string) {
	await page.goto(`${url}/sign-in/`);
	await enterPassword(page, username, password);
}
const own = async (browser: Browser) => (await browser.newContext()).newPage();

/** The square on a page, as light and dark fields. */
const modules = (page: Page) =>
	page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
		const { width, height } = canvas;
		const pixels = canvas.getContext('2d')!.getImageData(0, 0, width, height).data;
		const dark = (x: number, y: number) => (pixels[4 * (y * width + x)]! < 128 ? '1' : '0');
		return Array.from({ length: height }, (_, y) =>
			Array.from({ length: width }, (_, x) => dark(x, y)).join('')
		);
	});
/** The same of a text, with four light fields on each side. */
function modulesOf(text: string): string[] {
	const code = generate(text, { minCorrectionLevel: correction.L });
	return Array.from({ length: code.size + 8 }, (_, y) =>
		Array.from({ length: code.size + 8 }, (_, x) => (code.get(x - 4, y - 4) ? '1' : '0')).join('')
	);
}

/** On plain pages: a community, a group, her facilitator, and a code for the group's phone. */
async function setUp(page: Page): Promise<string> {
	await page.getByRole('link', { name: /^Comunidades y grupos/ }).click();
	await page.getByLabel('Nombre de la comunidad').fill('Huarina');
	await page.getByRole('button', { name: /^Añadir comunidad/ }).click();
	await page.getByLabel(/^Grupo/).fill('Qhana');
	await page.getByRole('button', { name: /^Añadir grupo/ }).click();
	await expect(page.getByText('Huarina · Qhana')).toBeVisible();

	await page.getByRole('link', { name: 'Volver' }).click();
	await page.getByRole('link', { name: /^Cuentas/ }).click();
	await page.getByLabel('Nombre y apellido').fill('Silvia Choque');
	await page.getByLabel('Su usuario').fill('silvia.choque');
	await page.getByLabel('Su contraseña').fill(PASSWORD);
	await page.getByLabel(/^Acompaña al grupo/).selectOption({ label: 'Huarina · Qhana' });
	await page.getByRole('button', { name: /^Añadir cuenta/ }).click();
	await expect(page.getByText('La cuenta está lista.')).toBeVisible();

	await page.getByRole('link', { name: 'Volver' }).click();
	await page.getByRole('link', { name: /^Teléfonos/ }).click();
	await page.getByLabel(/^Grupo/).selectOption({ label: 'Huarina · Qhana' });
	await page.getByRole('button', { name: /^Hacer un código/ }).click();
	return (await page.locator('.code').textContent()) ?? '';
}

test('what the group’s phone recorded without a signal, the facilitator sees on hers', async ({
	page,
	context,
	browser,
	server
}) => {
	test.setTimeout(240_000);
	const coordinator = await account(server, 'rene.calle', { role: 'coordinator', scope: '*' });
	const office = await own(browser);
	await signIn(office, server.url, coordinator.username, COORDINATOR_PASSWORD);
	const code = await setUp(office);
	expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);

	// the phone learns first, before it belongs to anybody
	await page.goto('/courses/greenhouse/');
	await readyOffline(page, 'greenhouse-heat-air-water');
	await context.setOffline(true);
	await page.goto('/who/');
	await newPerson(page, 'Basilia Mamani');
	await page.goto('/courses/greenhouse/greenhouse-heat-air-water/');
	await finishLesson(page);
	await expect(page.getByText('Guardado en este teléfono')).toBeVisible();

	// then it reaches a signal and joins the group
	await context.setOffline(false);
	const square = `${server.url}/enrol/#${code.replace('-', '')}`;
	expect(await modules(office)).toEqual(modulesOf(square));
	const begun = Date.now();
	await page.goto('/who/');
	await page.goto(square); // as the phone's own camera opens it
	await expect(page.getByLabel(/^Escriba las 8 letras/)).toHaveValue(code.replace('-', ''));
	expect(page.url()).not.toContain('#'); // the code stays in no history
	await page.getByLabel(/^Nombre de este teléfono/).fill('Teléfono de Qhana');
	await page.getByRole('button', { name: /^Unir/ }).click();
	await expect(page.getByText('Este teléfono ya es del grupo Qhana.')).toBeVisible();
	await page.getByRole('radio', { name: 'Aymar aru' }).check({ force: true });
	await expect(page.getByText('Wakichatawa. Jan llikan comunidad ukar sarasma.')).toBeVisible({
		timeout: 120_000
	});
	expect(Date.now() - begun).toBeLessThan(5 * 60_000);
	await page.getByRole('radio', { name: 'Español' }).check({ force: true });
	await expect(page.getByText('Listo. Ya puede ir a la comunidad sin señal.')).toBeVisible();
	const labels = "SELECT count(*) AS n FROM phones WHERE label = 'Teléfono de Qhana'";
	expect((await server.sql(labels))[0]?.n).toBe('1');
	await page.goto('/phone/');
	await expect(page.getByText(/^Todo enviado, hoy/)).toBeVisible({ timeout: 60_000 });

	const facilitator = await own(browser);
	await signIn(facilitator, server.url, 'silvia.choque', PASSWORD);
	await chooseCode(facilitator, '482913');
	await facilitator.getByRole('link', { name: /Grupo Qhana/ }).click();
	await expect(facilitator.getByText('Lo último llegó: hoy')).toBeVisible();
	await facilitator.getByRole('link', { name: /Basilia Mamani/ }).click();
	const woman = facilitator.getByRole('main');
	await expect(woman).toContainText('Calor, aire y agua');
	await expect(woman).toContainText(/escuchó|entendió/);

	// what is finished from now on goes by itself
	await page.goto('/courses/measuring/measuring-muac-oedema/?block=end');
	await page.getByRole('button', { name: /^Terminar/ }).click();
	await expect(page.getByText('Guardado en este teléfono')).toBeVisible();
	const finished = `SELECT count(*) AS n FROM journal WHERE kind = 'lesson.finish'
		AND phone = (SELECT id FROM phones WHERE label = 'Teléfono de Qhana')`;
	await expect.poll(async () => (await server.sql(finished))[0]?.n, { timeout: 60_000 }).toBe('2');
	await page.goto('/phone/');
	await expect(page.getByText(/^Todo enviado, hoy/)).toBeVisible({ timeout: 60_000 });

	// exactly once, whatever is pressed
	await page.getByRole('button', { name: /^Enviar ahora/ }).click();
	await expect(page.getByText(/^Todo enviado, hoy/)).toBeVisible({ timeout: 60_000 });
	expect((await server.sql(finished))[0]?.n).toBe('2');
});
