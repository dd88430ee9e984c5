import { DAYS_PER_MONTH } from './age.ts';
import { POSITION_DIFFERENCE_CM, type Position } from './length.ts';
import type { ZRange, ZResult } from './reason.ts';
import { MOST_DIFFERENCE, REPEAT, UNITS_PER, type Measure } from './rules.ts';

/** Why a second reading is asked. `implausible` must be measured again, the others should. */
export type RepeatWhy =
	| 'implausible'
	| 'extreme'
	| 'new-class'
	| 'near-cut-off'
	| 'shorter'
	| 'grew-fast'
	| 'weight-changed'
	| 'random';

export interface Repeat {
	readonly measure: Measure;
	readonly why: RepeatWhy;
}

type Index = 'lfa' | 'wfa' | 'wfl' | 'bfa' | 'hcfa' | 'acfa';
const MEASURES: Readonly<Record<Index, readonly Measure[]>> = {
	lfa: ['length'],
	wfa: ['weight'],
	wfl: ['weight', 'length'],
	bfa: ['weight', 'length'],
	hcfa: ['head'],
	acfa: ['arm']
};
const INDICES = ['lfa', 'wfa', 'wfl', 'bfa', 'hcfa', 'acfa'] as const;
const JUDGED = ['lfa', 'wfa', 'wfl'] as const;

/** What was read at a visit and what the engine made of it. */
export interface Measured {
	/** Days of life; undefined when the birth date is unknown. */
	readonly ageDays: number | undefined;
	/** Any count of days that grows by one a day. */
	readonly day: number;
	readonly weight?: number | undefined;
	readonly length?: number | undefined;
	readonly head?: number | undefined;
	readonly arm?: number | undefined;
	readonly position?: Position | undefined;
	readonly z: Partial<Readonly<Record<Index, ZResult | ZRange>>>;
}

type Ask = (measures: readonly Measure[], why: RepeatWhy) => void;

const plain = (result: ZResult | ZRange | undefined): number | undefined =>
	result?.kind === 'z' && !result.flagged ? result.z : undefined;
/** On which side of −3 and −2. */
const band = (z: number) => (z < -3 ? 0 : z < -2 ? 1 : 2);

function byZ(now: Measured, before: Measured | undefined, ask: Ask): void {
	for (const index of INDICES) {
		const result = now.z[index];
		if (!result || result.kind === 'unknown') continue;
		if (result.flagged) ask(MEASURES[index], 'implausible');
		const [low, high] = result.kind === 'z' ? [result.z, result.z] : [result.low, result.high];
		if (low < -REPEAT.extremeZ || high > REPEAT.extremeZ) ask(MEASURES[index], 'extreme');
	}
	for (const index of JUDGED) {
		const z = plain(now.z[index]);
		if (z === undefined) continue;
		const was = plain(before?.z[index]);
		if (was !== undefined && band(was) !== band(z)) ask(MEASURES[index], 'new-class');
		const near = REPEAT.cutOffs[index].some(
			// both have two decimals: compare hundredths
			(cut) => Math.abs(Math.round(100 * z) - 100 * cut) <= Math.round(100 * REPEAT.nearZ)
		);
		if (near) ask(MEASURES[index], 'near-cut-off');
	}
}

/** mm as if lying; a reading of unknown position is taken as it is. */
const lyingMm = ({ length, position }: Measured): number | undefined =>
	length === undefined
		? undefined
		: Math.round(10 * (length + (position === 'standing' ? POSITION_DIFFERENCE_CM : 0)));

function byLength(now: Measured, before: Measured, ask: Ask): void {
	const [mm, was] = [lyingMm(now), lyingMm(before)];
	if (mm === undefined || was === undefined) return;
	if (was - mm > 10 * REPEAT.shorterCm) ask(['length'], 'shorter');
	const { young, older, youngMonths } = REPEAT.fastCm;
	const isYoung = now.ageDays !== undefined && now.ageDays < youngMonths * DAYS_PER_MONTH;
	const allowed = (10 * (isYoung ? young : older) * (now.day - before.day)) / 30;
	// two readings of one day may differ by the error of the board alone
	if (mm - was > Math.max(allowed, MOST_DIFFERENCE.length)) ask(['length'], 'grew-fast');
}

function byWeight(now: Measured, before: Measured, ask: Ask): void {
	if (now.weight === undefined || before.weight === undefined) return;
	if (now.day - before.day >= REPEAT.weightDays) return;
	const g = Math.round(1000 * now.weight);
	const was = Math.round(1000 * before.weight);
	if (Math.abs(g - was) * 100 > REPEAT.weightPercent * was) ask(['weight'], 'weight-changed');
}

/**
 * Second readings to ask for, one reason per measure, the weightiest first. `draw` is a random number
 * from 0 to below 1: one visit in ten repeats everything for quality. The first reading stays hidden.
 */
export function repeatsFor(now: Measured, before: Measured | undefined, draw: number): Repeat[] {
	const asked = new Map<Measure, RepeatWhy>();
	const ask: Ask = (measures, why) => {
		for (const measure of measures) {
			if (now[measure] !== undefined && !asked.has(measure)) asked.set(measure, why);
		}
	};
	byZ(now, before, ask);
	if (before) {
		byLength(now, before, ask);
		byWeight(now, before, ask);
	}
	if (draw < REPEAT.randomShare) ask(['weight', 'length', 'head', 'arm'], 'random');
	return [...asked].map(([measure, why]) => ({ measure, why }));
}

/** What readings of one measure amount to. */
export type Settled =
	| { readonly kind: 'nothing-read' }
	| { readonly kind: 'another-reading' }
	/** `disagree`: three readings, none near another; the middle one is used and marked. */
	| { readonly kind: 'value'; readonly value: number; readonly disagree: boolean };

/**
 * The value of one, two or three readings (kg, cm, mm). Two that agree give their mean; else a third is
 * asked and the closest two count; when even these differ too much, the middle one.
 */
export function settle(measure: Measure, readings: readonly number[]): Settled {
	const units = readings.map((reading) => Math.round(reading * UNITS_PER[measure]));
	const value = (whole: number, disagree = false): Settled => ({
		kind: 'value',
		value: whole / UNITS_PER[measure],
		disagree
	});
	const [first, second, third] = units;
	if (first === undefined) return { kind: 'nothing-read' };
	if (second === undefined) return value(first);
	const most = MOST_DIFFERENCE[measure];
	if (third === undefined) {
		const agree = Math.abs(first - second) <= most;
		return agree ? value((first + second) / 2) : { kind: 'another-reading' };
	}
	const [low = 0, middle = 0, high = 0] = units.slice(0, 3).sort((a, b) => a - b);
	const [below, above] = [middle - low, high - middle];
	if (Math.min(below, above) > most) return value(middle, true);
	// as near to the one as to the other: the middle is the mean of both pairs
	if (below === above) return value(middle);
	return value(below < above ? (low + middle) / 2 : (middle + high) / 2);
}
