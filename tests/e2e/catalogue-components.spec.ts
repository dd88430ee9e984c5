import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { build, preview, type PreviewServer } from 'vite';

// Every component, as the catalogue shows it, at the sizes and letters it must bear.
const configFile = 'src/catalogue/vite.config.ts';
const screens = readdirSync('src/catalogue/screens').map((file) =>
	file.replace('.svelte', '').toLowerCase()
);
/** Home, PIN, code and keypad are complete on the phone with its address bar. */
const whole = ['home', 'pin', 'code', 'measure'];

const views = [
	{ name: 'Spanish', lang: 'es', mode: '', height: 640, letters: 100 },
	{ name: 'Aymara in the sun', lang: 'ay', mode: 'sun', height: 640, letters: 100 },
	{ name: 'with the address bar', lang: 'es', mode: '', height: 512, letters: 100 },
	{ name: 'letters at 200 %', lang: 'es', mode: '', height: 640, letters: 200 }
];

// one build, one server: the views of this file share a worker
test.describe.configure({ mode: 'default' });

let server: PreviewServer;
let origin: string;

test.beforeAll(async () => {
	await build({ configFile, logLevel: 'error' });
	server = await preview({ configFile, preview: { port: 0, host: '127.0.0.1' } });
	origin = server.resolvedUrls?.local[0] ?? '';
});
test.afterAll(() => server.close());

/** What a reader would miss or could not hit, as sentences. */
const faults = (page: Page) =>
	page.evaluate(() => {
		const found: string[] = [];
		const named = (element: Element) =>
			`${element.tagName.toLowerCase()} «${element.textContent.trim().slice(0, 24)}»`;
		const box = (element: Element) => element.getBoundingClientRect();
		if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
		for (const element of document.querySelectorAll('body *')) {
			if (element.closest('svg, .vh, [role=region]') || !box(element).width) continue;
			const style = getComputedStyle(element);
			const text = [...element.childNodes].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
			);
			if (text && style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1)
				found.push(`${named(element)} is cut`);
			if (
				/hidden|clip/.test(style.overflowY) &&
				element.textContent.trim() &&
				element.scrollHeight > element.clientHeight + 2
			)
				found.push(`${named(element)} is cut below`);
			if (text && parseFloat(style.fontSize) < 16) found.push(`${named(element)} is too small`);
		}
		for (const element of document.querySelectorAll('button, summary, input, select, a')) {
			const { width, height } = box(element);
			if (width && (width < 47.5 || height < 47.5))
				found.push(`${named(element)} is ${Math.round(width)} × ${Math.round(height)}`);
		}
		return found;
	});

for (const view of views) {
	test.describe(view.name, () => {
		test.use({ viewport: { width: 360, height: view.height } });

		for (const screen of screens) {
			test(screen, async ({ page }) => {
				await page.goto(`${origin}?show=${screen}&lang=${view.lang}&mode=${view.mode}`);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				await page.evaluate((letters) => {
					document.documentElement.style.fontSize = `${letters}%`;
					return document.fonts.ready;
				}, view.letters);
				expect(await faults(page)).toEqual([]);
				if (view.height === 512 && whole.includes(screen)) {
					const tall = await page.evaluate(() => document.documentElement.scrollHeight);
					expect(tall).toBeLessThanOrEqual(512);
				}
				if (view.height === 640 && view.letters === 100) {
					const axe = await new AxeBuilder({ page }).analyze();
					expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
				}
			});
		}
	});
}

test('a calendar, a code and a choice are used by keyboard alone', async ({ page }) => {
	await page.goto(`${origin}?show=today`);
	await page.getByRole('button', { name: '2026-11-24' }).focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	const chosen = page.getByRole('button', { name: '2026-12-02' });
	await expect(chosen).toHaveAttribute('aria-pressed', 'true');
	await expect(chosen).toBeFocused();

	await page.goto(`${origin}?show=code`);
	await page.keyboard.press('7');
	await expect(page.getByRole('status')).toHaveAccessibleName('5 de 6 números');
	await page.keyboard.press('Backspace');
	await expect(page.getByRole('status')).toHaveAccessibleName('4 de 6 números');

	await page.goto(`${origin}?show=group`);
	await page.getByRole('radio', { name: 'Las 2' }).focus();
	await page.keyboard.press('ArrowLeft');
	await expect(page.getByRole('radio', { name: 'Español' }).first()).toBeChecked();
});

test('motion stops for who asks for less', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(`${origin}?show=parts`);
	const moving = await page.evaluate(
		() =>
			[...document.querySelectorAll('*')].filter((element) => {
				const style = getComputedStyle(element);
				return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
			}).length
	);
	expect(moving).toBe(0);
});
