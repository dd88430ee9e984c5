import {
	NEXT,
	trendOf,
	type Action,
	type Face,
	type FalteringSign,
	type ResultClass
} from '../growth/index.ts';
import { isResultClass } from './due.ts';
import { lessonRuleFor } from './lesson-rules.ts';
import { sentenceOf, type Sentence } from './sentence.ts';
import type { Read } from './guards.ts';
import type { Visit } from './rows.ts';
import { ageOfVisit, seenOf, type About } from './seen.ts';

/** What a screen says of a visit. It is made of what was stored, so that it says the same next year. */
export interface Telling {
	readonly class: ResultClass;
	readonly face: Face;
	readonly action: Action;
	readonly sentence: Sentence;
	/** Whether she grows as expected since the visits before; absent where nothing can be compared. */
	readonly trend: 'rising' | 'falling' | undefined;
	/** The measure that the sentence is about. */
	readonly about: Read;
	readonly lesson: { readonly course: string; readonly lesson: string } | undefined;
	/** What the family can do at home. */
	readonly advice: readonly Advice[];
}
export const ADVICE = [
	'health-centre',
	'breast',
	'one-more-meal',
	'egg-each-day',
	'thick-food',
	'fruit'
] as const;
export type Advice = (typeof ADVICE)[number];

const ABOUT: Partial<Record<Sentence, Read>> = {
	'today-arm': 'arm',
	'week-arm': 'arm',
	'week-length': 'length',
	'week-length-falls': 'length',
	'grows-less': 'length',
	short: 'length'
};
const DAYS_PER_MONTH = 30.4375;

function adviceFor(face: Face, name: ResultClass, months: number): readonly Advice[] {
	if (face === 'again') return [];
	const young: readonly Advice[] = months < 24 ? ['breast'] : [];
	if (face === 'refer') return ['health-centre', ...young];
	if (months < 6) return young;
	if (name === 'overweight') return ['fruit', ...young];
	const food: Advice = months < 12 ? 'thick-food' : 'egg-each-day';
	if (face === 'ok') return [food, ...young];
	return ['one-more-meal', 'egg-each-day', months < 24 ? 'thick-food' : 'fruit'];
}

function signsOf(visit: Visit, about: About): readonly FalteringSign[] | undefined {
	const trend = trendOf(
		// whatever was said at the tap holds: a length that was read once would have been asked again
		{ ...seenOf(visit, about), lengthRepeated: true },
		about.earlier.map((one) => seenOf(one, about))
	);
	if (trend.kind === 'faltering') return trend.signs;
	return trend.kind === 'steady' ? [] : undefined;
}

/** What is said of a visit; `about.earlier` are the visits before it. */
export function tellingOf(visit: Visit, about: About): Telling {
	const name: ResultClass = isResultClass(visit.class) ? visit.class : 'incomplete';
	const { face, action } = NEXT[name].plan;
	const before = about.earlier.at(-1);
	const age = ageOfVisit(visit, about);
	const signs = signsOf(visit, about);
	const lostWeight = lost(visit, before);
	const wasted = visit.whz !== null && visit.whz < -2;
	const sentence = sentenceOf({
		class: name,
		oedema: visit.oedema,
		armMm: visit.muacMm,
		lostWeight,
		poorFeeding: name === 'young-infant' && !lostWeight && !wasted,
		faltering: signs ?? [],
		ageUnknown: !age,
		wasReferred: !!before && isResultClass(before.class) && NEXT[before.class].plan.face === 'refer'
	});
	const rule = visit.lesson ? lessonRuleFor(name, age) : undefined;
	return {
		class: name,
		face,
		action,
		sentence,
		trend: !signs ? undefined : signs.length ? 'falling' : 'rising',
		about: ABOUT[sentence] ?? 'weight',
		lesson: rule && { course: rule.course, lesson: visit.lesson },
		advice: adviceFor(face, name, age ? age.youngest / DAYS_PER_MONTH : 24)
	};
}

const lost = (visit: Visit, before: Visit | undefined): boolean =>
	visit.weightKg !== null &&
	typeof before?.weightKg === 'number' &&
	visit.weightKg < before.weightKg;
