import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chromiumArgs, findChromium } from '../../scripts/server/chromium.mjs';
import { readCourses, type Message } from '../../scripts/content/read.ts';
import { keepBundle, openBundle } from '../../scripts/content/take.ts';
import { textKey } from '../../scripts/content/voice.ts';
import { linesOf } from '../../src/lib/domain/course/lines.ts';
import { expect, test } from '../support/e2e.ts';
import { readyOffline } from '../support/journey.ts';

const LESSON = 'dairy-clean-milking';
const executablePath = findChromium();
// a microphone that beeps, and nobody to ask whether it may
const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
test.use({
	permissions: ['microphone'],
	launchOptions: {
		args: [...chromiumArgs(), ...microphone],
		...(executablePath ? { executablePath } : {})
	}
});

async function record(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^Grabar/ }).click();
	await page.waitForTimeout(1200);
	await page.getByRole('button', { name: /^Terminar/ }).click();
}

test('a facilitator reads a lesson in Aymara without a signal, and her recordings reach the content', async ({
	page,
	context
}, { outputDir }) => {
	await page.goto('/record/');
	await readyOffline(page, LESSON);
	await context.setOffline(true);

	// nothing is recorded without a name and her permission
	await page.getByRole('button', { name: /^Empezar/ }).click();
	await expect(page.getByText('Falta el nombre o el permiso.')).toBeVisible();
	await page.getByRole('textbox').fill('Silvia Choque');
	await page.getByRole('checkbox', { name: /^Doy permiso/ }).check();
	await page.getByRole('button', { name: /^Empezar/ }).click();

	await page.locator('summary', { hasText: 'Leche limpia' }).click();
	await page.getByRole('link', { name: /^Ordeño limpio/ }).click();
	const first = await page.locator('p.line').textContent();

	// once more until she is content: only what she accepts is kept
	await record(page);
	await expect(page.getByRole('button', { name: /^Oír/ })).toBeVisible();
	await record(page);
	await page.getByRole('button', { name: /^Oír/ }).click();
	await page.getByRole('button', { name: /^Está bien/ }).click();
	await expect(page.getByText(/^1 de \d+ grabadas/)).toBeVisible();
	await expect(page.locator('p.line')).not.toHaveText(first ?? '');
	await record(page);
	await page.getByRole('button', { name: /^Está bien/ }).click();

	// a closed browser opens at the first line that is missing
	await page.reload();
	await expect(page.getByText(/^2 de \d+ grabadas/)).toBeVisible();
	await page.goto('/record/');
	const saved = page.waitForEvent('download');
	await page.getByRole('link', { name: /^Sacar las grabaciones · \d/ }).click();
	const bundle = join(outputDir, 'yatiqana-voz-ay.tar');
	await (await saved).saveAs(bundle);

	// what the command of docs/recipes/record-aymara.md makes of it
	const messages: Message[] = [];
	const drafts = readCourses('content', messages).flatMap(({ lessons }) => lessons);
	const said = drafts.flatMap(({ draft }) => linesOf(draft, 'ay').map(({ text }) => textKey(text)));
	const taken = openBundle(bundle, { es: new Set(), ay: new Set(said) }, messages);
	expect(messages).toEqual([]);
	const home = mkdtempSync(join(tmpdir(), 'yatiqana-voice-'));
	keepBundle(home, new Map(), taken!);
	const manifest = JSON.parse(readFileSync(join(home, 'voice', 'ay', 'manifest.json'), 'utf8'));
	expect(Object.keys(manifest)).toHaveLength(2);
	const entry = manifest[textKey(first ?? '')];
	expect(entry.by).toBe('Silvia Choque');
	expect(entry.dur).toBeGreaterThan(1);
	expect(readFileSync(join(home, 'voice', 'ay', entry.file)).length).toBeGreaterThan(1000);
	rmSync(home, { recursive: true });

	// her voice and her name leave the phone when she says so
	await page.getByRole('button', { name: /^Borrar mis grabaciones/ }).click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Borrar mis grabaciones/ })
		.click();
	await expect(page.getByText('Silvia Choque')).toHaveCount(0);
});
