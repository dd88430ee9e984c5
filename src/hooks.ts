import { plainPath } from '#lib/app/prefix.ts';
import type { Reroute } from '@sveltejs/kit';

/** `/ay/courses/` and `/courses/` are one route; the language is only the prefix. */
export const reroute: Reroute = ({ url }) => plainPath(url.pathname);
