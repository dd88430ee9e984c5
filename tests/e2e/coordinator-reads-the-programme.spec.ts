import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { enterPassword } from '../support/journey.ts';
import { account, PASSWORD } from '../support/programme.ts';
import type { Server } from '../support/server.ts';

// the browser itself is set to English: no word and no number of it may be seen
test.use({ locale: 'en-US', viewport: { width: 1280, height: 800 } });

const place = 'ctiquina0000001';
const group = 'gtiquina0000001';
const asked = 'wtiquina0000099';
const back = (days: number) => `date('now', '${-days} days')`;

/** A place of its own on the shared server: 12 women who learn, 30 children, a fact that is held. */
async function fill(server: Server): Promise<void> {
	const rows = (n: number, into: string, select: string) =>
		server.sql(
			`INSERT INTO ${into} WITH RECURSIVE t(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM t
				WHERE i < ${n - 1}) SELECT ${select} FROM t`
		);
	const id = (letter: string) => `printf('${letter}tiquina%07d', i)`;
	const where = `'g:${group}'`;
	const words = 'id, scope, name, sex, born, joined';
	await rows(1, 'communities(id, name, created, updated)', `'${place}', 'Tiquina Ñuñu', '', ''`);
	await rows(
		1,
		'groups(id, name, community, created, updated)',
		`'${group}', 'Kusisiña', '${place}', '', ''`
	);
	await rows(
		12,
		`people(${words})`,
		`${id('w')}, ${where}, 'Mujer ' || i, 'f', '1980', ${back(100)}`
	);
	await rows(
		12,
		'progress(id, person, lesson, scope, heardOn, understoodOn, lastOn)',
		`${id('r')}, ${id('w')}, 'dairy-clean-milking', ${where}, ${back(40)}, ${back(40)}, ${back(40)}`
	);
	await rows(
		8,
		'practices(id, person, practice, scope, level, day, unit, amount, amountOn, amounts, since)',
		`${id('p')}, ${id('w')}, 'clean-milking', ${where}, 'doing', ${back(9)}, 'l', 8, ${back(9)},
		${back(9)} || '=8', ${back(30)}`
	);
	await rows(
		1,
		'sessions(id, "group", session, day, lesson, roster, present)',
		`${id('s')}, ${where}, ${id('s')}, ${back(40)}, 'dairy-clean-milking', 12, 11`
	);
	await rows(
		30,
		'children(id, scope, name, sex, bornFrom, bornTo, status, keep, show, count)',
		`${id('k')}, 'c:${place}', 'Wara ' || i, 'f', ${back(400)}, ${back(400)}, 'active', 1, 1, 1`
	);
	await rows(
		30,
		'measurements(id, child, visit, scope, day, weightKg, lengthCm, haz, class, nextOn, at)',
		`${id('v')}, ${id('k')}, ${id('v')}, 'c:${place}', ${back(20)}, 8.1, 70,
		iif(i < 9, -2.4, -0.5), iif(i < 9, 'stunted', 'grows-well'), ${back(-30)}, i`
	);
	const entry = {
		id: 'etiquina0000001',
		kind: 'member.join',
		v: 1,
		scope: `g:${group}`,
		subject: asked,
		at: Date.now(),
		n: 1,
		by: asked,
		phone: 'ptiquina0000001',
		body: { name: 'Paulina Quispe', face: 'h1-c1-k1-s1', day: '2026-11-02' }
	};
	await server.sql(
		`INSERT INTO held(id, hash, code, scope, subject, "by", phone, n, entry, got) VALUES
			('${entry.id}', 'h', 'scope', '${entry.scope}', '${asked}', '${asked}', '${entry.phone}', 1,
			'${JSON.stringify(entry)}', ${Date.now()})`
	);
}

