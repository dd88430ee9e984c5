import { page } from '$app/state';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { langOf } from './prefix.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Lang } from '#lib/ui/words.ts';

const isLang = (value: string | null): value is Lang => value === 'es' || value === 'ay';

/** Messages follow the address, so that switching needs no reload and keeps the place. Browser only. */
export function followAddress(): void {
	overwriteGetLocale(() => langOf(page.url.pathname));
}

/** What was chosen on this phone, or null before the first choice. */
export function chosenLanguage(): Lang | null {
	const stored = readSetting('language');
	return isLang(stored) ? stored : null;
}

/** The language was chosen on purpose: the start page and the next visit follow it. */
export function rememberLanguage(lang: Lang): void {
	writeSetting('language', lang);
}
