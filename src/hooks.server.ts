import { AsyncLocalStorage } from 'node:async_hooks';
import { langOf } from '#lib/app/prefix.ts';
import { overwriteServerAsyncLocalStorage } from '#lib/paraglide/runtime.js';
import type { Handle } from '@sveltejs/kit';

type Page = NonNullable<Parameters<typeof overwriteServerAsyncLocalStorage>[0]>;
const pages: Page = new AsyncLocalStorage();
overwriteServerAsyncLocalStorage(pages);

/** Runs at prerender only: the language of a page is that of its address, also in `<html lang>`. */
export const handle: Handle = ({ event, resolve }) => {
	const locale = langOf(event.url.pathname);
	return pages.run({ locale, origin: event.url.origin, messageCalls: new Set() }, () =>
		resolve(event, {
			transformPageChunk: ({ html }) =>
				stylesFirst(html.replace('%lang%', locale === 'ay' ? 'ay' : 'es-BO'))
		})
	);
};

const STYLE = /\s*<link href="[^"]+" rel="stylesheet">/g;

/** What a page is painted with is asked for before its scripts: over HTTP/1.1 it would wait behind them for one of six
 * connections. */
function stylesFirst(html: string): string {
	const styles = html.match(STYLE) ?? [];
	return html
		.replace(STYLE, '')
		.replace(/\s*<link href="[^"]+" rel="modulepreload">/, (first) => [...styles, first].join(''));
}
