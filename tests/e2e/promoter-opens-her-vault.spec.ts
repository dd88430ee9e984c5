import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { chooseCode, enterPassword, typeCode } from '../support/journey.ts';
import { PASSWORD } from '../support/programme.ts';
import { writeChild } from '../support/child.ts';

const CODE = '482913';

/** Everything that lies in the browser, as text: databases, storage, caches, title, address. */
const dump = (page: Page): Promise<string> =>
	page.evaluate(async () => {
		const found: string[] = [document.title, location.href, document.body.innerText];
		for (const box of [localStorage, sessionStorage]) found.push(JSON.stringify({ ...box }));
		for (const { name = '' } of await indexedDB.databases()) {
			const db = await new Promise<IDBDatabase>((done, fail) => {
				const asked = indexedDB.open(name);
				asked.onsuccess = () => done(asked.result);
				asked.onerror = () => fail(new Error(name));
			});
			for (const table of db.objectStoreNames) {
				const rows = await new Promise<unknown[]>((done) => {
					const asked = db.transaction(table).objectStore(table).getAll();
					asked.onsuccess = () => done(asked.result);
				});
				const text = (_: string, value: unknown) =>
					value instanceof Uint8Array ? String.fromCharCode(...value) : value;
				found.push(JSON.stringify(rows, text));
			}
			db.close();
		}
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const { url } of await cache.keys()) found.push(url);
		}
		for (const { name } of performance.getEntries()) found.push(name);
		return found.join('\n');
	});

/** What a page shows of itself when it stands. */
async function shown(page: Page): Promise<string> {
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	return page.evaluate(() => [document.title, location.href, document.body.innerText].join('\n'));
}
const STAFF = [
	...['children/', 'children/new/', 'children/tasks/', 'measuring-day/', 'quality/', 'groups/'],
	...['phone/', 'phone/held/', 'phone/account/', 'help/', 'record/', 'rules/']
];
const OF_A_CHILD = ['child', 'chart', 'measure', 'referral'];

test('a promoter signs in once online; her code opens the phone offline, and locked it tells nothing', async ({
	page,
	context,
	server,
	programme
}) => {
	test.setTimeout(240_000);
	const child = await writeChild(server, programme, { family: 'Ticona' });
	const phones = "SELECT count(*) AS n FROM phones WHERE label = 'marta'";
	const before = Number((await server.sql(phones))[0]?.n);

	// the first time: online, with the password; the code is typed twice, a simple one is not taken
	await page.goto('/sign-in/');
	await enterPassword(page, 'marta', 'not-hers-1');
	await expect(page.getByText('no coinciden')).toBeVisible();
	await enterPassword(page, 'marta', PASSWORD);
	await page.getByText('Elija 6 números').waitFor();
	await typeCode(page, '123456');
	await expect(page.getByText('Es fácil de adivinar')).toBeVisible();
	await chooseCode(page, CODE);
	await page.waitForURL('**/children/');
	await expect(page.getByText(/^Todo enviado, hoy/)).toBeVisible({ timeout: 60_000 });
	expect((await server.sql(phones))[0]?.n).toBe(String(before + 1));

	// later, without a signal: a reload has locked the vault
	await page.evaluate(() => navigator.serviceWorker.ready);
	await context.setOffline(true);
	await page.goto('/sign-in/');
	await page.getByText('marta').waitFor();
	const locked = await dump(page);
	expect(locked).toContain(child.id); // its facts are here …
	for (const secret of [child.name, child.family, child.born, '7.77', CODE, PASSWORD])
		expect(locked).not.toContain(secret); // … and nothing says whose
	await typeCode(page, '000001');
	await expect(page.getByText('Ese código no es.')).toBeVisible();
	for (let wrong = 2; wrong <= 5; wrong++) await typeCode(page, `00000${wrong}`);
	await expect(page.getByText('Varios códigos no eran.')).toBeVisible();
	await expect(page.getByRole('timer')).toHaveText(/^0:5|^1:00/);

	// the wait outlives a reload; after it the right code opens
	await page.clock.install();
	await page.reload();
	await expect(page.getByRole('timer')).toBeVisible();
	await page.clock.fastForward('01:01');
	await expect(page.getByRole('button', { name: '0', exact: true })).toBeVisible();
	await typeCode(page, CODE);
	await page.waitForURL('**/children/');
	await page.getByRole('link', { name: /enviado|enviar/ }).click();
	await expect(page.getByText('Abierto: marta')).toBeVisible();
	await page.goBack();
	const secrets = [child.name, child.family, child.born, '7.77', '7,77', CODE, PASSWORD];
	await page.getByRole('link', { name: new RegExp(`${child.name} ${child.family}`) }).click();
	await expect(page.getByText(child.family).first()).toBeVisible();

	// in nobody's hand it locks again: nothing that was on the screen is left, neither here nor a step back
	await page.clock.fastForward('11:00');
	await expect(page.getByText(child.family)).toHaveCount(0);
	const tells = (text: string) => secrets.filter((secret) => text.includes(secret));
	expect(tells(await dump(page))).toEqual([]);
	await page.goBack();
	expect(tells(await shown(page))).toEqual([]);
	const ofHer = OF_A_CHILD.map((one) => `children/${one}/?id=${child.id}`);
	for (const path of [...STAFF, ...ofHer]) {
		await page.goto(`/${path}`);
		expect.soft(tells(await shown(page)), path).toEqual([]);
	}
	expect(tells(await dump(page))).toEqual([]);

	// what the phone says of itself to the programme names nobody
	await context.setOffline(false);
	await page.goto('/phone/');
	await page.getByRole('button', { name: /^Enviar ahora/ }).click();
	await expect(page.getByText(/^Todo enviado, hoy/)).toBeVisible({ timeout: 60_000 });
	const [{ header = '' } = {}] = await server.sql(
		"SELECT header FROM phones WHERE label = 'marta' ORDER BY last DESC LIMIT 1"
	);
	expect(header).toContain('app');
	expect(tells(String(header))).toEqual([]);

	// she hands the phone on: her account leaves it, and with it all that only she could open
	await page.getByRole('link', { name: 'Quitar a marta de este teléfono' }).click();
	await expect(page.getByText('Todo lo suyo está enviado.')).toBeVisible();
	await page.getByRole('button', { name: /^Quitar del teléfono/ }).click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Quitar del teléfono/ })
		.click();
	await page.waitForURL('**/phone/');
	await expect(page.getByText('Este teléfono').first()).toBeVisible();
	await expect(page.getByText(/Quitar a/)).toHaveCount(0);
	const lines = (await dump(page)).split('\n').map((line) => line.slice(0, 2_000));
	const hers = [child.id, 'marta', programme.marta.id];
	expect(lines.filter((line) => hers.some((one) => line.includes(one)))).toEqual([]);
});
