import { ENGINE_VERSION, RULES_VERSION, type ZRange, type ZResult } from '../growth/index.ts';
import type { Draft } from '../journal/registry.ts';
import type { Measuring } from './measuring.ts';
import type { Verdict } from './verdict.ts';

const zOf = (result: ZResult | ZRange): number | undefined =>
	result.kind === 'z' ? result.z : undefined;

/** Fields that have a value; a missing one is left out, never 0. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
	return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
const some = (readings: readonly number[]): number[] | undefined =>
	readings.length ? [...readings] : undefined;

/** The fact of a visit: every reading as it was read, what counts, and what was said at the tap. */
export function visitBody(
	state: Measuring,
	{ counts, assessed: { z }, trend, result, next }: Verdict,
	lesson: string | undefined
): Draft<'visit.record'> {
	const { weight, length, arm } = state.readings;
	const poorly = state.suckling === 'poorly' ? ['feeds-poorly'] : undefined;
	const missing = Object.keys(state.missing).length ? { ...state.missing } : undefined;
	return {
		day: state.day,
		position: state.position,
		oedema: state.oedema ?? 'unseen',
		...given({
			weightsKg: some(weight),
			tareKg: weight.length ? state.tareKg : undefined,
			lengthsCm: some(length),
			muacsMm: some(arm),
			ill: poorly,
			missing
		}),
		counts: given({ weightKg: counts.weight, lengthCm: counts.length, muacMm: counts.arm }),
		said: {
			class: result.class,
			action: result.action,
			engine: ENGINE_VERSION,
			rules: Number(RULES_VERSION),
			next,
			...given({
				lesson,
				waz: zOf(z.wfa),
				haz: zOf(z.lfa),
				whz: zOf(z.wfl),
				trend: trend.kind === 'unknown' ? undefined : trend.kind
			})
		}
	};
}
