import { isId, isScope, type Id, type ScopeId } from '#lib/domain/shared/ids.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import type { Field } from './field.svelte.ts';

const NAME = 'measuring-day';

interface Kept {
	readonly day: string;
	readonly scope: string;
	readonly came: readonly string[];
}

const isKept = (value: unknown): value is Kept =>
	typeof value === 'object' &&
	value !== null &&
	'day' in value &&
	'scope' in value &&
	'came' in value;

/** A community by name. */
export interface Place {
	readonly scope: ScopeId;
	readonly name: string;
}

/**
 * Who came to the measuring of today, in the order they came: ids alone, kept sealed, so that a killed
 * browser loses nobody. It is no fact; the measurings are.
 */
export class MeasuringDay {
	readonly #field: Field;
	#came: readonly Id[] = $state.raw([]);
	#scope: ScopeId | null = $state(null);
	#places: readonly Place[] = $state.raw([]);

	constructor(field: Field) {
		this.#field = field;
	}

	get came(): readonly Id[] {
		return this.#came;
	}
	/** Where it is held; null before it is chosen. */
	get scope(): ScopeId | null {
		return this.#scope;
	}
	/** The communities of the open vault. */
	get places(): readonly Place[] {
		return this.#places;
	}

	/** What was noted today, if anything was; another day begins anew. */
	async open(today: Day): Promise<void> {
		const phone = this.#field.phone;
		const scopes = phone?.vaults.current?.scopes;
		if (!phone || !scopes) return;
		const { communities } = await phone.office();
		this.#places = scopes.map((scope) => ({
			scope,
			name: communities.find(({ id }) => `c:${id}` === scope)?.name ?? ''
		}));
		const kept = await phone.drafts.read(NAME, true);
		const todays = isKept(kept) && kept.day === today ? kept : undefined;
		this.#came = todays?.came.filter(isId) ?? [];
		const known = todays && isScope(todays.scope) && scopes.includes(todays.scope);
		this.#scope = known && todays && isScope(todays.scope) ? todays.scope : (scopes[0] ?? null);
	}

	async hold(scope: ScopeId, today: Day): Promise<void> {
		this.#scope = scope;
		this.#came = [];
		await this.#keep(today);
	}

	/** She is here. Said twice, she keeps her place. */
	async note(child: Id, today: Day): Promise<void> {
		if (this.#came.includes(child)) return;
		this.#came = [...this.#came, child];
		await this.#keep(today);
	}

	/** She has left without being measured, or was noted by mistake. */
	async strike(child: Id, today: Day): Promise<void> {
		this.#came = this.#came.filter((id) => id !== child);
		await this.#keep(today);
	}

	async #keep(day: Day): Promise<void> {
		const kept: Kept = { day, scope: this.#scope ?? '', came: this.#came };
		await this.#field.phone?.drafts.keep(NAME, kept, true);
	}
}
