import { expect, test } from '../support/e2e.ts';

// Whoever opens the app: the policy of the page and the headers of the server let everything through that is ours.
for (const address of ['/', '/ay/']) {
	test(`${address} starts under its own policy`, async ({ page }) => {
		const refused: string[] = [];
		page.on('console', (said) => {
			if (said.type() === 'error') refused.push(said.text());
		});
		page.on('pageerror', (error) => refused.push(error.message));
		await page.addInitScript(() => {
			document.addEventListener('securitypolicyviolation', (event) =>
				console.error(`${event.violatedDirective} ${event.blockedURI}`)
			);
		});
		const answer = await page.goto(address);
		expect(answer?.status()).toBe(200);
		await expect(page.locator('h1')).toBeVisible();
		await page.waitForLoadState('load');
		expect(refused).toEqual([]);
	});
}

test('an address that does not exist is a page of ours with status 404', async ({ page }) => {
	const answer = await page.goto('/nada/');
	expect(answer?.status()).toBe(404);
	await expect(page.locator('h1')).toBeVisible();
});
