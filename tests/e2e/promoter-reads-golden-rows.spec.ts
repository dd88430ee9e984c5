import type { Page } from '@playwright/test';
import { newId, registered, sendFacts } from '../support/child.ts';
import { expect, test } from '../support/e2e.ts';
import { goldenRows, saidOf, type GoldenRow } from '../support/golden-rows.ts';
import { chooseCode, enterPassword } from '../support/journey.ts';
import { account, community, PASSWORD } from '../support/programme.ts';

const ROWS = 100;
const DAY_MS = 86_400_000;
/** Today in La Paz, and so many days before. */
const NOW = Date.now();
const daysAgo = (days: number) =>
	new Date(NOW - 4 * 3_600_000 - days * DAY_MS).toISOString().slice(0, 10);

interface Glass {
	/** What the screen asks. */
	readonly asks: string;
	/** What can be touched, and where it lies. */
	readonly keys: readonly { readonly name: string; readonly x: number; readonly y: number }[];
}

const look = (page: Page): Promise<Glass> =>
	page.evaluate(() => {
		const all = [...document.querySelectorAll('main button, main label, main summary')];
		const keys = all.map((one) => {
			const { x, y, width, height } = one.getBoundingClientRect();
			const name = one.getAttribute('aria-label') ?? one.textContent ?? '';
			return { name: name.trim(), x: x + width / 2, y: y + height / 2 };
		});
		return { asks: document.querySelector('main h2')?.textContent?.trim() ?? '', keys };
	});

/** Touches what is called so, where it lies on the glass. */
async function tap(page: Page, glass: Glass, ...names: string[]): Promise<void> {
	for (const wanted of names) {
		const key =
			glass.keys.find(({ name }) => name === wanted) ??
			glass.keys.find(({ name }) => name.startsWith(wanted));
		if (!key) throw new Error(`nothing is called ${wanted} where it says ${glass.asks}`);
		await page.mouse.click(key.x, key.y);
	}
}

/** Answers what the screens ask until the result stands there; a reading asked again reads the same. */
async function measure(page: Page, row: GoldenRow): Promise<void> {
	const { kg, cm, mm } = row.digits;
	for (let step = 0; step < 14; step++) {
		const glass = await look(page);
		const type = (digits: string) => tap(page, glass, ...digits.padStart(2, '0'), 'OK');
		if (glass.asks.startsWith('Peso')) await type(kg);
		else if (glass.asks.startsWith('Talla')) await type(cm);
		else if (glass.asks.startsWith('Bracito')) await type(mm);
		else if (glass.asks.startsWith('¿Cómo la mide')) {
			await tap(page, glass, row.lying ? 'Echada' : 'Parada');
			await tap(page, await look(page), 'Seguir');
		} else if (glass.asks.startsWith('¿Mama')) await tap(page, glass, 'Mama bien');
		else if (glass.asks.startsWith('¿Queda'))
			await tap(page, glass, row.swollen ? 'Sí, en los 2 pies' : 'No queda hoyo');
		else break;
	}
}

/** As numbers are written on the screen. */
const shown = (z: string) =>
	z ? (Number(z) === 0 ? '0,00' : z.replace('-', '−').replace('.', ',')) : 'no se puede decir';

// a picture of the page at each of some thousand touches would take longer than the touches
test.use({ trace: 'off' });

test('a hundred of WHO’s vectors, read on a measuring day, give WHO’s z and the word that follows from it', async ({
	page,
	server
}) => {
	test.setTimeout(300_000);
	// a community of its own: nobody else's children are in its way
	const scope = `c:${await community(server, 'Karhuisa')}`;
	const nieves = await account(server, 'nieves', { role: 'promoter', scope });
	const rows = goldenRows(ROWS).map((row) => ({ ...row, child: newId() }));
	expect(new Set(rows.map((row) => saidOf(row).class)).size).toBe(9);
	const facts = rows.flatMap(({ id, child, sex, days }) =>
		registered({ id: child, name: id, family: 'OMS', sex, born: daysAgo(days) }, daysAgo(0))
	);
	await sendFacts(server, { by: nieves, scope, at: NOW - 3_600_000 }, facts);

	await page.clock.setFixedTime(NOW);
	// no visit is drawn for quality
	await page.addInitScript(() => (Math.random = () => 0.5));
	await page.goto('/sign-in/');
	await enterPassword(page, 'nieves', PASSWORD);
	await chooseCode(page, '482913');
	await page.waitForURL('**/children/');
	await expect(page.getByRole('button', { name: `Todos ${ROWS}` })).toBeVisible({
		timeout: 60_000
	});

	// all of them come to the measuring day
	await page.getByRole('link', { name: /^Día de medir/ }).click();
	await expect(page.getByRole('button', { name: `Faltan ${ROWS}` })).toBeVisible();
	await page.getByRole('button', { name: `Faltan ${ROWS}` }).click();
	for (const { id } of rows) await page.getByRole('button', { name: id }).click();
	await page
		.getByRole('link', { name: `Medir a ${rows[0]?.id}` })
		.last()
		.click();
	await page.getByRole('heading', { name: /^Peso/ }).waitFor();
	// the scale stands at zero with the clothes on, once for all
	await page.getByRole('button', { name: /^Ligera/ }).click();
	await page.getByRole('radio', { name: /^Sin ropa/ }).check();
	await page.getByRole('button', { name: /^Listo/ }).click();

	for (const [place, row] of rows.entries()) {
		const { id, z } = row;
		await expect(page.locator('h1')).toContainText(id);
		await measure(page, row);
		const { word, sentence } = saidOf(row);
		await expect(page.locator('.result'), id).toContainText(word);
		await expect(page.locator('.result'), id).toContainText(sentence);
		await expect(page.getByText('Guardado en este teléfono'), id).toBeVisible();
		await page.locator('summary').click();
		const table = await page.getByRole('table').innerText();
		const said = table.split('\n').map((line) => line.replace(/\s+/g, ' '));
		expect.soft(said, id).toContain(`Talla para la edad (z) ${shown(z.haz)}`);
		expect.soft(said, id).toContain(`Peso para la edad (z) ${shown(z.waz)}`);
		expect.soft(said, id).toContain(`Peso para la talla (z) ${shown(z.whz)}`);
		const next = rows[place + 1];
		if (next) await page.getByRole('link', { name: `Medir a ${next.id}` }).click();
	}

	// what was said is what arrives
	const arrived = () =>
		server.sql(
			`SELECT child, class, haz, waz, whz FROM measurements WHERE scope = '${scope}' AND day = '${daysAgo(0)}'`
		);
	await expect.poll(arrived, { timeout: 60_000 }).toHaveLength(ROWS);
	const stored = new Map((await arrived()).map(({ child, ...rest }) => [child, rest]));
	const number = (text: string | null | undefined) => (text ? Number(text) : null);
	for (const row of rows) {
		const got = stored.get(row.child);
		const { haz, waz, whz } = row.z;
		expect.soft(got?.class, row.id).toBe(saidOf(row).class);
		expect
			.soft([got?.haz, got?.waz, got?.whz].map(number), row.id)
			.toEqual([haz, waz, whz].map(number));
	}
});
