// Every screen of a promoter behind her lock, one after the other, without opening the app anew.
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { newId, registered, sendFacts, type Fact } from './child.ts';
import { account, community, PASSWORD } from './programme.ts';
import type { Server } from './server.ts';

export type Lang = 'es' | 'ay';
const DAY = 86_400_000;
const NOW = Date.now();
const daysAgo = (days: number) =>
	new Date(NOW - 4 * 3_600_000 - days * DAY).toISOString().slice(0, 10);

export interface Village {
	readonly username: string;
	readonly password: string;
	readonly wara: string;
	readonly illa: string;
	readonly tika: string;
}

interface Read {
	readonly days: number;
	readonly kg: number;
	readonly cm: number;
	readonly mm: number;
	readonly said: object;
}
const engine = { engine: '1', rules: 1 };

function visited(subject: string, { days, kg, cm, mm, said }: Read): Fact {
	const body = {
		day: daysAgo(days),
		weightsKg: [kg],
		lengthsCm: [cm],
		muacsMm: [mm],
		position: 'lying',
		oedema: 'none',
		counts: { weightKg: kg, lengthCm: cm, muacMm: mm },
		said: { ...engine, ...said }
	};
	return { kind: 'visit.record', subject, body };
}

/** Wara has four measurings and an open task, Illa sucks and was never measured, Tika is another Wara. */
export async function village(server: Server, username: string): Promise<Village> {
	const scope = `c:${await community(server, `Village of ${username}`)}`;
	const by = await account(server, username, { role: 'promoter', scope });
	const [wara, illa, tika] = [newId(), newId(), newId()];
	const well = { class: 'grows-well', action: 'next-control' };
	const mam = { class: 'mam', action: 'refer-within-7-days', next: daysAgo(-4) };
	const child = (id: string, name: string, born: string) =>
		registered({ id, name, family: 'Choquehuanca Mamani', sex: 'f', born }, daysAgo(200));
	await sendFacts(server, { by, scope, at: NOW - 3_600_000 }, [
		...child(wara, 'Wara', daysAgo(420)),
		...child(illa, 'Illa', daysAgo(70)),
		...child(tika, 'Huara', daysAgo(425)),
		visited(wara, {
			days: 190,
			kg: 7.1,
			cm: 65.2,
			mm: 138,
			said: { ...well, waz: -0.6, haz: -0.9 }
		}),
		visited(wara, { days: 130, kg: 7.9, cm: 69.5, mm: 137, said: { ...well, waz: -0.5, haz: -1 } }),
		visited(wara, { days: 70, kg: 8, cm: 71, mm: 130, said: { ...well, waz: -1.1, haz: -1.4 } }),
		visited(wara, {
			days: 10,
			kg: 7.6,
			cm: 72.6,
			mm: 122,
			said: { ...mam, waz: -2, haz: -1.6, whz: -1.9 }
		})
	]);
	return { username, password: PASSWORD, wara, illa, tika };
}

const rooms = ['children', 'shell', 'phone'];
/** A word of the app in one language. */
const words = (lang: Lang): Record<string, string> =>
	Object.assign(
		{},
		...rooms.map((room) => JSON.parse(readFileSync(`messages/${room}/${lang}.json`, 'utf8')))
	);

/** Looks at the screen that stands there. */
type Look = (name: string) => Promise<void>;

export class Walk {
	readonly #page: Page;
	readonly #village: Village;
	readonly #look: Look;
	readonly #words: Record<string, string>;
	readonly #prefix: string;

	constructor(page: Page, at: Village, { lang, look }: { lang: Lang; look: Look }) {
		this.#page = page;
		this.#village = at;
		this.#look = look;
		this.#words = words(lang);
		this.#prefix = lang === 'es' ? '' : '/ay';
	}

	async all(): Promise<void> {
		await this.#lists();
		await this.#register();
		await this.#child();
		await this.#follow();
		await this.#measure();
		await this.#sucklingChild();
	}

