import type { AgeWindow, ResultClass } from '../growth/index.ts';

/** Raised with every change of the table below; stands on the page that a health worker signs. */
export const LESSON_RULES_VERSION = 1;

/** Which lesson fits a result; the first rule that holds decides. Months: from, and below. */
export interface LessonRule {
	readonly id: string;
	/** Any class, where none is named. */
	readonly classes?: readonly ResultClass[];
	readonly fromMonths?: number;
	readonly belowMonths?: number;
	readonly course: string;
	readonly lesson: string;
}

const FEEDING = 'child-feeding';
const UNCLEAR: readonly ResultClass[] = ['implausible', 'incomplete', 'not-under-five'];

export const LESSON_RULES: readonly LessonRule[] = [
	{
		id: 'heavy',
		classes: ['overweight'],
		fromMonths: 6,
		course: FEEDING,
		lesson: 'eight-groups-iron'
	},
	{ id: 'breast', belowMonths: 6, course: FEEDING, lesson: 'only-breast' },
	{
		id: 'first-food',
		fromMonths: 6,
		belowMonths: 9,
		course: FEEDING,
		lesson: 'feeding-6-8-months'
	},
	{ id: 'pieces', fromMonths: 9, belowMonths: 24, course: FEEDING, lesson: 'feeding-9-23-months' },
	{ id: 'eight-groups', fromMonths: 24, course: FEEDING, lesson: 'eight-groups-iron' }
];
/** Without an age no rule about months holds: then the lesson about what to eat fits everybody. */
const WITHOUT_AGE: LessonRule = { id: 'no-age', course: FEEDING, lesson: 'eight-groups-iron' };

const DAYS_PER_MONTH = 30.4375;

/** The rule that chooses the lesson; none where the result says nothing about the child. */
export function lessonRuleFor(
	name: ResultClass,
	age: AgeWindow | undefined
): LessonRule | undefined {
	if (UNCLEAR.includes(name)) return undefined;
	if (!age) return WITHOUT_AGE;
	const months = age.youngest / DAYS_PER_MONTH;
	return LESSON_RULES.find(
		({ classes, fromMonths = 0, belowMonths = Infinity }) =>
			(!classes || classes.includes(name)) && months >= fromMonths && months < belowMonths
	);
}
