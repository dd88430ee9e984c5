import type { Lang, Words } from '#lib/ui/words.ts';

/** Both languages of a specimen, the leading one first. */
export const pair = (lang: Lang, es: string, ay: string): Words =>
	lang === 'es' ? { lang, text: es, second: ay } : { lang, text: ay, second: es };

const svg = (body: string) =>
	`data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 76" fill="none" stroke="#16211F" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${body}</svg>`)}`;

/** Plain stand-ins; the drawings themselves live with the content. */
export const art = {
	bowl: svg(
		'<path d="M12 38C14 60 28 70 50 70C72 70 86 60 88 38Z" fill="#C4453C"/><ellipse cx="50" cy="38" rx="38" ry="10" fill="#F0B44A"/><path d="M38 22c-4-4 4-6 0-12M50 20c-4-4 4-6 0-12M62 22c-4-4 4-6 0-12"/>'
	),
	book: svg(
		'<path d="M48 20C38 12 22 12 10 16V68C22 64 38 64 48 72C58 64 74 64 86 68V16C74 12 58 12 48 20Z" fill="#FFF6E3"/><path d="M48 20V72"/>'
	),
	house: svg(
		'<path d="M20 36v36h56V36" fill="#CB8F5F"/><path d="M8 40L48 10L88 40L82 46L48 22L14 46Z" fill="#9FB1B8"/><path d="M30 72V48h14v24" fill="#6B3F2A"/>'
	)
};

export const scene = svg(
	'<path stroke="none" fill="#D3E8EC" d="M0 0h96v76H0z"/><path d="M0 52Q24 20 48 44T96 40V76H0Z" fill="#E0E6BE"/><circle cx="72" cy="18" r="9" fill="#F2B01E"/>'
);

export const long = {
	es: 'Después de ordeñar, lave los baldes con agua limpia y déjelos boca abajo al sol',
	ay: 'Lichi ch’awsusax baldenak q’uma umampi jariqam, lupiruw walti uchañama'
};
