// What the product itself would have said at each fictional visit: the same engine, the same rules.
import {
	assess,
	ENGINE_VERSION,
	followUpDays,
	resultOf,
	RULES_VERSION,
	trendOf,
	type Birth,
	type Missing,
	type ResultClass,
	type Seen,
	type Sex
} from '#lib/domain/growth/index.ts';
import { visitTables } from '#lib/domain/growth/visit-tables.ts';
import { dayNumber, type Day } from '#lib/domain/shared/day.ts';
import type { Reading } from './child-growth.ts';

export interface Visit extends Partial<Reading> {
	readonly day: Day;
	readonly oedema: 'none' | 'present' | 'not-seen';
	readonly repeated?: boolean;
}

export interface Past {
	readonly seen: readonly Seen[];
	/** Newest first. */
	readonly classes: readonly ResultClass[];
}

const LESSONS: readonly (readonly [belowMonths: number, lesson: string])[] = [
	[9, 'feeding-6-8-months'],
	[24, 'feeding-9-23-months'],
	[Infinity, 'eight-groups-iron']
];

function lessonFor(ageDays: number | undefined): string {
	const months = (ageDays ?? 700) / 30.4375;
	return LESSONS.find(([below]) => months < below)?.[1] ?? 'eight-groups-iron';
}

const plain = (z: { readonly kind: string; readonly z?: number }) =>
	z.kind === 'z' && z.z !== undefined && Math.abs(z.z) <= 20 ? z.z : undefined;

export interface Verdict {
	readonly said: Record<string, unknown> & { readonly class: ResultClass; readonly action: string };
	readonly face: 'refer' | 'watch' | 'ok' | 'again';
	readonly days: number;
	readonly missing: readonly Missing[];
	readonly seen: Seen;
}

export function verdictOf(
	child: { readonly sex: Sex; readonly birth: Birth },
	visit: Visit,
	past: Past
): Verdict {
	const { day, weightKg, lengthCm, muacMm, position, oedema } = visit;
	const { age, z } = assess(
		{ ...child, day, weight: weightKg, length: lengthCm, position, armMm: muacMm, oedema },
		visitTables
	);
	const seen: Seen = {
		day: dayNumber(day),
		ageDays: age?.youngest,
		birthVersion: '1',
		weight: weightKg,
		wfa: z.wfa,
		lfa: z.lfa,
		position,
		lengthRepeated: true
	};
	const trend = trendOf(seen, past.seen);
	const lfa = z.lfa;
	const { wfl } = z;
	const findings = { age, lfa, wfl, armMm: muacMm, oedema, trend, repeated: visit.repeated };
	const result = resultOf(findings);
	const scores = { waz: plain(z.wfa), haz: plain(lfa), whz: plain(wfl) };
	return {
		said: {
			class: result.class,
			action: result.action,
			...(result.lesson ? { lesson: lessonFor(age?.youngest) } : {}),
			engine: ENGINE_VERSION,
			rules: Number(RULES_VERSION),
			...Object.fromEntries(Object.entries(scores).filter(([, value]) => value !== undefined)),
			trend: trend.kind
		},
		face: result.face,
		days: followUpDays(result, past.classes),
		missing: result.missing,
		seen
	};
}
