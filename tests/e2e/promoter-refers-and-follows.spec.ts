import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { writeChild } from '../support/child.ts';
import { expect, test } from '../support/e2e.ts';
import { chooseCode, enterPassword, typeCode } from '../support/journey.ts';
import { PASSWORD } from '../support/programme.ts';

const CODE = '482913';
const DAY = 86_400_000;
const daysAgo = (days: number) =>
	new Date(Date.now() - days * DAY - 4 * 3_600_000).toISOString().slice(0, 10);

/** Opens a screen by its address, which locks; the code opens it, offline too. */
async function open(page: Page, path: string) {
	await page.goto(path);
	await typeCode(page, CODE);
}

/** Nothing for axe to say, by day and in the sun; nothing over the edge with letters at 200 %. */
async function readable(page: Page, what: string, modes: readonly string[] = ['sun']) {
	const root = page.locator('html');
	for (const mode of modes) {
		await root.evaluate((html, to) => {
			if (to === 'sun') html.dataset['mode'] = to;
			else delete html.dataset['mode'];
		}, mode);
		const { violations } = await new AxeBuilder({ page }).analyze();
		const said = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
		expect.soft(said, `${what} ${mode}`).toEqual([]);
	}
	const over = await root.evaluate((html) => {
		html.style.fontSize = '200%';
		const wide = html.scrollWidth - innerWidth;
		html.style.fontSize = '';
		delete html.dataset['mode'];
		return wide;
	});
	expect.soft(over, `${what} at 200 %`).toBeLessThanOrEqual(0);
}

test('a promoter sends a thin child, hears that she arrived, and finds her on the measuring day', async ({
	page,
	context,
	server,
	programme
}) => {
	test.setTimeout(300_000);
	const child = await writeChild(server, programme, {
		family: 'Choquehuanca',
		day: daysAgo(3),
		weightsKg: [6.4],
		lengthsCm: [68],
		muacsMm: [112],
		counts: { weightKg: 6.4, lengthCm: 68, muacMm: 112 },
		said: { class: 'sam', action: 'refer-today', engine: '1', rules: 1, next: daysAgo(1) }
	});
	await page.goto('/sign-in/');
	await enterPassword(page, 'marta', PASSWORD);
	await chooseCode(page, CODE);
	const received = () =>
		page.evaluate(
			(id) =>
				new Promise<boolean>((done) => {
					const asked = indexedDB.open('yatiqana');
					asked.onsuccess = () => {
						const rows = asked.result.transaction('rows').objectStore('rows').getAllKeys();
						rows.onsuccess = () => done(rows.result.some((key) => String(key).startsWith(id)));
					};
				}),
			child.id
		);
	await expect.poll(received, { timeout: 60_000 }).toBe(true);
	const kept = () =>
		page.evaluate(async () => (await caches.open('parts')).match('/~part/promoter').then(Boolean));
	await expect.poll(kept, { timeout: 60_000 }).toBe(true);

	// without a signal from here on: the visit is overdue, the slip is missing
	await context.setOffline(true);
	await open(page, '/children/tasks/');
	const row = page.getByRole('listitem').filter({ hasText: 'Wara Choquehuanca' });
	await expect(row).toContainText('Falta hacer la hoja de referencia');
	await expect(row).toContainText('3');
	await readable(page, 'tasks');
	await page.getByRole('link', { name: /^Ir a ver a Wara/ }).click();

	await readable(page, 'danger signs');
	await page.getByRole('checkbox', { name: /^Vomita todo/ }).check();
	await page.getByLabel(/^Va a/).fill('C. de Salud Batallas');
	await page.getByRole('button', { name: /^Hacer la hoja/ }).click();
	const slip = page.getByRole('article');
	for (const text of [
		'Wara Choquehuanca',
		'C. de Salud Batallas',
		'6,4',
		'112',
		'bracito menor de 115 mm'
	])
		await expect(slip).toContainText(text);
	await expect(slip.getByRole('listitem').filter({ hasText: 'Vomita todo' })).toContainText('sí');
	await readable(page, 'slip', ['day', 'sun']);

	// it goes as a picture, as a square, on paper
	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: /^Enviar/ }).click();
	expect((await saved).suggestedFilename()).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}\.png$/);
	await page.getByRole('button', { name: 'Código QR' }).click();
	await expect(page.getByRole('dialog').getByRole('img', { name: 'Código QR' })).toBeVisible();
	await page.getByRole('button', { name: /^Cerrar/ }).click();

	// sent once is sent: the screen shows the slip, not another question
	await open(page, `/children/referral/?id=${child.id}`);
	await expect(slip).toBeVisible();
	await page.getByRole('button', { name: /^Llegó/ }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'Llegó' })).toHaveAttribute(
		'aria-current',
		'step'
	);

	// the chart, with its table
	await open(page, `/children/chart/?id=${child.id}`);
	await expect(page.locator('[data-drawn=true]')).toBeVisible();
	await expect(page.getByRole('img', { name: /6,4 kg/ })).toBeVisible();
	await page.locator('summary').click();
	await expect(page.getByRole('table')).toContainText('6,4 kg');
	await readable(page, 'chart', ['day', 'sun']);

	// at the door
	await open(page, `/children/home-visit/?id=${child.id}`);
	await readable(page, 'visit');
	await page.getByRole('button', { name: /^Preguntar qué come/ }).click();
	for (const food of ['Pecho', 'Papa, quinua'])
		await page.getByRole('checkbox', { name: new RegExp(`^${food}`) }).check();
	await readable(page, 'food');
	await page.getByRole('button', { name: 'Más', exact: true }).click();
	await page.getByRole('button', { name: /^Elegir la lección/ }).click();
	await expect(page.getByText('Le falta comer más veces.')).toBeVisible();

	// the measuring day: who came is kept when the browser is killed
	await open(page, '/measuring-day/');
	await readable(page, 'measuring day', ['day', 'sun']);
	await page.getByRole('button', { name: /^Faltan/ }).click();
	await page.getByRole('button', { name: /^Wara Choquehuanca/ }).click();
	await expect(page.getByRole('button', { name: 'Esperan 1' })).toBeVisible();
	await open(page, '/measuring-day/');
	await expect(page.getByRole('link', { name: /^Medir a Wara/ })).toBeVisible();
	await open(page, '/quality/');
	await readable(page, 'quality');

	// in town everything arrives, once
	await context.setOffline(false);
	const referrals = 'SELECT count(*) AS n, max(state) AS state FROM referrals';
	await expect
		.poll(async () => (await server.sql(referrals))[0], { timeout: 60_000 })
		.toMatchObject({ n: '1', state: 'arrived' });
	const followed = "SELECT count(*) AS n FROM journal WHERE kind = 'followup.done'";
	expect((await server.sql(followed))[0]?.n).toBe('1');
});
