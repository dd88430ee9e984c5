import type { Page } from '@playwright/test';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '../../scripts/server/place.mjs';
import { expect, test as base } from '@playwright/test';
import { startServer, type Server } from '../support/server.ts';

// A server of its own: its files are changed under the running app.
const test = base.extend<{ web: string; server: Server }>({
	web: async ({}, use) => {
		const web = mkdtempSync(join(tmpdir(), 'yatiqana-web-'));
		// without the compressed twins, which would be served instead of what this test writes
		cpSync(at('build'), web, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
		await use(web);
		rmSync(web, { recursive: true, force: true });
	},
	server: async ({ web }, use) => {
		const server = await startServer({ web });
		await use(server);
		await server.close();
	}
});
const offer = (page: Page) => page.getByRole('button', { name: /^Versión nueva lista/ });

test('a new version is offered, never forced, and never in the middle of a lesson', async ({
	page,
	server,
	web
}) => {
	await page.goto(`${server.url}/courses/`);
	await page.evaluate(() => navigator.serviceWorker.ready);
	await expect
		.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
		.toBe(true);

	await page.goto(`${server.url}/courses/dairy/dairy-clean-milking/`);
	await page.getByRole('button', { name: /^Siguiente/ }).click();
	appendFileSync(join(web, 'service-worker.js'), '\n// the next version\n');
	await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
	await expect
		.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null))
		.toBe(true);
	await expect(offer(page)).toHaveCount(0);
	await page.getByRole('button', { name: /^Siguiente/ }).click();
	await expect(offer(page)).toHaveCount(0);

	await page.getByRole('link', { name: 'Volver' }).click();
	await expect(offer(page)).toBeVisible();
	// saying nothing changes nothing
	await page.getByRole('link', { name: 'Volver' }).click();
	await expect(offer(page)).toBeVisible();

	const loaded = page.waitForEvent('load');
	await offer(page).click();
	await loaded;
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(offer(page)).toHaveCount(0);
	expect(
		await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting === null)
	).toBe(true);
});
