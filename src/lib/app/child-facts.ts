import type { Draft, Kind } from '#lib/domain/journal/registry.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import { isId, type Id, type ScopeId } from '#lib/domain/shared/ids.ts';
import { fail, type Result } from '#lib/domain/shared/result.ts';
import type { SaveFault } from '#lib/store/phone.ts';
import type { Field } from './field.svelte.ts';
import { newId } from './new-id.ts';

export type FactFault = SaveFault | 'closed';
export type Saved = Promise<Result<Id, FactFault>>;

/** A child and the community she lives in, as far as a fact about her needs them. */
interface Whom {
	readonly id: Id;
	readonly scope: ScopeId;
}

/** Every fact that a promoter makes about a child. All are made at the tap, in the child's community, by
 * the account whose vault is open. */
export class ChildFacts {
	readonly #field: Field;

	constructor(field: Field) {
		this.#field = field;
	}

	get today(): Day {
		return this.#field.clock.today;
	}
	/** The communities whose children can be opened. */
	get scopes(): readonly ScopeId[] {
		return this.#field.phone?.vaults.current?.scopes ?? [];
	}
	/** Who makes them. */
	get promoter(): string {
		return this.#field.phone?.vaults.current?.name ?? '';
	}
	/** An id for something whose facts name one another before they are saved. */
	newId(): Id {
		return newId();
	}

	/** An id that was read from somewhere; a new one where it is none. */
	idOf(text: string): Id {
		return isId(text) ? text : newId();
	}

	addCaregiver(scope: ScopeId, id: Id, body: Draft<'caregiver.add'>): Saved {
		return this.#save('caregiver.add', { id, scope }, body);
	}
	amendCaregiver(scope: ScopeId, id: Id, body: Draft<'caregiver.amend'>): Saved {
		return this.#save('caregiver.amend', { id, scope }, body);
	}
	register(child: Whom, body: Draft<'child.register'>): Saved {
		return this.#save('child.register', child, body);
	}
	amend(child: Whom, body: Draft<'child.amend'>): Saved {
		return this.#save('child.amend', child, body);
	}
	/** To another community; her entries follow her. */
	move(child: Whom, to: ScopeId): Saved {
		return this.#save('child.move', child, { to, day: this.today });
	}
	consent(child: Whom, body: Draft<'consent.record'>): Saved {
		return this.#save('consent.record', child, body);
	}
	/** `id` is the visit's own, where it was made beforehand. */
	visit(child: Whom, body: Draft<'visit.record'>, id?: Id): Saved {
		return this.#save('visit.record', child, body, id);
	}
	openReferral(child: Whom, body: Draft<'referral.open'>, id?: Id): Saved {
		return this.#save('referral.open', child, body, id);
	}
	stepReferral(child: Whom, body: Draft<'referral.step'>): Saved {
		return this.#save('referral.step', child, body);
	}
	followed(child: Whom, body: Draft<'followup.done'>): Saved {
		return this.#save('followup.done', child, body);
	}
	lessonSeen(child: Whom, body: Draft<'lesson.seen'>): Saved {
		return this.#save('lesson.seen', child, body);
	}
	/** `from` is the same child as `into`; undone by striking out the answered id. */
	merge(from: Whom, into: Whom): Saved {
		return this.#save('merge', into, { from: from.id, to: into.id });
	}
	/** Strikes out one fact of hers; final. */
	strike(child: Whom, target: Id, reason: string): Saved {
		return this.#save('void', { id: target, scope: child.scope }, { target, reason });
	}
	/** Asks the coordination to forget every id named; nothing is forgotten before they say so. */
	askErase(child: Whom, { ids, reason }: { ids: readonly Id[]; reason: string }): Saved {
		return this.#save('erase', child, { ids: [...ids], reason }, undefined, true);
	}

	async #save<K extends Kind>(
		kind: K,
		{ id: subject, scope }: Whom,
		...[body, id, asks]: [body: Draft<K>, id?: Id | undefined, asks?: true]
	): Saved {
		const by = this.#field.phone?.vaults.current?.id;
		if (!by) return fail('locked');
		return this.#field.save<K>({
			kind,
			scope,
			subject,
			by,
			body,
			...(id ? { id } : {}),
			...(asks ? { asks } : {})
		});
	}
}
