/** What a child ate the day before, by eight pictures (WHO/UNICEF 2021). Stable codes. */
export const FOOD_GROUPS = [
	'breast-milk',
	'grains-roots',
	'pulses',
	'dairy',
	'flesh',
	'eggs',
	'vitamin-a',
	'other-fruit'
] as const;
export type FoodGroup = (typeof FOOD_GROUPS)[number];

/** Version of the rules below; they wait for a health worker's signature. */
export const FEEDING_RULES = {
	version: '1',
	/** Of the eight groups, from 6 to below 24 months. */
	enoughGroups: 5,
	/** Meals a day: breastfed below and from 9 months, and not breastfed. */
	meals: { youngBreastfed: 2, breastfed: 3, notBreastfed: 4 },
	ages: { food: 6, older: 9, two: 24 }
} as const;

export interface Fed {
	/** Completed months; undefined when the age is not known. */
	readonly months: number | undefined;
	readonly groups: readonly FoodGroup[];
	/** Meals and snacks other than breast milk. */
	readonly meals: number;
}

export interface FeedingFound {
	/** Fed as one should; undefined where the rule does not judge this age. */
	readonly varied: boolean | undefined;
	readonly often: boolean | undefined;
	/** The lesson that is looked at together. */
	readonly lesson: FeedingLesson;
	/** Stable code of why this lesson. */
	readonly why: FeedingWhy;
}
export type FeedingLesson =
	| 'only-breast'
	| 'feeding-6-8-months'
	| 'feeding-9-23-months'
	| 'eight-groups-iron'
	| 'hands-pot-illness';
export type FeedingWhy = 'young' | 'ate-nothing' | 'few-meals' | 'few-groups' | 'no-iron' | 'well';

/** Groups that bring iron. */
const IRON: readonly FoodGroup[] = ['flesh', 'eggs', 'pulses'];

/** How many meals a child of that age needs a day. */
export function mealsNeeded(months: number, breastfed: boolean): number {
	const { meals, ages } = FEEDING_RULES;
	if (!breastfed) return meals.notBreastfed;
	return months < ages.older ? meals.youngBreastfed : meals.breastfed;
}

const ageLesson = (months: number): FeedingLesson =>
	months < FEEDING_RULES.ages.older ? 'feeding-6-8-months' : 'feeding-9-23-months';

/**
 * What yesterday's food says, and which lesson fits: first whether she eats at all, then how often, then
 * how many groups, then iron. Diversity and frequency are judged from 6 to below 24 months only.
 */
export function feedingOf({ months, groups, meals }: Fed): FeedingFound {
	const { ages, enoughGroups } = FEEDING_RULES;
	const open = { varied: undefined, often: undefined };
	if (months !== undefined && months < ages.food) {
		return { ...open, lesson: 'only-breast', why: 'young' };
	}
	const ate = groups.filter((group) => group !== 'breast-milk');
	if (!ate.length && !meals) return { ...open, lesson: 'hands-pot-illness', why: 'ate-nothing' };
	const judged = months !== undefined && months < ages.two;
	const varied = groups.length >= enoughGroups;
	const often = judged ? meals >= mealsNeeded(months, groups.includes('breast-milk')) : undefined;
	const found = { varied: judged ? varied : undefined, often };
	if (judged && !often) return { ...found, lesson: ageLesson(months), why: 'few-meals' };
	if (!varied) return { ...found, lesson: 'eight-groups-iron', why: 'few-groups' };
	if (!ate.some((group) => IRON.includes(group))) {
		return { ...found, lesson: 'eight-groups-iron', why: 'no-iron' };
	}
	return { ...found, lesson: 'hands-pot-illness', why: 'well' };
}
