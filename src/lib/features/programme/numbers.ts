import { practiceIds, few, monthInFull, practiceName, unitName } from './names.ts';
import { shareOf } from '#lib/domain/shared/share.ts';
import { number } from '#lib/domain/shared/format.ts';
import { told } from '#lib/domain/programme/sums.ts';
import type { Figures, Told, View } from '#lib/domain/programme/view.ts';
import { m } from '#lib/paraglide/messages.js';

type Cell = string | number;
/** A table as it stands on the screen, is printed and is written to a file: all three from here. */
export interface Table {
	readonly id: string;
	readonly heads: readonly string[];
	readonly rows: readonly (readonly Cell[])[];
}

/** «24 % (14–37)»: a part with its 95 % interval; of fewer than 10 the count alone: «3 de 8». */
export function percent(n: Told | undefined, of: Told | undefined): string {
	if (n === null || n === undefined || of === null || of === undefined) return '< 5';
	const share = shareOf(n, of);
	if (!share) return '';
	if (of < 10) return m.programme_done({ n, of });
	const hundred = (value: number) => number(100 * value);
	return `${hundred(share.share)} % (${hundred(share.low)}–${hundred(share.high)})`;
}

/** What is done at home, by practice; the amounts are those last said by who does it. */
export function practiceTable(view: View): Table {
	const order = practiceIds();
	const rows = view.practices
		.toSorted((a, b) => order.indexOf(a.practice) - order.indexOf(b.practice))
		.map(({ practice, unit, counts, amount }) => [
			practiceName(practice),
			...counts.map((n) => few(told(n))),
			unitName(unit) ? `${number(amount)} ${unitName(unit)}` : ''
		]);
	const heads = [
		m.programme_practice(),
		m.programme_committed(),
		m.programme_doing(),
		m.programme_verified(),
		m.programme_stopped(),
		m.programme_amount()
	];
	return { id: 'practices', heads, rows };
}

/** A row for each month that has figures, the newest first. */
const growthRows = (view: View, cells: (figures: Figures) => Cell[]): Cell[][] =>
	view.growth
		.toReversed()
		.flatMap(({ month, figures }) => (figures ? [[monthInFull(month), ...cells(figures)]] : []));

export function growthTable(view: View): Table {
	const rows = growthRows(view, (of) => [
		...['n', 'well', 'watch', 'refer', 'again'].map((name) => few(of[name])),
		percent(of['acute'], of['n'])
	]);
	const heads = [
		m.programme_month(),
		m.programme_measured(),
		m.programme_well(),
		m.programme_watch(),
		m.programme_refer(),
		m.programme_again(),
		m.programme_acute()
	];
	return { id: 'growth', heads, rows };
}

export function stuntedTable(view: View): Table {
	const rows = growthRows(view, (of) => [
		few(of['lengths']),
		few(of['stunted']),
		percent(of['stunted'], of['lengths'])
	]);
	const heads = [
		m.programme_month(),
		m.programme_lengths(),
		m.programme_stunted(),
		m.programme_interval()
	];
	return { id: 'stunted', heads, rows };
}

export function sessionTable(view: View): Table {
	const rows = view.sessions
		.toReversed()
		.map(({ month, values }) => [monthInFull(month), ...values.map((n) => n ?? 0)]);
	const heads = [
		m.programme_month(),
		m.programme_held(),
		m.programme_present(),
		m.programme_expected()
	];
	return { id: 'sessions', heads, rows };
}

const WAY: readonly (readonly [string, () => string])[] = [
	['sent', m.programme_open],
	['arrived', m.programme_arrived],
	['attended', m.programme_attended],
	['recovered', m.programme_recovered],
	['notGone', m.programme_not_gone],
	['cancelled', m.programme_cancelled]
];

/** How far who was sent has come: each step of those of the step before. */
export const funnel = (view: View): { id: string; name: string; n: Told }[] =>
	WAY.map(([id, name]) => ({ id, name: name(), n: view.referrals[id] ?? null }));

export const referralTable = (view: View): Table => ({
	id: 'referrals',
	heads: [m.programme_state(), m.programme_children()],
	rows: funnel(view).map(({ name, n }) => [name, few(n)])
});

export function amountTable(view: View, practice: string, unit: string): Table {
	const rows = view
		.amounts(practice)
		.toReversed()
		.map(({ month, values: [n, mean] }) => [
			monthInFull(month),
			few(n),
			mean === null || mean === undefined ? '' : number(mean, 1)
		]);
	const heads = [m.programme_month(), m.programme_said_it(), `${m.programme_mean()} (${unit})`];
	return { id: 'amounts', heads, rows };
}
