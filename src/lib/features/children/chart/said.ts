import type { Child } from '#lib/domain/child/rows.ts';
import type { ZRange, ZResult } from '#lib/domain/growth/index.ts';
import { number } from '#lib/domain/shared/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { ageWords } from '../said.ts';
import type { ChartMeasure, Mark } from './series.ts';

export const UNITS: Readonly<Record<ChartMeasure, string>> = {
	weight: 'kg',
	length: 'cm',
	arm: 'mm'
};

/** «8,1 kg», as it was read. */
export const readingOf = (measure: ChartMeasure, { read }: Pick<Mark, 'read'>): string =>
	`${number(read, measure === 'arm' && Number.isInteger(read) ? 0 : 1)} ${UNITS[measure]}`;

/** «−1,2», «−1,4 … −0,9»; a dash where there is none. */
export function zText(z: ZResult | ZRange): string {
	if (z.kind === 'unknown') return '–';
	const text = z.kind === 'z' ? number(z.z, 2) : `${number(z.low, 2)} … ${number(z.high, 2)}`;
	return z.flagged ? `${text} ○` : text;
}

/** «14 meses: 8,1 kg» */
export const nowText = (child: Child, measure: ChartMeasure, mark: Mark): string =>
	m.children_chart_now({ age: ageWords(child, mark.day).text, value: readingOf(measure, mark) });

export const beforeText = (measure: ChartMeasure, before: Mark | undefined): string =>
	before ? m.children_chart_before({ value: readingOf(measure, before) }) : '';
