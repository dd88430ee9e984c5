import { address } from '#lib/app/address.ts';
import type { ProgrammeReport } from '#lib/app/office.svelte.ts';
import { EVERYWHERE } from '#lib/domain/programme/sums.ts';
import { daysBetween, parseDay } from '#lib/domain/shared/day.ts';
import { m } from '#lib/paraglide/messages.js';

/** Something to do: what, who can do it, and where to go. */
export interface Act {
	readonly id: string;
	readonly what: string;
	readonly who: string;
	readonly href?: string;
}

const IDLE_DAYS = 30;

/** Lists of what to do, cut to a place; the names are of those who work there. */
export class Acts {
	constructor(
		private readonly report: ProgrammeReport,
		private readonly place: string
	) {}

	private here(place: unknown): boolean {
		return this.place === EVERYWHERE || place === this.place;
	}

	private who(scope: string): string {
		return this.report.staff
			.filter(([where]) => where === scope)
			.map(([, name]) => name)
			.join(', ');
	}

	private called(place: unknown): string {
		const found = this.report.sums.places.find(([id]) => id === place);
		return String(found?.[1] ?? m.programme_unknown());
	}

	private ofGroup(row: readonly unknown[], what: string): Act {
		const [id, name, place] = row.map(String);
		return {
			id: id ?? '',
			what: `${this.called(place)} · ${name}: ${what}`,
			who: this.who(`g:${id}`),
			href: address('/groups/group/', { group: id ?? '', name: name ?? '' })
		};
	}

	/** Groups that have not met for a month, the longest silence first. */
	get idle(): Act[] {
		const { groups, today } = this.report.sums;
		const now = parseDay(today);
		const days = (day: unknown) => {
			const last = parseDay(String(day));
			return last && now ? daysBetween(last, now) : Infinity;
		};
		return groups
			.filter((row) => this.here(row[2]) && days(row[3]) > IDLE_DAYS)
			.sort((a, b) => days(b[3]) - days(a[3]))
			.map((row) => {
				const n = days(row[3]);
				return this.ofGroup(
					row,
					Number.isFinite(n) ? m.programme_act_days({ n }) : m.programme_act_never()
				);
			});
	}

	/** Groups where women promised and nobody knows what became of it. */
	get promised(): Act[] {
		const { groups, promised } = this.report.sums;
		return promised.flatMap(([id, n]) => {
			const row = groups.find(([group]) => group === id);
			if (!row || !this.here(row[2])) return [];
			return [this.ofGroup(row, m.programme_act_promised({ n: Number(n) }))];
		});
	}

	private ofPlaces(column: 1 | 2, what: (n: string) => string): Act[] {
		return this.report.sums.late
			.filter((row) => row[0] !== EVERYWHERE && this.here(row[0]) && row[column] !== 0)
			.map((row) => ({
				id: String(row[0]),
				what: `${this.called(row[0])}: ${what(String(row[column] ?? '< 5'))}`,
				who: this.who(`c:${row[0]}`)
			}));
	}

	/** Children who were sent and of whom nobody knows that they arrived. */
	get sent(): Act[] {
		return this.ofPlaces(1, (n) => m.programme_act_sent({ n }));
	}

	/** Children who should have been seen a week ago. */
	get visits(): Act[] {
		return this.ofPlaces(2, (n) => m.programme_act_visits({ n }));
	}

	/** Places where nobody began a new lesson in the period. */
	untouched(reached: readonly string[]): Act[] {
		return this.report.sums.places
			.filter(([id]) => this.here(id) && !reached.includes(String(id)))
			.map(([id, name]) => ({
				id: String(id),
				what: String(name),
				who: this.report.sums.groups
					.filter(([, , place]) => place === id)
					.map(([group]) => this.who(`g:${group}`))
					.filter(Boolean)
					.join(', ')
			}));
	}
}
