import type { Lang } from '#lib/ui/words.ts';

const AYMARA = /^\/ay(?=[/?#]|$)/;

/** The language of an address of ours: `/ay/…` is Aymara, all else Spanish. */
export const langOf = (path: string): Lang => (AYMARA.test(path) ? 'ay' : 'es');

/** The address without its language, as routes know it; query and fragment are kept. */
export function plainPath(path: string): string {
	const plain = path.replace(AYMARA, '');
	return plain.startsWith('/') ? plain : `/${plain}`;
}

/** The same address in a language; query and fragment are kept. */
export const withLang = (path: string, lang: Lang): string =>
	lang === 'ay' ? `/ay${plainPath(path)}` : plainPath(path);