const go = async (page: Page, name: RegExp) => {
	await page.getByRole('navigation').getByRole('link', { name }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

/** Nothing runs over the edge, and nothing that axe finds. */
async function sound(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const said = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
	expect.soft(said, page.url()).toEqual([]);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect.soft(wide, page.url()).toBeLessThanOrEqual(0);
}

test('the coordinator reads the programme, decides what waits, promises and takes a file along', async ({
	page,
	server
}) => {
	test.setTimeout(180_000);
	await fill(server);
	await account(server, 'nieves', { role: 'coordinator', scope: '*' });
	await page.goto('/sign-in/');
	await enterPassword(page, 'nieves', PASSWORD);

	// every panel a question with its numbers, its picture and its table
	await page.getByLabel(/^Comunidad/).selectOption({ label: 'Tiquina Ñuñu' });
	await page.getByLabel(/^Tiempo/).selectOption({ label: 'Últimos 3 meses' });
	const main = page.getByRole('main');
	await expect(main).toContainText('12 personas en este tiempo. Hoy hay 12 en los grupos.');
	await expect(main).toContainText('1 reuniones: vinieron 11 de 12');
	await expect(main).toContainText('9 de 30: 30 % (17–48)');
	await expect(main).toContainText('8,0 L cada una, según 8 personas');
	await expect(main).toContainText('Tiquina Ñuñu · Kusisiña: 40 días');
	await expect(main.locator('[data-drawn="true"]')).toHaveCount(6);
	const growth = main.locator('section', { hasText: '¿Cómo crecen?' }).first();
	await growth.getByText(/^Ver tabla/).click();
	await expect(growth.getByRole('table')).toContainText('30');
	await sound(page);

	// what waits gets an answer, and counts from then on
	await go(page, /^Detenidas/);
	const card = main.locator('section', { hasText: 'Tiquina Ñuñu · Kusisiña' });
	await expect(card).toContainText('Paulina Quispe');
	await card.getByRole('button', { name: /^Dejar entrar/ }).click();
	await expect(card).toContainText('Escriba por qué.');
	await card.getByLabel(/^Su nota/).fill('Ayudó la vecina');
	await sound(page);
	await card.getByRole('button', { name: /^Dejar entrar/ }).click();
	await expect(main.getByRole('status')).toContainText('Entró.');
	const [person] = await server.sql(`SELECT name FROM people WHERE id = '${asked}'`);
	expect(person).toEqual({ name: 'Paulina Quispe' });

	// a promise, and how far it has come
	await go(page, /^Metas/);
	const form = main.locator('section', { hasText: 'Meta nueva' }).last();
	await form.getByLabel(/^Comunidad/).selectOption({ label: 'Tiquina Ñuñu' });
	await form.getByLabel(/^Cuántos/).fill('40');
	await form.getByRole('button', { name: /^Guardar la meta/ }).click();
	await expect(main.locator('section', { hasText: 'de 40' }).first()).toContainText('12 de 40');
	await sound(page);

	// a file for others, without a name in it
	await go(page, /^Bajar/);
	const anthro = main.locator('section', { hasText: 'Archivo para WHO Anthro' }).last();
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		anthro.getByRole('button', { name: /^Bajar/ }).click()
	]);
	expect(file.suggestedFilename()).toMatch(/^yatiqana-anthro-12-/);
	const text = readFileSync(await file.path(), 'utf8');
	expect(text).toMatch(/^\uFEFFid,team,cluster,strata,sw,dob,dov,age,sex,/);
	expect(text).not.toContain('Wara');
	await sound(page);
	for (const way of [/^Teléfonos/, /^Cuentas/]) {
		await go(page, way);
		await sound(page);
	}

	// on a small phone in the sun, and without a server: what was read is read again
	await page.setViewportSize({ width: 360, height: 640 });
	await page.evaluate(() => localStorage.setItem('yatiqana.mode', 'sun'));
	await page.route('**/api/**', (route) => route.abort());
	await page.goto('/programme/');
	await expect(main).toContainText('Guardado en este equipo.');
	await page.getByLabel(/^Comunidad/).selectOption({ label: 'Tiquina Ñuñu' });
	await expect(main).toContainText('Hoy hay 13 en los grupos.');
	await expect(main.locator('[data-drawn="true"]')).toHaveCount(6);
	await sound(page);
});
