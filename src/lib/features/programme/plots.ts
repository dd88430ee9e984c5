// Panels as pictures: the same numbers as their tables.
import { shareOf } from '#lib/domain/shared/share.ts';
import type { View } from '#lib/domain/programme/view.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Plot } from './chart/draw.ts';
import { fewText, monthName } from './names.ts';

/** Percentages of fewer say nothing. */
const LEAST = 10;

export function reachedPlot(view: View, target: number | undefined): Plot {
	const months = view.reached;
	const people = months.map(({ values }) => values[0] ?? null);
	return {
		shape: 'line',
		labels: months.map(({ month }) => monthName(month)),
		unit: m.programme_reached(),
		sets: [
			{ name: m.programme_reached(), ink: 'done', values: people },
			...(target
				? [{ name: m.programme_target(), ink: 'goal' as const, values: people.map(() => target) }]
				: [])
		]
	};
}

export function sessionPlot(view: View): Plot {
	const { sessions } = view;
	return {
		shape: 'beside',
		labels: sessions.map(({ month, values }) => [...monthName(month), String(values[0] ?? 0)]),
		unit: m.programme_reached(),
		sets: [
			{
				name: m.programme_present(),
				ink: 'done',
				values: sessions.map(({ values }) => values[1] ?? null)
			},
			{
				name: m.programme_expected(),
				ink: 'none',
				values: sessions.map(({ values }) => values[2] ?? null)
			}
		]
	};
}

export function adoptionPlot(view: View, practice: string): Plot {
	const months = view.adoption(practice);
	return {
		shape: 'bars',
		labels: months.map(({ month }) => monthName(month)),
		unit: m.programme_doing(),
		sets: [
			{
				name: m.programme_doing(),
				ink: 'done',
				values: months.map(({ values }) => values[0] ?? null)
			}
		]
	};
}

export function amountPlot(view: View, practice: string, unit: string): Plot {
	const months = view.amounts(practice);
	return {
		shape: 'line',
		labels: months.map(({ month, values }) => [...monthName(month), fewText(values[0])]),
		unit,
		sets: [
			{
				name: m.programme_mean(),
				ink: 'done',
				values: months.map(({ values }) => values[1] ?? null)
			}
		]
	};
}

const FACES = [
	['well', 'ok', m.programme_well],
	['watch', 'watch', m.programme_watch],
	['refer', 'refer', m.programme_refer],
	['again', 'again', m.programme_again]
] as const;

export function growthPlot(view: View): Plot {
	const { growth } = view;
	return {
		shape: 'stack',
		labels: growth.map(({ month, figures }) => [
			...monthName(month),
			figures ? fewText(figures['n']) : '0'
		]),
		unit: m.programme_children(),
		sets: FACES.map(([id, ink, name]) => ({
			name: name(),
			ink,
			values: growth.map(({ figures }) => figures?.[id] ?? null)
		}))
	};
}

export function stuntedPlot(view: View): Plot {
	const shares = view.growth.map(({ figures }) => {
		const [n, of] = [figures?.['stunted'], figures?.['lengths']];
		if (typeof n !== 'number' || typeof of !== 'number' || of < LEAST) return null;
		return shareOf(n, of) ?? null;
	});
	return {
		shape: 'line',
		labels: view.growth.map(({ month, figures }) => [
			...monthName(month),
			figures ? fewText(figures['lengths']) : '0'
		]),
		unit: '%',
		sets: [
			{
				name: m.programme_stunted(),
				ink: 'done',
				values: shares.map((share) => (share ? 100 * share.share : null)),
				spread: shares.map((share) => (share ? [100 * share.low, 100 * share.high] : null))
			}
		]
	};
}
