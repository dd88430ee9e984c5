import type { Entry } from '#lib/domain/journal/entry.ts';
import { registry, type Draft, type Kind } from '#lib/domain/journal/registry.ts';
import { dayNumber, type Day } from '#lib/domain/shared/day.ts';
import type { Id, PhoneId, ScopeId } from '#lib/domain/shared/ids.ts';

const MS_PER_DAY = 86_400_000;
/** Ten in the morning in La Paz. */
const MORNING_MS = 14 * 3_600_000;

interface Written<K extends Kind> {
	readonly kind: K;
	readonly scope: ScopeId;
	readonly subject: string;
	readonly by: Id;
	readonly day: Day;
	readonly body: Draft<K>;
	readonly id?: Id;
}

/** What one phone wrote in its time; the facts may be given in any order. */
export class Pen {
	readonly #facts: Written<Kind>[] = [];

	constructor(
		readonly phone: PhoneId,
		private readonly newId: () => Id
	) {}

	/** Answers the id of the fact. */
	write<K extends Kind>(fact: Written<K>): Id {
		const id = fact.id ?? this.newId();
		this.#facts.push({ ...fact, id } as Written<Kind>);
		return id;
	}

	/** As the phone would send them: in the order of their days, numbered and stamped. */
	entries(): Entry[] {
		const sorted = this.#facts
			.map((fact, i) => ({ fact, i }))
			.sort((a, b) => dayNumber(a.fact.day) - dayNumber(b.fact.day) || a.i - b.i);
		return sorted.map(({ fact: { id, kind, scope, subject, by, day, body } }, i) => ({
			id: id ?? this.newId(),
			kind,
			v: registry.kindOf(kind)?.v ?? 1,
			scope,
			subject: subject as Id,
			at: dayNumber(day) * MS_PER_DAY + MORNING_MS + i,
			n: i + 1,
			by,
			phone: this.phone,
			body
		}));
	}
}