	#say(key: string): string {
		const text = this.#words[key];
		if (!text) throw new Error(`no word ${key}`);
		return text;
	}

	/** By a link of the app: the vault stays open. */
	async #go(path: string): Promise<void> {
		await this.#page.evaluate((href) => {
			const link = document.createElement('a');
			link.href = href;
			document.body.append(link);
			link.click();
			link.remove();
		}, this.#prefix + path);
		await this.#page.waitForURL((url) => url.pathname + url.search === this.#prefix + path);
		await this.#page.locator('main > *').first().waitFor();
	}

	async #press(key: string): Promise<void> {
		const name = this.#say(key).replace(/ ?\{.*$/, '');
		await this.#page
			.getByRole('button', { name })
			.and(this.#page.locator(':visible'))
			.first()
			.click();
	}

	async #shut(): Promise<void> {
		await this.#page.keyboard.press('Escape');
		await this.#page.locator('dialog[open]').waitFor({ state: 'detached' });
	}

	async #keys(digits: string): Promise<void> {
		for (const digit of digits)
			await this.#page.getByRole('button', { name: digit, exact: true }).click();
	}

	async #lists(): Promise<void> {
		const find = this.#page.getByRole('searchbox');
		await this.#go('/children/');
		await this.#page.getByText('Choquehuanca').first().waitFor();
		await this.#look('list');
		await find.fill('xxxxx');
		await this.#look('list-nobody');
		await this.#go('/children/tasks/');
		await this.#look('tasks');
		await this.#go('/measuring-day/');
		await this.#look('day-missing');
		await this.#page.getByRole('listitem').getByRole('button').first().click();
		await this.#press('children_day_waiting');
		await this.#look('day-waiting');
		await this.#press('children_day_other');
		await find.fill('Illa');
		await this.#look('day-other');
		await this.#go('/quality/');
		await this.#look('quality');
		await this.#go('/rules/');
		await this.#look('rules');
	}

	async #register(): Promise<void> {
		const page = this.#page;
		await this.#go('/children/new/');
		await this.#press('shell_next');
		await this.#look('new-consent-open');
		for (const answers of await page.locator('main [role=radiogroup]').all())
			await answers.getByRole('radio').first().check();
		await this.#look('new-consent');
		await this.#press('shell_next');
		await page.getByRole('textbox').first().waitFor();
		await page.getByLabel(this.#say('children_name')).first().fill('Wara');
		await page.getByLabel(this.#say('children_family')).first().fill('Choquewanka Mamani');
		await page.getByLabel(this.#say('children_caregiver')).first().fill('Basilia');
		await this.#look('new-names');
		await this.#press('shell_next');
		for (const found of ['season', 'month', 'event', 'unknown', 'card']) {
			await this.#press(`children_found_${found}`);
			await this.#look(`new-birth-${found}`);
		}
		await page.locator('input[type=date]').fill(daysAgo(-3));
		await this.#press('shell_next');
		await this.#look('new-birth-future');
		await page.locator('input[type=date]').fill(daysAgo(421));
		await this.#press('shell_next');
		await page.getByText('Huara').waitFor();
		await this.#look('new-same');
	}

	async #child(): Promise<void> {
		const page = this.#page;
		await this.#go(`/children/child/?id=${this.#village.wara}`);
		await page.locator('summary').first().waitFor();
		await this.#look('child');
		const [data, more] = [page.locator('summary').first(), page.locator('summary').nth(1)];
		await data.click();
		await this.#look('child-data');
		await page.locator('details[open]').getByRole('button').first().click();
		await this.#look('child-name');
		await this.#shut();
		await page.locator('details[open]').getByRole('button').nth(3).click();
		await this.#press('children_found_season');
		await this.#look('child-born');
		await this.#shut();
		await data.click();
		await more.click();
		await this.#look('child-more');
		const count = await page.locator('details[open]').getByRole('button').count();
		for (let place = 0; place < count; place++) {
			await page.locator('details[open]').getByRole('button').nth(place).click();
			await this.#look(`child-more-${place + 1}`);
			await this.#shut();
		}
	}

	async #follow(): Promise<void> {
		const page = this.#page;
		const id = this.#village.wara;
		await this.#go(`/children/chart/?id=${id}`);
		await page.locator('[data-drawn=true]').waitFor();
		await page.locator('summary').last().click();
		await this.#look('chart');
		await this.#press('children_chart_family');
		await this.#look('chart-family');
		await this.#go(`/children/home-visit/?id=${id}`);
		await page.getByRole('heading', { level: 2 }).waitFor();
		await this.#look('visit-door');
		await this.#press('children_task_ask_food');
		await page.getByRole('checkbox').nth(1).check();
		await this.#look('visit-food');
		await this.#press('children_task_choose_lesson');
		await page.locator('main img').first().waitFor();
		await this.#look('visit-lesson');
		await this.#go(`/children/referral/?id=${id}`);
		await this.#look('signs');
		await page.getByRole('checkbox').first().check();
		await this.#press('children_refer_make');
		await page.getByRole('article').waitFor();
		await this.#look('slip');
		await this.#press('children_refer_qr');
		await this.#look('slip-square');
		await this.#shut();
	}

	async #measure(): Promise<void> {
		const page = this.#page;
		await this.#go(`/children/measure/?id=${this.#village.wara}`);
		await this.#keys('7');
		await this.#look('weight');
		await this.#press('children_clothes_light');
		await this.#look('clothes');
		await this.#shut();
		await this.#press('children_see_how');
		await this.#look('how');
		await this.#shut();
		await this.#press('children_could_not');
		await this.#look('could-not');
		await this.#shut();
		await this.#keys('800');
		await this.#press('children_ok');
		await this.#look('weight-doubt');
		await this.#press('children_type_again');
		await this.#keys('78');
		await this.#press('children_ok');
		await this.#look('position');
		await this.#press('children_go_on');
		await this.#keys('999');
		await this.#press('children_ok');
		await this.#look('length-again');
		await this.#keys('7');
		await this.#look('length-covered');
		await this.#keys('31');
		await this.#press('children_ok');
		await this.#keys('730');
		await this.#press('children_ok');
		await this.#keys('12');
		await this.#look('arm');
		await this.#keys('0');
		await this.#press('children_ok');
		await this.#look('feet');
		await this.#press('children_feet_unseen');
		await page.locator('section.result').waitFor();
		await page.getByText(this.#say('children_saved')).waitFor();
		await this.#look('result');
		await page.locator('summary').click();
		await this.#look('result-numbers');
		await this.#press('children_copy_card');
		await this.#look('card');
		await this.#press('children_copied');
		await this.#press('children_show_family');
		await this.#look('family');
		await this.#press('children_close');
		await this.#go(`/children/child/?id=${this.#village.wara}`);
		await page.locator('a[href*="visit="]').first().click();
		await page.locator('section.result').waitFor();
		await this.#press('children_void');
		await this.#look('void');
		await this.#shut();
	}

	async #sucklingChild(): Promise<void> {
		const page = this.#page;
		await this.#go(`/children/child/?id=${this.#village.illa}`);
		await page.locator('summary').first().waitFor();
		await this.#look('child-unmeasured');
		await this.#go(`/children/measure/?id=${this.#village.illa}`);
		await this.#keys('52');
		await this.#press('children_ok');
		await page.locator('main label').last().click();
		await this.#look('too-young-to-stand');
		await page.locator('main label').first().click();
		await this.#press('children_go_on');
		await this.#keys('565');
		await this.#press('children_ok');
		await page
			.getByRole('heading', { name: this.#say('children_suckles') })
			.or(page.locator('.pad'))
			.first()
			.waitFor();
		await this.#look('suckling');
	}
}
