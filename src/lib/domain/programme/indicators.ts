import { EVERYWHERE, type Sums } from './sums.ts';
import { View, type Told } from './view.ts';

/** What a project can promise. A practice has one of its own: `practice:` and its id. */
export const INDICATORS = [
	'people-reached',
	'people-practising',
	'lessons-heard',
	'sessions-held',
	'practices-doing',
	'practices-verified',
	'children-followed'
] as const;
export type IndicatorName = (typeof INDICATORS)[number];

const PRACTICE = 'practice:';

/** The practice of an indicator; undefined for those of the programme. */
export const practiceOf = (indicator: string): string | undefined =>
	indicator.startsWith(PRACTICE) ? indicator.slice(PRACTICE.length) : undefined;
export const practiceIndicator = (practice: string): string => PRACTICE + practice;

/** `*`, or a community. */
export const placeOfScope = (scope: string): string =>
	scope === EVERYWHERE ? EVERYWHERE : scope.slice(2);
export const scopeOfPlace = (place: string): string =>
	place === EVERYWHERE ? EVERYWHERE : `c:${place}`;

/** How far an indicator has come since the beginning; undefined for one of another version. */
export function reachedOf(indicator: string, sums: Sums, place: string): Told | undefined {
	const view = new View(sums, { place, months: 0 });
	const doing = (first: number, practice?: string) =>
		view.practices
			.filter((one) => practice === undefined || one.practice === practice)
			.reduce(
				(sum, { counts }) => sum + (counts[first] ?? 0) + (first === 1 ? (counts[2] ?? 0) : 0),
				0
			);
	const practice = practiceOf(indicator);
	if (practice !== undefined) return doing(1, practice);
	switch (indicator) {
		case 'people-reached':
			return whole(view.people('all'));
		case 'people-practising':
			return whole(view.practising('all'));
		case 'lessons-heard':
			return view.lessons.heard;
		case 'sessions-held':
			return view.held;
		case 'practices-doing':
			return doing(1);
		case 'practices-verified':
			return doing(2);
		case 'children-followed':
			return view.children;
		default:
			return undefined;
	}
}

const whole = (parts: readonly { readonly n: Told }[]): Told => {
	const [all] = parts;
	return all ? all.n : 0;
};
