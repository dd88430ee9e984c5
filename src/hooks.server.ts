import { paraglideMiddleware } from '#lib/paraglide/server.js';
import type { Handle } from '@sveltejs/kit';

/** Runs at prerender only: writes the language of the page into `<html lang>`. */
export const handle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale === 'ay' ? 'ay' : 'es-BO')
		});
	});
