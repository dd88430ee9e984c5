import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { village, Walk, type Lang } from '../support/behind-the-lock.ts';
import { expect, test } from '../support/e2e.ts';
import { chooseCode, enterPassword } from '../support/journey.ts';
import { screenFaults } from '../support/screen.ts';

/** What depends on the mode: colours. The rest is the same by day and in the sun, and was judged by day. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

async function axe(page: Page, rules?: readonly string[]): Promise<string[]> {
	const builder = new AxeBuilder({ page });
	if (rules) builder.withRules([...rules]);
	const { violations } = await builder.analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** What runs over the edge, or a primary action that has to be looked for. */
const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

async function judge(page: Page, name: string, lang: Lang): Promise<void> {
	const root = page.locator('html');
	const light = (mode: 'day' | 'sun') =>
		root.evaluate((html, to) => {
			if (to === 'sun') html.dataset['mode'] = to;
			else delete html.dataset['mode'];
		}, mode);
	await light('day');
	if (lang === 'es') expect.soft(await axe(page), name).toEqual([]);
	expect.soft(await screenFaults(page), name).toEqual([]);
	await light('sun');
	expect.soft(await axe(page, lang === 'es' ? COLOURS : undefined), `${name}, sun`).toEqual([]);
	expect.soft(await screenFaults(page), `${name}, sun`).toEqual([]);
	for (const percent of [100, 200]) {
		await root.evaluate((html, size) => (html.style.fontSize = `${size}%`), percent);
		await page.setViewportSize({ width: 360, height: percent === 100 ? 512 : 640 });
		expect.soft(await wide(page), `${name}, letters at ${percent} %`).toBeLessThanOrEqual(0);
		const primary = page.locator('footer .primary:visible').first();
		if (percent === 100 && (await primary.count()))
			await expect.soft(primary, `${name} at 512`).toBeInViewport();
	}
	await root.evaluate((html) => html.style.removeProperty('font-size'));
	await page.setViewportSize({ width: 360, height: 640 });
	await light('day');
}

// a picture of the page at each of some hundred steps would take longer than the steps
test.use({ trace: 'off' });

for (const lang of ['es', 'ay'] satisfies Lang[])
	test(`a promoter finds every screen behind her lock readable: ${lang}`, async ({
		page,
		server
	}) => {
		test.setTimeout(300_000);
		const at = await village(server, lang === 'es' ? 'juana' : 'sabina');
		await page.addInitScript(() => (Math.random = () => 0.5));
		await page.goto('/sign-in/');
		await enterPassword(page, at.username, at.password);
		await chooseCode(page, '482913');
		await page.waitForURL('**/children/');
		await expect(page.getByText('Choquehuanca').first()).toBeVisible({ timeout: 60_000 });
		await new Walk(page, at, { lang, look: (name) => judge(page, name, lang) }).all();
	});
