import { practiceOf, type IndicatorName } from '#lib/domain/programme/indicators.ts';
import type { Told } from '#lib/domain/programme/view.ts';
import { monthNames, number } from '#lib/domain/shared/format.ts';
import { courses } from '#lib/library/courses.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const practices = new Map(
	courses.flatMap(({ lessons }) => lessons.map(({ practice, title }) => [practice, title] as const))
);

/** What is done at home is called after the lesson that teaches it. */
export const practiceName = (practice: string): string =>
	practices.get(practice)?.[getLocale()] ?? practice;
export const practiceIds = (): string[] => [...practices.keys()];

const UNITS: Readonly<Record<string, string>> = { l: 'L', m2: 'm²', kg: 'kg' };
export const unitName = (unit: string): string => UNITS[unit] ?? '';

/** «nov», and in January with its year. */
export function monthName(month: string): string[] {
	const [year = '', at = '1'] = month.split('-');
	const name = (monthNames(getLocale())[Number(at) - 1] ?? '').slice(0, 3);
	return at === '01' ? [name, year] : [name];
}
/** «11/2026», of `2026-11`. */
export const monthInFull = (month: string): string => month.split('-').reverse().join('/');

/** «< 5» where a number is not told. */
export const few = (n: Told | undefined): string | number =>
	n === null || n === undefined ? '< 5' : n;
export const fewText = (n: Told | undefined): string =>
	n === null || n === undefined ? '< 5' : number(n);

const SEX: Readonly<Record<string, () => string>> = {
	f: m.programme_women,
	m: m.programme_men
};
const AGE: Readonly<Record<string, () => string>> = {
	'under-30': m.programme_under_30,
	'30-59': m.programme_30_59,
	'60-over': m.programme_60_over
};
/** A part of the people, by sex or age. */
export const partName = (name: string): string => (SEX[name] ?? AGE[name] ?? m.programme_unknown)();

const INDICATOR: Readonly<Record<IndicatorName, () => string>> = {
	'people-reached': m.programme_n_reached,
	'people-practising': m.programme_n_practising,
	'lessons-heard': m.programme_n_heard,
	'sessions-held': m.programme_n_sessions,
	'practices-doing': m.programme_n_doing,
	'practices-verified': m.programme_n_verified,
	'children-followed': m.programme_n_children
};
const isIndicator = (id: string): id is IndicatorName => Object.hasOwn(INDICATOR, id);

export function indicatorName(id: string): string {
	const practice = practiceOf(id);
	if (practice !== undefined) return m.programme_n_practice({ name: practiceName(practice) });
	return isIndicator(id) ? INDICATOR[id]() : id;
}
