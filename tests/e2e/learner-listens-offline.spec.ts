import type { Page } from '@playwright/test';
import { courses } from '../../src/lib/library/generated/index.ts';
import { expect, test } from '../support/e2e.ts';
import { readyOffline } from '../support/journey.ts';

const LESSON = 'livestock-water-feed-body';
const course = courses.find(({ lessons }) => lessons.some(({ id }) => id === LESSON));
const voiceAt = course?.lessons.find(({ id }) => id === LESSON)?.voice.es ?? '';

/** Whether the first clip lies on the phone, and what an audio element gets that asks for its first hundred bytes. */
const firstClip = (page: Page) =>
	page.evaluate(async (list) => {
		const texts: Record<string, { src: string }[]> = await (await fetch(list)).json();
		const src = Object.values(texts)[0]?.[0]?.src ?? '';
		const kept = (await (await caches.open('library')).match(src)) !== undefined;
		const answer = await fetch(src, { headers: { range: 'bytes=0-99' } });
		return { kept, status: answer.status, length: (await answer.arrayBuffer()).byteLength };
	}, voiceAt);

test('a learner fetches the voice of a course, in parts, and hears it without a signal', async ({
	page,
	context
}) => {
	test.setTimeout(180_000);
	await page.goto('/courses/animal-husbandry/');
	await readyOffline(page, LESSON);

	// the size is said before anything is fetched
	const get = page.getByRole('button', { name: /^Bajar la voz · \d/ });
	await expect(get).toHaveText(/\d+(,\d)? [kM]B/);
	await get.click();
	await page.getByRole('button', { name: /^Pausa/ }).click();
	const goOn = page.getByRole('button', { name: /^Seguir bajando · \d/ });
	await expect(goOn).toBeVisible();

	// a closed browser loses nothing of what is here
	await page.reload();
	await expect(goOn).toBeVisible();
	await expect(page.getByRole('img', { name: /^[1-9]\d* de \d+ partes/ })).toBeVisible();
	await goOn.click();
	await expect(page.getByText(/^Voz en este teléfono · \d/)).toBeVisible({ timeout: 60_000 });

	await context.setOffline(true);
	await page.goto(`/courses/animal-husbandry/${LESSON}/`);
	await expect(page.getByText('El bebedero está helado.')).toBeVisible();
	expect(await firstClip(page)).toEqual({ kept: true, status: 206, length: 100 });

	// the large button reads the whole screen; the sentence being said is marked
	await page.locator('.player .play').click();
	const marked = page.locator('[lang="es"] mark');
	await expect(marked).toHaveText('Es junio, son las 6 de la mañana.');
	await expect(marked).toHaveText('El bebedero está helado.');
	await page.getByRole('button', { name: 'Pausa' }).last().click();
	await expect(marked).toHaveCount(0);

	// taken away it leaves texts and pictures
	await page.goto('/phone/');
	await page.getByRole('button', { name: 'Borrar la voz' }).click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Borrar la voz/ })
		.click();
	await expect(page.getByText('Voz en este teléfono')).toHaveCount(0);
	const kept = () =>
		page.evaluate(async () => {
			const all = await (await caches.open('library')).keys();
			return all.filter(({ url }) => url.endsWith('.opus')).length;
		});
	expect(await kept()).toBe(0);
	await page.goto(`/courses/animal-husbandry/${LESSON}/`);
	await expect(page.getByText('El bebedero está helado.')).toBeVisible();

	// the screens have a voice of their own
	await context.setOffline(false);
	await page.goto('/phone/');
	await expect(page.getByText('Pantallas: voz en español')).toBeVisible();
	await page.getByRole('button', { name: /^Bajar la voz · 1,\d MB/ }).click();
	await expect(page.getByText(/^Voz en este teléfono · 1,\d MB/)).toBeVisible({ timeout: 60_000 });
	await context.setOffline(true);
	await page.goto('/who/');
	const ear = page.locator('header .ear');
	await ear.click();
	await expect(ear).toHaveAttribute('aria-pressed', 'true');
	await expect(ear).toHaveAttribute('aria-pressed', 'false'); // said to its end
});
