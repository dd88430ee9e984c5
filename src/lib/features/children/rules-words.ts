import { LESSON_RULES, type LessonRule } from '#lib/domain/child/lesson-rules.ts';
import {
	ARM_CUT_OFFS,
	NEXT,
	RESULT_CLASSES,
	type Action,
	type ResultClass
} from '#lib/domain/growth/index.ts';
import { AFTER_ACUTE } from '#lib/domain/growth/results.ts';
import {
	FALTERING,
	MOST_DIFFERENCE,
	POSSIBLE,
	REPEAT,
	ROUTINE,
	WATCHED_DAYS
} from '#lib/domain/growth/rules.ts';
import { findLesson } from '#lib/library/courses.ts';
import { number } from '#lib/domain/shared/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { faceWords } from './said.ts';

const z = (value: number): string => number(value, Number.isInteger(value) ? 0 : 1);

const WHEN: Record<ResultClass, () => string> = {
	sam: () => m.children_rule_sam({ mm: ARM_CUT_OFFS.sam, z: z(-3) }),
	mam: () => m.children_rule_mam({ mm: ARM_CUT_OFFS.mam, z: z(-2) }),
	'young-infant': () => m.children_rule_young_infant({ z: z(-2) }),
	implausible: () => m.children_rule_implausible(),
	'implausible-stands': () => m.children_rule_implausible_stands(),
	'severely-stunted': () => m.children_rule_severely_stunted({ z: z(-3) }),
	'stunted-and-falling': () => m.children_rule_stunted_and_falling({ z: z(-2) }),
	faltering: () => m.children_rule_faltering(),
	stunted: () => m.children_rule_stunted({ z: z(-2) }),
	overweight: () => m.children_rule_overweight({ z: z(2) }),
	incomplete: () => m.children_rule_incomplete(),
	'not-under-five': () => m.children_rule_not_under_five(),
	'grows-well': () => m.children_rule_grows_well()
};

const DO: Record<Action, () => string> = {
	'refer-today': m.children_take_today,
	'refer-within-7-days': m.children_rule_within_week,
	'measure-again': m.children_measure_again,
	'complete-measuring': m.children_complete,
	'open-lesson': m.children_open_lesson,
	'other-reference': m.children_rule_other_reference,
	'next-control': m.children_rule_routine
};

function daysWords(name: ResultClass): string {
	const { days } = NEXT[name];
	if (days === 'routine') return m.children_rule_routine();
	if (days === 'watched-under-two') return m.children_rule_watched({ n: WATCHED_DAYS });
	return m.children_rule_days({ n: days });
}

/** Every class, the gravest first: when, how it is shown, what is done, when she is seen again. */
export const classRules = () =>
	RESULT_CLASSES.map((id) => ({
		id,
		when: WHEN[id](),
		face: faceWords(NEXT[id].plan.face).text,
		action: DO[NEXT[id].plan.action](),
		days: daysWords(id)
	}));

/** When a second reading is asked, and what two readings amount to. */
export const repeatRules = (): string[] => [
	m.children_rule_repeat_flagged(),
	m.children_rule_repeat_extreme({ z: z(REPEAT.extremeZ) }),
	m.children_rule_repeat_class(),
	m.children_rule_repeat_near({ z: number(REPEAT.nearZ, 1) }),
	m.children_rule_repeat_shorter({ cm: number(REPEAT.shorterCm, 1) }),
	m.children_rule_repeat_fast({ young: REPEAT.fastCm.young, older: REPEAT.fastCm.older }),
	m.children_rule_repeat_weight({ percent: REPEAT.weightPercent, days: REPEAT.weightDays }),
	m.children_rule_repeat_random({ n: Math.round(1 / REPEAT.randomShare) }),
	m.children_rule_repeat_settle({
		kg: number(MOST_DIFFERENCE.weight / 1000, 1),
		cm: number(MOST_DIFFERENCE.length / 10, 1),
		mm: MOST_DIFFERENCE.arm
	}),
	m.children_rule_possible({
		kg: `${number(POSSIBLE.weight.least, 1)}–${POSSIBLE.weight.most}`,
		cm: `${POSSIBLE.length.least}–${POSSIBLE.length.most}`,
		mm: `${POSSIBLE.arm.least}–${POSSIBLE.arm.most}`
	})
];

/** When growth counts as falling behind, and how often a child is seen. */
export const growthRules = (): string[] => [
	...FALTERING.gain.map(({ belowMonths, days, grams }) =>
		m.children_rule_gain({ g: grams, days, months: belowMonths })
	),
	m.children_rule_weight_fell({
		z: number(FALTERING.weight.fall, 1),
		from: FALTERING.weight.leastDays,
		to: FALTERING.weight.mostDays
	}),
	m.children_rule_length_fell({
		z: number(FALTERING.length.fall, 1),
		days: FALTERING.length.leastDays
	}),
	m.children_rule_after_acute({ days: AFTER_ACUTE.days, n: AFTER_ACUTE.freeResults }),
	m.children_rule_routine_days({
		a: ROUTINE[0].days,
		b: ROUTINE[1].days,
		c: ROUTINE[2].days
	})
];

function ageOfRule({ fromMonths = 0, belowMonths }: LessonRule): string {
	return belowMonths === undefined
		? m.children_rule_from({ n: fromMonths })
		: m.children_rule_between({ from: fromMonths, to: belowMonths });
}

/** Which lesson is offered, the first that holds. */
export const lessonRules = () =>
	LESSON_RULES.map((rule) => ({
		id: rule.id,
		when: rule.classes
			? rule.classes.map((name) => WHEN[name]()).join(' · ')
			: m.children_rule_any(),
		age: ageOfRule(rule),
		lesson: findLesson(rule.course, rule.lesson)?.title[getLocale()] ?? rule.lesson
	}));
