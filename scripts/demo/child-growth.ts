// How a fictional child grows: a course of length and weight in WHO's units, read with human hands.
import { curve, type Sex } from '#lib/domain/growth/index.ts';
import { visitTables } from '#lib/domain/growth/visit-tables.ts';
import type { Chance } from './chance.ts';

/** Kinds of course, so that every result has its children. */
export const COURSES = [
	'well',
	'short',
	'very-short',
	'falls-behind',
	'short-falls-behind',
	'wasted',
	'very-wasted',
	'heavy',
	'thin-newborn'
] as const;
export type Course = (typeof COURSES)[number];

export interface Reading {
	readonly weightKg: number;
	readonly lengthCm: number;
	readonly muacMm: number;
	readonly position: 'lying' | 'standing';
}

const LENGTH_Z: Record<Course, number> = {
	well: -0.7,
	short: -2.35,
	'very-short': -3.3,
	'falls-behind': -0.6,
	'short-falls-behind': -1.9,
	wasted: -1.4,
	'very-wasted': -1.9,
	heavy: -0.4,
	'thin-newborn': -1
};
const STANDING_FROM_DAYS = 731;

const valueAt = (table: 'lfa' | 'wfl' | 'wfh' | 'acfa', sex: Sex, z: number, x: number): number => {
	const line = curve({ table, sex, z, from: x, to: x }, visitTables);
	return line.kind === 'curve' ? (line.pieces[0]?.[0]?.y ?? NaN) : NaN;
};

/** Weight for length at a moment of the course: a crisis comes and goes, or comes now. */
function weightZ(course: Course, { ageDays, toNow }: Moment): number {
	if (course === 'heavy') return 2.6;
	if (course === 'thin-newborn') return ageDays < 170 ? -2.4 : -0.6;
	if (course === 'wasted') return toNow < 70 ? -2.5 : -0.9;
	if (course === 'very-wasted') return toNow < 45 ? -3.4 : toNow < 120 ? -2.4 : -0.8;
	if (course === 'falls-behind') return toNow < 60 ? -1.5 : 0.1;
	return 0.1;
}

interface Moment {
	readonly ageDays: number;
	/** Days until the end of the story. */
	readonly toNow: number;
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** What a promoter reads at one visit; undefined past the tables. */
export function readingOf(
	chance: Chance,
	child: { readonly sex: Sex; readonly course: Course; readonly own: number },
	moment: Moment
): Reading | undefined {
	const { sex, course, own } = child;
	const { ageDays } = moment;
	const age = Math.min(ageDays, 1820);
	const falls = course.endsWith('falls-behind') ? Math.max(0, 1.5 - moment.toNow / 140) : 0;
	const length = valueAt('lfa', sex, LENGTH_Z[course] + own - falls, age);
	const position = ageDays < STANDING_FROM_DAYS ? 'lying' : 'standing';
	const lengthCm = tenth(length + chance.normal(0, 0.25));
	const z = weightZ(course, moment) + own / 2;
	const table = position === 'lying' ? 'wfl' : 'wfh';
	const weightKg = tenth(valueAt(table, sex, z, lengthCm) + chance.normal(0, 0.06));
	const arm = ageDays < 92 ? 110 + ageDays / 5 : 10 * valueAt('acfa', sex, z * 0.85, age);
	const muacMm = Math.round(arm + chance.normal(0, 1.5));
	if (Number.isNaN(weightKg + lengthCm + muacMm)) return undefined;
	return { weightKg, lengthCm, muacMm, position };
}
