import { acuteMalnutrition, ARM_CUT_OFFS, type Oedema } from './acute.ts';
import { DAYS_PER_MONTH, SCHOOL_FROM_MONTHS } from './age.ts';
import { widthOf, WIDEST_WINDOW_DAYS, type AgeWindow } from './birth.ts';
import { classOf, type ClassReason, type IndexClass } from './classes.ts';
import type { Trend } from './faltering.ts';
import { positive } from './measure.ts';
import type { ZRange, ZResult } from './reason.ts';
import { AFTER_ACUTE, NEXT, UNJUDGED, type Plan, type ResultClass } from './results.ts';
import { ROUTINE, WATCHED_DAYS } from './rules.ts';

/** Everything the result of a visit is made of. */
export interface Findings {
	/** Ages the child can have; undefined when unknown. */
	readonly age: AgeWindow | undefined;
	readonly lfa: ZResult | ZRange;
	readonly wfl: ZResult | ZRange;
	readonly armMm?: number | undefined;
	readonly oedema: Oedema;
	readonly trend: Trend;
	/** Told by the caregiver; in the first 6 months it is a reason to refer. */
	readonly poorFeeding?: boolean | undefined;
	/** Weighs less than at the visit before. */
	readonly lostWeight?: boolean | undefined;
	/** An implausible value stood when it was read again. */
	readonly repeated?: boolean | undefined;
}

/** Parts of a full assessment that are missing. */
export type Missing = 'oedema' | 'weight-for-length' | 'arm' | 'length-for-age' | 'age';

export interface VisitResult extends Plan {
	/** The class that decides. */
	readonly class: ResultClass;
	/** All classes that hold, the gravest first. */
	readonly signs: readonly ResultClass[];
	/** What could not be judged; a child grows well only when this is empty. */
	readonly missing: readonly Missing[];
	/** The age is approximate: length-for-age was left out or holds for its whole window. */
	readonly approximateAge: boolean;
	/** Days to the next contact. */
	readonly days: number;
}

const monthsOf = (days: number) => days / DAYS_PER_MONTH;

/** Class of length for age; an approximate age must allow it. */
function lengthClass({ lfa, age }: Findings): IndexClass | ClassReason {
	if (age && widthOf(age) > WIDEST_WINDOW_DAYS) return 'age-uncertain';
	const classified = classOf(lfa, 'length-for-age');
	return classified.kind === 'class' ? classified.class : classified.reason;
}

function weightClass({ wfl }: Findings): IndexClass | ClassReason {
	const classified = classOf(wfl, 'weight-for-length');
	return classified.kind === 'class' ? classified.class : classified.reason;
}

function signsOf(findings: Findings): ResultClass[] {
	const { age, trend, poorFeeding, lostWeight, repeated } = findings;
	const acute = acuteMalnutrition(findings);
	const severity = acute.kind === 'acute' ? acute.severity : 'none';
	const [length, weight] = [lengthClass(findings), weightClass(findings)];
	const infant = !!age && monthsOf(age.youngest) < ARM_CUT_OFFS.fromMonths;
	const falls = trend.kind === 'faltering';
	const shortAndFalling =
		length === 'stunted' && falls && trend.signs.includes('length-for-age-fell');
	const implausible = length === 'implausible' || weight === 'implausible';
	const when = (holds: boolean, name: ResultClass) => (holds ? [name] : []);
	return [
		...when(severity === 'sam', 'sam'),
		...when(severity === 'mam', 'mam'),
		...when(
			severity === 'infant-at-risk' || (infant && (!!poorFeeding || !!lostWeight)),
			'young-infant'
		),
		...when(implausible, repeated ? 'implausible-stands' : 'implausible'),
		...when(length === 'severely-stunted', 'severely-stunted'),
		...when(shortAndFalling, 'stunted-and-falling'),
		...when(falls, 'faltering'),
		...when(length === 'stunted', 'stunted'),
		...when(weight === 'overweight' || weight === 'obese', 'overweight')
	];
}

/** A thin arm of a child that may be under 6 months: only its true age could tell. */
function leftOpenByAge({ age, armMm = NaN }: Findings): boolean {
	const { fromMonths, mam } = ARM_CUT_OFFS;
	return !!age && monthsOf(age.youngest) < fromMonths && armMm < mam;
}

function missingOf(findings: Findings): Missing[] {
	const { age, armMm, oedema } = findings;
	const missing: Missing[] = [];
	const [length, weight] = [lengthClass(findings), weightClass(findings)];
	const unread = (name: IndexClass | ClassReason) =>
		name.endsWith('-missing') || name.endsWith('-invalid') || name.endsWith('-table');
	if (oedema === 'not-seen') missing.push('oedema');
	if (!age) missing.push('age');
	if (unread(weight) || weight === 'age-uncertain') missing.push('weight-for-length');
	if (age && unread(length)) missing.push('length-for-age');
	const armCounts = age && monthsOf(age.oldest) >= ARM_CUT_OFFS.fromMonths;
	if (armCounts && typeof positive(armMm, 'measure') !== 'number') missing.push('arm');
	else if (armCounts && leftOpenByAge(findings)) missing.push('age');
	return missing;
}

/** Days to the next routine control; a window counts as its youngest age, which is seen sooner. */
export function routineDays(age: AgeWindow | undefined): number {
	if (!age) return WATCHED_DAYS;
	const months = monthsOf(age.youngest);
	return ROUTINE.find(({ belowMonths }) => months < belowMonths)?.days ?? WATCHED_DAYS;
}

function daysOf(name: ResultClass, { age }: Findings): number {
	const { days } = NEXT[name];
	if (days === 'routine') return routineDays(age);
	if (days === 'watched-under-two') {
		const young = !age || monthsOf(age.youngest) < 24;
		return young ? WATCHED_DAYS : routineDays(age);
	}
	return days;
}

/**
 * The class that decides a visit of a child under five, what is done next and when. What is missing
 * never hides a sign, and no child "grows well" while something is missing.
 */
export function resultOf(findings: Findings): VisitResult {
	const { age } = findings;
	const signs = signsOf(findings);
	const missing = missingOf(findings);
	const tooOld = !!age && monthsOf(age.youngest) >= SCHOOL_FROM_MONTHS;
	const otherwise = tooOld ? 'not-under-five' : missing.length ? 'incomplete' : 'grows-well';
	const name = signs[0] ?? otherwise;
	return {
		...NEXT[name].plan,
		class: name,
		signs,
		missing,
		approximateAge: !age || widthOf(age) > 0,
		days: Math.min(daysOf(name, findings), ...signs.map((sign) => daysOf(sign, findings)))
	};
}

const isAcute = (name: ResultClass) => name === 'sam' || name === 'mam';

/**
 * Days to the next contact of a child that was acutely malnourished before: every 14 days until two
 * results in a row are free of it. `earlier` has the classes of earlier visits, the newest first.
 */
export function followUpDays(result: VisitResult, earlier: readonly ResultClass[]): number {
	const all = [result.class, ...earlier];
	const last = all.findIndex(isAcute);
	if (last < 0) return result.days;
	const free = all.slice(0, last).filter((name) => !UNJUDGED.has(name)).length;
	return free < AFTER_ACUTE.freeResults ? Math.min(AFTER_ACUTE.days, result.days) : result.days;
}
