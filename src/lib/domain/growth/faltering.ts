import { DAYS_PER_MONTH } from './age.ts';
import type { Position } from './length.ts';
import { unknown, type Unknown, type ZRange, type ZResult } from './reason.ts';
import { FALTERING } from './rules.ts';

/** One visit as faltering needs it. */
export interface Seen {
	/** Any count of days that grows by one a day. */
	readonly day: number;
	/** Days of life; undefined when unknown. */
	readonly ageDays: number | undefined;
	/** Changes when the birth date is corrected: z of different versions are not compared. */
	readonly birthVersion: string;
	/** kg */
	readonly weight?: number | undefined;
	readonly wfa?: ZResult | ZRange | undefined;
	readonly lfa?: ZResult | ZRange | undefined;
	readonly position?: Position | undefined;
	/** The length of this visit was read twice. */
	readonly lengthRepeated?: boolean | undefined;
}

export type FalteringSign = 'little-gain' | 'weight-for-age-fell' | 'length-for-age-fell';
export type Trend =
	| { readonly kind: 'faltering'; readonly signs: readonly FalteringSign[] }
	| { readonly kind: 'steady' }
	/** The length seems to fall behind: read it a second time before saying so. */
	| { readonly kind: 'repeat-length' }
	| Unknown<'no-comparison'>;

type Verdict = 'yes' | 'no' | 'repeat' | 'open';

const plain = (result: ZResult | ZRange | undefined): number | undefined =>
	result?.kind === 'z' && !result.flagged ? result.z : undefined;
const flagged = (result: ZResult | ZRange | undefined) =>
	!!result && result.kind !== 'unknown' && result.flagged;

/** The latest of the earlier visits that lie at least so many days back. */
const latestBack = (now: Seen, earlier: readonly Seen[], days: number): Seen | undefined =>
	earlier
		.filter(({ day }) => now.day - day >= days)
		.reduce<Seen | undefined>(
			(last, seen) => (last && last.day > seen.day ? last : seen),
			undefined
		);

/** Fall in hundredths: both z have two decimals. */
const fell = (from: number, to: number, by: number) =>
	Math.round(100 * from) - Math.round(100 * to) >= Math.round(100 * by);

function littleGain(now: Seen, earlier: readonly Seen[]): Verdict {
	if (now.weight === undefined || now.ageDays === undefined || flagged(now.wfa)) return 'open';
	const months = now.ageDays / DAYS_PER_MONTH;
	const rule = FALTERING.gain.find(({ belowMonths }) => months < belowMonths);
	if (!rule) return 'open';
	const weighed = earlier.filter(({ weight, wfa }) => weight !== undefined && !flagged(wfa));
	const before = latestBack(now, weighed, rule.days);
	if (before?.weight === undefined) return 'open';
	return Math.round(1000 * (now.weight - before.weight)) < rule.grams ? 'yes' : 'no';
}

function weightFell(now: Seen, earlier: readonly Seen[]): Verdict {
	const z = plain(now.wfa);
	if (z === undefined) return 'open';
	const { fall, leastDays, mostDays } = FALTERING.weight;
	const compared = earlier.flatMap((seen) => {
		const was = plain(seen.wfa);
		const apart = now.day - seen.day;
		const fits = seen.birthVersion === now.birthVersion && apart >= leastDays && apart <= mostDays;
		return fits && was !== undefined ? [was] : [];
	});
	if (!compared.length) return 'open';
	return compared.some((was) => fell(was, z, fall)) ? 'yes' : 'no';
}

function lengthFell(now: Seen, earlier: readonly Seen[]): Verdict {
	const z = plain(now.lfa);
	if (z === undefined || !now.position) return 'open';
	const { fall, leastDays } = FALTERING.length;
	const alike = earlier.filter(
		(seen) =>
			seen.position === now.position &&
			seen.birthVersion === now.birthVersion &&
			plain(seen.lfa) !== undefined
	);
	const was = plain(latestBack(now, alike, leastDays)?.lfa);
	if (was === undefined) return 'open';
	if (!fell(was, z, fall)) return 'no';
	return now.lengthRepeated ? 'yes' : 'repeat';
}

/** Whether a child grows as expected since its earlier visits, beyond the noise of measuring. */
export function trendOf(now: Seen, earlier: readonly Seen[]): Trend {
	const verdicts: readonly (readonly [FalteringSign, Verdict])[] = [
		['little-gain', littleGain(now, earlier)],
		['weight-for-age-fell', weightFell(now, earlier)],
		['length-for-age-fell', lengthFell(now, earlier)]
	];
	const signs = verdicts.flatMap(([sign, verdict]) => (verdict === 'yes' ? [sign] : []));
	if (signs.length) return { kind: 'faltering', signs };
	if (verdicts.some(([, verdict]) => verdict === 'repeat')) return { kind: 'repeat-length' };
	if (verdicts.every(([, verdict]) => verdict === 'open')) return unknown('no-comparison');
	return { kind: 'steady' };
}
