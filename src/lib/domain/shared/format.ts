import { dayNumber, daysBetween, type Day } from './day.ts';

/**
 * Dates and numbers in both languages, written by hand: `Intl` has no Aymara and answers in the phone's
 * own language instead (`Intl.DateTimeFormat('ay')` says "November" on a phone set to English).
 */
type Locale = 'es' | 'ay';

const MONTHS: Record<Locale, readonly string[]> = {
	es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
		' '
	),
	ay: 'iniru phiwriru marsu awrila mayu juñu jullu awustu sitimri uktuwri nuwimri risimri'.split(
		' '
	)
};
// from Monday
const WEEKDAYS: Record<Locale, readonly string[]> = {
	es: 'lunes martes miércoles jueves viernes sábado domingo'.split(' '),
	ay: 'lunisa martisa mirkulisa juywisa wirnisa sawaru tuminku'.split(' ')
};
const NEAR: Record<Locale, readonly [today: string, yesterday: string]> = {
	es: ['hoy', 'ayer'],
	ay: ['jichhüru', 'wasüru']
};

const parts = (day: Day) => day.split('-').map(Number) as [number, number, number];

/** The twelve months in their order. */
export const monthNames = (locale: Locale): readonly string[] => MONTHS[locale];

/** `24/11/2026`, the same in both languages. */
export const shortDay = (day: Day): string => day.split('-').reverse().join('/');

/** `24 de noviembre de 2026` · `24 nuwimri 2026`. */
export function longDay(day: Day, locale: Locale): string {
	const [year, month, date] = parts(day);
	const name = MONTHS[locale][month - 1] ?? '';
	return locale === 'es' ? `${date} de ${name} de ${year}` : `${date} ${name} ${year}`;
}

/** `martes, 24 de noviembre de 2026` · `martisa, 24 nuwimri 2026`. */
export function weekdayAndDay(day: Day, locale: Locale): string {
	const weekday = (((dayNumber(day) + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
	return `${WEEKDAYS[locale][weekday] ?? ''}, ${longDay(day, locale)}`;
}

/** `hoy`, `ayer`, and before that the date: how old a piece of information is. */
export function nearDay(day: Day, today: Day, locale: Locale): string {
	const ago = daysBetween(day, today);
	if (ago === 0) return NEAR[locale][0];
	if (ago === 1) return NEAR[locale][1];
	return shortDay(day);
}

/** Decimal comma, as es-BO; thousands by a thin gap only from five digits on: `8,5` · `1234` · `10 000`. */
export function number(value: number, decimals = 0): string {
	const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
	const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u202f') : whole;
	const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : '';
	return sign + grouped + (fraction === undefined ? '' : `,${fraction}`);
}

/** Bytes as people read them before a download: `20 kB`, `0,7 MB`. */
export const bytes = (count: number): string =>
	count < 100_000 ? `${number(Math.ceil(count / 1000))} kB` : `${number(count / 1_000_000, 1)} MB`;
