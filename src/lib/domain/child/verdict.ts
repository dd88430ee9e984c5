import {
	assess,
	followUpDays,
	plausibility,
	repeatsFor,
	resultOf,
	settle,
	trendOf,
	type AgeWindow,
	type Assessed,
	type Measured,
	type Repeat,
	type Trend,
	type VisitResult,
	type ZRange,
	type ZResult
} from '../growth/index.ts';
import { addDays, dayNumber, type Day } from '../shared/day.ts';
import { isResultClass } from './due.ts';
import { MEASURES, type Read } from './guards.ts';
import type { Measuring } from './measuring.ts';
import type { Id } from '../shared/ids.ts';
import type { Visit } from './rows.ts';
import { birthVersion, measuredOf, seenOf, type About } from './seen.ts';

/** What readings amount to: net kg, cm, mm; undefined where nothing can be used. */
export interface Counts {
	readonly weight: number | undefined;
	readonly length: number | undefined;
	readonly arm: number | undefined;
}

export interface Verdict {
	readonly counts: Counts;
	readonly assessed: Assessed;
	readonly trend: Trend;
	readonly result: VisitResult;
	/** The next contact. */
	readonly next: Day;
	readonly repeats: readonly Repeat[];
}

/** So many earlier visits can matter to a trend. */
const LOOK_BACK = 12;

/** Of the readings, what the rules take; what no living child can have is kept raw and never counted. */
function counted(state: Measuring, measure: Read): number | undefined {
	const settled = settle(measure, state.readings[measure]);
	const last = state.readings[measure].at(-1);
	const gross = settled.kind === 'value' ? settled.value : last;
	if (gross === undefined || settled.kind === 'nothing-read') return undefined;
	const net = measure === 'weight' ? Math.round((gross - state.tareKg) * 1000) / 1000 : gross;
	return plausibility(measure, net).kind === 'possible' ? net : undefined;
}

export const countsOf = (state: Measuring): Counts => ({
	weight: counted(state, 'weight'),
	length: counted(state, 'length'),
	arm: counted(state, 'arm')
});

const ageDaysOf = (age: AgeWindow | undefined): number | undefined =>
	age && age.youngest === age.oldest ? age.oldest : undefined;

function assessed(state: Measuring, counts: Counts, about: About): Assessed {
	return assess(
		{
			sex: about.sex,
			birth: about.birth,
			day: state.day,
			weight: counts.weight,
			length: counts.length,
			position: state.position,
			armMm: counts.arm,
			oedema: oedemaOf(state)
		},
		about.tables
	);
}

function oedemaOf({ oedema }: Measuring): 'none' | 'present' | 'not-seen' {
	if (oedema === null || oedema === 'unseen') return 'not-seen';
	return oedema === 'none' ? 'none' : 'present';
}

function measuredNow(state: Measuring, counts: Counts, { age, z }: Assessed): Measured {
	return {
		ageDays: ageDaysOf(age),
		day: dayNumber(state.day),
		weight: counts.weight,
		length: counts.length,
		arm: counts.arm,
		position: state.position,
		z
	};
}

/** Everything that follows from what was read: what counts, z, trend, class, action and the next day. */
export function verdictOf(state: Measuring, about: About): Verdict {
	const counts = countsOf(state);
	const found = assessed(state, counts, about);
	const earlier = about.earlier.slice(-LOOK_BACK);
	const before = earlier.at(-1);
	const now = measuredNow(state, counts, found);
	const trend = trendOf(
		{
			day: now.day,
			ageDays: now.ageDays,
			weight: now.weight,
			position: now.position,
			birthVersion: birthVersion(about.birth),
			wfa: found.z.wfa,
			lfa: found.z.lfa,
			lengthRepeated: state.readings.length.length > 1
		},
		earlier.map((visit) => seenOf(visit, about))
	);
	const result = resultOf({
		age: found.age,
		lfa: found.z.lfa,
		wfl: found.z.wfl,
		armMm: counts.arm,
		oedema: oedemaOf(state),
		trend,
		poorFeeding: state.suckling === 'poorly',
		lostWeight: lost(counts.weight, before?.weightKg),
		repeated: state.readings.weight.length > 1 || state.readings.length.length > 1
	});
	const classes = about.earlier.map(({ class: name }) => name).filter(isResultClass);
	return {
		counts,
		assessed: found,
		trend,
		result,
		next: addDays(state.day, followUpDays(result, classes.reverse())),
		repeats: repeatsFor(now, before && measuredOf(before, about), state.draw)
	};
}

const lost = (now: number | undefined, before: number | null | undefined): boolean =>
	now !== undefined && typeof before === 'number' && now < before;

/** The visit as it will be read back, so that it is told by what is stored. */
export function visitOf(state: Measuring, verdict: Verdict, lesson: string | undefined): Visit {
	const { counts, assessed: found, result, next } = verdict;
	const z = (one: ZResult | ZRange) => (one.kind === 'z' ? one.z : null);
	return {
		id: state.visit as Id,
		day: state.day,
		weightKg: counts.weight ?? null,
		lengthCm: counts.length ?? null,
		muacMm: counts.arm ?? null,
		headCm: null,
		position: state.position,
		oedema: state.oedema ?? 'unseen',
		waz: z(found.z.wfa),
		haz: z(found.z.lfa),
		whz: z(found.z.wfl),
		class: result.class,
		action: result.action,
		lesson: lesson ?? '',
		nextOn: next,
		seenOn: null,
		followedOn: null,
		outcome: '',
		tries: 0,
		at: 0
	};
}

/** Which measures are to be read again, given what was read so far. */
export function askedAgain(state: Measuring, about: About): ReadonlySet<Read> {
	const { repeats, trend } = verdictOf(state, about);
	const asked = new Set<Read>(
		MEASURES.filter((one) => repeats.some(({ measure }) => measure === one))
	);
	if (trend.kind === 'unknown') return asked;
	if (trend.kind === 'repeat-length') asked.add('length');
	return asked;
}
