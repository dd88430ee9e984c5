import AxeBuilder from '@axe-core/playwright';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../../scripts/server/place.mjs';
import { expect, test } from '../support/e2e.ts';
import { screenFaults } from '../support/screen.ts';

/** Every page of the build; of the lessons one, as they are made by the same screen. */
function addresses(dir = at('build'), path = '/'): string[] {
	const found: string[] = [];
	for (const entry of readdirSync(dir, { withFileTypes: true })) {
		if (entry.isDirectory() && !['_app', 'ay', 'library'].includes(entry.name))
			found.push(...addresses(join(dir, entry.name), `${path}${entry.name}/`));
		else if (entry.name === 'index.html') found.push(path);
	}
	const lesson = (page: string) => page.split('/').length === 5 && page.startsWith('/courses/');
	return path === '/'
		? found.filter((page) => !lesson(page) || page.includes('dairy-clean-milking'))
		: found;
}
const pages = addresses().sort();

test('there are screens to look at', () => {
	expect(pages.length).toBeGreaterThanOrEqual(18);
});

for (const lang of ['es', 'ay'] as const)
	for (const mode of ['day', 'sun'] as const)
		test(`axe finds nothing: ${lang}, ${mode}`, async ({ page }) => {
			test.setTimeout(180_000);
			await page.addInitScript((m) => localStorage.setItem('yatiqana.mode', m), mode);
			for (const path of pages) {
				await page.goto(lang === 'es' ? path : `/ay${path}`);
				await expect(page.locator('h1')).toBeVisible();
				await page.waitForTimeout(100);
				const { violations } = await new AxeBuilder({ page }).analyze();
				const said = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
				expect.soft(said, path).toEqual([]);
				expect.soft(await screenFaults(page), path).toEqual([]);
			}
		});

for (const [name, height, letters] of [
	['with the address bar', 512, 100],
	['letters at 200 %', 640, 200]
] as const)
	test.describe(name, () => {
		test.use({ viewport: { width: 360, height } });
		for (const lang of ['', '/ay'])
			test(`nothing runs over the edge: ${lang || '/'}`, async ({ page }) => {
				test.setTimeout(120_000);
				for (const path of pages.map((each) => lang + each)) {
					await page.goto(path);
					await expect(page.locator('h1')).toBeVisible();
					await page.evaluate((percent) => {
						document.documentElement.style.fontSize = `${percent}%`;
					}, letters);
					const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
					expect.soft(wide, path).toBeLessThanOrEqual(0);
					// a sheet that is not open has one too
					const primary = page.locator('.primary:visible').first();
					if (letters === 100 && (await primary.count()))
						await expect.soft(primary, path).toBeInViewport();
				}
			});
	});
