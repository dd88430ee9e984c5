import { getLocale } from '#lib/paraglide/runtime.js';
import { otherLang, type Lang, type Words } from '#lib/ui/words.ts';

type Message<P> = (inputs: P, options: { locale: Lang }) => string;

/** Both languages of a message, the language of the screen leading. */
export function both<P extends object = Record<string, never>>(
	message: Message<P>,
	...[inputs]: Record<string, never> extends P ? [inputs?: P] : [inputs: P]
): Words {
	const lang = getLocale();
	const given = inputs ?? ({} as P);
	return {
		lang,
		text: message(given, { locale: lang }),
		second: message(given, { locale: otherLang(lang) })
	};
}

/** A text of the content in both languages, the language of the screen leading. */
export function pair(text: { es: string; ay: string }): Words {
	const lang = getLocale();
	return { lang, text: text[lang], second: text[otherLang(lang)] };
}
