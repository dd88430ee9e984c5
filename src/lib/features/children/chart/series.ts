import type { Visit } from '#lib/domain/child/rows.ts';
import {
	ageFromDays,
	ageWindow,
	assess,
	CHART_LINES,
	curve,
	type Birth,
	type Indicator,
	type Point,
	type Sex,
	type Tables,
	type ZRange,
	type ZResult
} from '#lib/domain/growth/index.ts';
import { DAYS_PER_MONTH } from '#lib/domain/growth/age.ts';
import { lengthForAge } from '#lib/domain/growth/length.ts';
import { faceOfClass } from '#lib/domain/child/due.ts';
import type { Day } from '#lib/domain/shared/day.ts';

export const CHART_MEASURES = ['weight', 'length', 'arm'] as const;
export type ChartMeasure = (typeof CHART_MEASURES)[number];

/** Windows of age in months; WHO's own charts are cut the same way. */
export const AGE_WINDOWS = [
	{ id: '0-6', from: 0, to: 6, step: 1 },
	{ id: '0-24', from: 0, to: 24, step: 6 },
	{ id: '24-60', from: 24, to: 60, step: 6 },
	{ id: '0-60', from: 0, to: 60, step: 12 }
] as const;
export type AgeWindowId = (typeof AGE_WINDOWS)[number]['id'];

const TABLE = { weight: 'wfa', length: 'lfa', arm: 'acfa' } as const satisfies Record<
	ChartMeasure,
	Indicator
>;

/** One measuring on the chart. x in months, y in the unit of the chart (arm in mm). */
export interface Mark {
	readonly id: string;
	readonly day: Day;
	/** Youngest and oldest age; equal when the birth date is known. */
	readonly from: number;
	readonly to: number;
	readonly y: number;
	/** As it was read, before lying and standing were made alike. */
	readonly read: number;
	readonly z: ZResult | ZRange;
	/** Implausible: drawn hollow and left out of the line. */
	readonly flagged: boolean;
	readonly face: 'ok' | 'watch' | 'refer' | 'again';
	/** A lesson was looked at with the family. */
	readonly lesson: boolean;
}

export interface Line {
	readonly z: number;
	readonly points: readonly Point[];
}

export interface Series {
	readonly measure: ChartMeasure;
	readonly window: (typeof AGE_WINDOWS)[number];
	readonly lines: readonly Line[];
	/** Inside the window, the earliest first. */
	readonly marks: readonly Mark[];
	readonly low: number;
	readonly high: number;
	/** Between two numbers beside the chart. */
	readonly step: number;
	/** The window crosses 24 months: lying turns into standing, and the line steps down. */
	readonly steps: boolean;
}

/** Cuts of the arm's tables are in cm, the promoter reads mm. */
const perUnit = (measure: ChartMeasure): number => (measure === 'arm' ? 10 : 1);

interface OfChild {
	readonly birth: Birth;
	readonly sex: Sex | undefined;
	readonly visits: readonly Visit[];
}

function valueOf(visit: Visit, measure: ChartMeasure): number | null {
	if (measure === 'weight') return visit.weightKg;
	return measure === 'length' ? visit.lengthCm : visit.muacMm;
}

const known = <T>(value: T | null): T | undefined => value ?? undefined;
const positionOf = ({ position }: Visit) => (position === 'unknown' ? undefined : position);

function markOf(visit: Visit, measure: ChartMeasure, child: OfChild, tables: Tables): Mark[] {
	const read = valueOf(visit, measure);
	const age = ageWindow(child.birth, visit.day);
	if (read === null || !age) return [];
	const { z } = assess(
		{
			sex: child.sex,
			birth: child.birth,
			day: visit.day,
			weight: known(visit.weightKg),
			length: known(visit.lengthCm),
			position: positionOf(visit),
			armMm: known(visit.muacMm),
			oedema: 'none'
		},
		tables
	);
	const result = z[TABLE[measure]];
	const middle = ageFromDays(Math.round((age.youngest + age.oldest) / 2));
	const y = measure === 'length' ? lengthForAge(read, positionOf(visit), middle) : read;
	return [
		{
			id: visit.id,
			day: visit.day,
			from: age.youngest / DAYS_PER_MONTH,
			to: age.oldest / DAYS_PER_MONTH,
			y,
			read,
			z: result,
			flagged: result.kind !== 'unknown' && result.flagged,
			face: faceOfClass(visit.class),
			lesson: visit.seenOn !== null
		}
	];
}

/** All measurings of one measure, the earliest first. */
export const marksOf = (measure: ChartMeasure, child: OfChild, tables: Tables): Mark[] =>
	child.visits.flatMap((visit) => markOf(visit, measure, child, tables));

/** The window a child is shown in first: the narrowest that holds her newest age. */
export function windowFor(marks: readonly Mark[]): AgeWindowId {
	const age = marks.at(-1)?.to ?? 0;
	return AGE_WINDOWS.find(({ to }) => age <= to)?.id ?? '0-60';
}

function lineOf(
	z: number,
	of: { measure: ChartMeasure; sex: Sex; from: number; to: number },
	tables: Tables
): Line {
	const drawn = curve(
		{
			table: TABLE[of.measure],
			sex: of.sex,
			z,
			from: of.from * DAYS_PER_MONTH,
			to: of.to * DAYS_PER_MONTH
		},
		tables
	);
	if (drawn.kind === 'unknown') return { z, points: [] };
	// both pieces in one line: at 24 months it goes straight down, as the standard does
	const points = drawn.pieces.flat();
	return {
		z,
		points: points.map(({ x, y }) => ({ x: x / DAYS_PER_MONTH, y: y * perUnit(of.measure) }))
	};
}

const STEPS = [1, 2, 5, 10, 20];
const MOST_STEPS = 8;

/** Whole steps around all values, at most eight of them. */
function scaleOf(values: readonly number[]): { low: number; high: number; step: number } {
	const least = values.length ? Math.min(...values) : 0;
	const most = values.length ? Math.max(...values) : 1;
	const step = STEPS.find((one) => (most - least) / one <= MOST_STEPS) ?? 50;
	return { low: Math.floor(least / step) * step, high: Math.ceil(most / step) * step, step };
}

/** Lines and points of one measure in one window. Without a sex there are points and no lines. */
export function seriesOf(
	measure: ChartMeasure,
	windowId: AgeWindowId,
	child: OfChild,
	tables: Tables
): Series {
	const window = AGE_WINDOWS.find(({ id }) => id === windowId) ?? AGE_WINDOWS[3];
	const { from, to } = window;
	const sex = child.sex;
	const lines = sex
		? CHART_LINES.map((z) => lineOf(z, { measure, sex, from, to }, tables)).filter(
				({ points }) => points.length > 0
			)
		: [];
	const marks = marksOf(measure, child, tables).filter(
		(mark) => mark.to >= from && mark.from <= to
	);
	const values = [
		...lines.flatMap(({ points }) => points.map(({ y }) => y)),
		...marks.map(({ y }) => y)
	];
	const scale = scaleOf(values);
	const steps = measure === 'length' && from < 24 && to > 24;
	return { measure, window, lines, marks, ...scale, steps };
}
