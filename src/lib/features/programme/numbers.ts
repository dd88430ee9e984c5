import type { ProgrammeReport } from '#lib/app/office.svelte.ts';
import { shareOf } from '#lib/domain/shared/share.ts';
import { number } from '#lib/domain/shared/format.ts';
import { courses } from '#lib/library/courses.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

type Cell = string | number;
/** A table as it stands on the screen, is printed and is written to a file: all three from here. */
export interface Table {
	readonly id: string;
	readonly heads: readonly string[];
	readonly rows: readonly (readonly Cell[])[];
}

/** «11/2026», of `2026-11`. */
const monthOf = (month: string): string => month.split('-').reverse().join('/');

const few = (n: number | null | undefined): Cell => (n === null || n === undefined ? '< 5' : n);

const practiceTitles = new Map(
	courses.flatMap(({ lessons }) => lessons.map(({ practice, title }) => [practice, title] as const))
);
const LEVELS = ['committed', 'doing', 'verified', 'stopped'] as const;
const UNITS: Record<string, string> = { l: 'L', m2: 'm²', kg: 'kg' };

/** What is done at home, by practice; the amounts are those last said by who does it. */
export function practiceTable({ practices }: ProgrammeReport): Table {
	const names = [...new Set(practices.map(({ practice }) => practice))];
	const rows = names.map((name) => {
		const hers = practices.filter(({ practice }) => practice === name);
		const of = (level: string) => hers.find((row) => row.level === level);
		const amount = hers
			.filter(({ level }) => level === 'doing' || level === 'verified')
			.reduce((sum, row) => sum + row.amount, 0);
		const unit = UNITS[hers.find((row) => row.unit)?.unit ?? ''];
		const title = practiceTitles.get(name)?.[getLocale()] ?? name;
		return [
			title,
			...LEVELS.map((level) => of(level)?.n ?? 0),
			unit ? `${number(amount)} ${unit}` : ''
		];
	});
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

/** «24 % (14–37)»: a part with its 95 % interval. */
export function percent(n: number | null | undefined, of: number | null): string {
	if (n === null || n === undefined || of === null) return '< 5';
	const share = shareOf(n, of);
	if (!share) return '';
	const hundred = (value: number) => number(100 * value);
	return `${hundred(share.share)} % (${hundred(share.low)}–${hundred(share.high)})`;
}

export function growthTable({ growth }: ProgrammeReport): Table {
	const rows = growth.map(({ month, n, stunted, acute, well }) => [
		monthOf(month),
		few(n),
		percent(stunted, n),
		percent(acute, n),
		percent(well, n)
	]);
	const heads = [
		m.programme_month(),
		m.programme_measured(),
		m.programme_stunted(),
		m.programme_acute(),
		m.programme_well()
	];
	return { id: 'growth', heads, rows };
}

export function sessionTable({ sessions }: ProgrammeReport): Table {
	const rows = sessions.map(({ month, held, present, expected }) => [
		monthOf(month),
		held,
		present,
		expected
	]);
	const heads = [
		m.programme_month(),
		m.programme_held(),
		m.programme_present(),
		m.programme_expected()
	];
	return { id: 'sessions', heads, rows };
}

const SEX: Record<string, () => string> = { f: m.programme_women, m: m.programme_men };
const AGE: Record<string, () => string> = {
	'under-30': m.programme_under_30,
	'30-59': m.programme_30_59,
	'60-over': m.programme_60_over
};

/** Who was reached, by community, sex and age. */
export function peopleTable({ people }: ProgrammeReport): Table {
	const unknown = m.programme_unknown();
	const rows = [
		...people.byCommunity.map(({ name, n }) => [name || unknown, few(n)]),
		...people.bySex.map(({ name, n }) => [SEX[name]?.() ?? unknown, few(n)]),
		...people.byAge.map(({ name, n }) => [AGE[name]?.() ?? unknown, few(n)])
	];
	return { id: 'people', heads: [m.programme_part(), m.programme_reached()], rows };
}

const STATES: Record<string, () => string> = {
	open: m.programme_open,
	arrived: m.programme_arrived,
	attended: m.programme_attended,
	recovered: m.programme_recovered,
	'not-gone': m.programme_not_gone,
	cancelled: m.programme_cancelled
};

export function referralTable({ referrals }: ProgrammeReport): Table {
	const rows = Object.entries(STATES).flatMap(([state, name]) => {
		const found = referrals.find((row) => row.state === state);
		return found ? [[name(), few(found.n)]] : [];
	});
	return { id: 'referrals', heads: [m.programme_state(), m.programme_children()], rows };
}

export interface Indicator {
	readonly id: string;
	readonly name: () => string;
	readonly value: number;
	/** What the project has promised. */
	readonly target?: number;
}

/** What the project promised, beside what has been reached; a target of another name is left out. */
export function indicators(report: ProgrammeReport): Indicator[] {
	const done = (levels: readonly string[]) =>
		report.practices
			.filter(({ level }) => levels.includes(level))
			.reduce((sum, { n }) => sum + n, 0);
	const target = (id: string) => {
		const found = report.targets.find(({ indicator, scope }) => indicator === id && scope === '*');
		return found ? { target: found.value } : {};
	};
	const { people, children } = report;
	return [
		{ id: 'people-reached', name: m.programme_n_reached, value: people.reached },
		{ id: 'lessons-heard', name: m.programme_n_heard, value: people.heard },
		{ id: 'practices-doing', name: m.programme_n_doing, value: done(['doing', 'verified']) },
		{ id: 'practices-verified', name: m.programme_n_verified, value: done(['verified']) },
		{ id: 'children-followed', name: m.programme_n_children, value: children }
	].map((one) => ({ ...one, ...target(one.id) }));
}
