import type { Lang } from '#lib/ui/words.ts';

const quiet = () => undefined;

export const language = (lang: Lang) => ({
	label: 'Idioma',
	current: lang,
	hrefs: { es: '#es', ay: '#ay' },
	names: { es: 'ES, Español', ay: 'AY, Aymar aru' }
});
export const ear = { label: 'Escuchar esta pantalla', onpress: quiet };
export const back = { href: '#back', label: 'Volver' };
export const say = { label: 'Escuchar', playing: false, onpress: quiet };
export { quiet };
