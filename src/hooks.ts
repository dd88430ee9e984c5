import { deLocalizeUrl } from '#lib/paraglide/runtime.js';
import type { Reroute } from '@sveltejs/kit';

/** `/ay/courses/` and `/courses/` are one route; the language is only the prefix. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
