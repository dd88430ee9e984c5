import { getLocale } from '#lib/paraglide/runtime.js';
import type { Lang } from '#lib/ui/words.ts';
import { withLang } from './prefix.ts';

type Params = Readonly<Record<string, string>>;

/**
 * The address of a screen in the language that is shown: `/courses/` or `/ay/courses/`.
 * Ids travel in the query, because every page is prerendered and there is no fallback page.
 */
export function address(path: `/${string}`, params: Params = {}): string {
	const query = new URLSearchParams(params).toString();
	return withLang(query ? `${path}?${query}` : path, getLocale());
}

/** The same place in another language, query and fragment kept. */
export function inLanguage(url: URL, locale: Lang): string {
	return withLang(url.pathname + url.search + url.hash, locale);
}

/** Where somebody goes after choosing who she is: an address of ours that was asked for, else her home. */
export const wayOn = (then: string | null): string =>
	then && isOurs(then) ? then : address('/me/');

/** A path of this app; `//` would lead to another. */
export const isOurs = (path: string): boolean => /^\/(?!\/)/.test(path);
