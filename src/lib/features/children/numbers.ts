import type { Read } from '#lib/domain/child/guards.ts';
import { number } from '#lib/domain/shared/format.ts';

/** Units are written alike in both languages. */
export const UNITS = { weight: 'kg', length: 'cm', arm: 'mm' } as const satisfies Record<
	Read,
	string
>;

/** A half millimetre can only come of two readings. */
const decimals = (measure: Read, value: number): number =>
	measure === 'arm'
		? Number.isInteger(value)
			? 0
			: 1
		: measure === 'weight' && !isTenth(value)
			? 2
			: 1;

const isTenth = (value: number): boolean => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6;

/** `8,1` – with as many decimals as the measure is read with. */
export const measured = (measure: Read, value: number): string =>
	number(value, decimals(measure, value));

/** `8,1 kg`, kept together on one line. */
export const withUnit = (measure: Read, value: number): string =>
	`${measured(measure, value)}\u00a0${UNITS[measure]}`;

/** `+0,2 kg` */
export function change(measure: Read, from: number, to: number): string {
	const by = Math.round((to - from) * 100) / 100;
	return `${by >= 0 ? '+' : ''}${withUnit(measure, by)}`;
}
