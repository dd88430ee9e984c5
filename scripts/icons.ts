// Draws the icons of the installed application: the stepped diamond of the woven belt on lake blue.
//   node scripts/run.mjs scripts/icons.ts        (needs a Chromium: CHROMIUM_PATH or /usr/bin/chromium)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const LAKE = '#0B4F5C';
const MAIZE = '#F4C95D';
const COCHINEAL = '#A81761';
const INK = '#16211F';

/** On a 64 × 64 field; the diamond keeps within the circle that a launcher may cut out. */
const drawing = (corner: number) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" shape-rendering="crispEdges">` +
	`<rect width="64" height="64" rx="${corner}" fill="${LAKE}" shape-rendering="auto"/>` +
	`<path d="M28 12h8v8h8v8h8v8h-8v8h-8v8h-8v-8h-8v-8h-8v-8h8v-8h8z" fill="${MAIZE}" stroke="${INK}" stroke-width="5" paint-order="stroke"/>` +
	`<path d="M28 20h8v8h8v8h-8v8h-8v-8h-8v-8h8z" fill="${COCHINEAL}"/>` +
	`<path d="M28 28h8v8h-8z" fill="${MAIZE}"/></svg>\n`;

const files = [
	{ name: 'icon-192.png', size: 192, corner: 14 },
	{ name: 'icon-512.png', size: 512, corner: 14 },
	{ name: 'icon-maskable-512.png', size: 512, corner: 0 },
	{ name: 'apple-touch-icon.png', size: 180, corner: 0 }
];

const out = join(process.cwd(), 'static', 'icons');
writeFileSync(join(out, 'icon.svg'), drawing(14));
const browser = await chromium.launch({
	executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
	args: ['--no-sandbox']
});
for (const { name, size, corner } of files) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	await page.setContent(`<body style="margin:0">${drawing(corner)}`);
	await page.screenshot({ path: join(out, name), omitBackground: true });
	await page.close();
}
await browser.close();
