import { dayAt } from '#lib/domain/shared/day.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Day } from '#lib/domain/shared/day.ts';
import type { ListedFact } from '#lib/store/listed.ts';
import type { Words } from '#lib/ui/words.ts';
import type { Field } from './field.svelte.ts';
import { factWords } from './fact-words.ts';
import { both } from './words.ts';

/** A fact that the server holds or refused, in words. */
export interface HeldLine {
	readonly id: string;
	readonly what: Words;
	/** Whom it is about, where that may be read now. */
	readonly who: string;
	readonly day: Day;
	readonly why: Words;
	/** The server has it, aside; else it lies on this phone alone. */
	readonly there: boolean;
	/** It may be saved anew: as a fact of its own. */
	readonly again: boolean;
}

/** What did not simply arrive: read when its screen is opened. */
export class HeldList {
	readonly #field: Field;
	#lines: readonly HeldLine[] | null = $state.raw(null);

	constructor(field: Field) {
		this.#field = field;
	}

	/** null until it is read. */
	get lines() {
		return this.#lines;
	}

	async look(): Promise<void> {
		const phone = this.#field.phone;
		if (!phone) return;
		this.#lines = (await phone.listed.all()).map(lineOf);
	}

	/** Saves it anew and takes the old one from the list; answers whether that could be done. */
	async again(id: string): Promise<boolean> {
		const draft = await this.#field.phone?.listed.draft(id);
		if (!draft) return false;
		const saved = await this.#field.save(draft);
		if (saved.ok) await this.dismiss(id);
		return saved.ok;
	}

	/** Somebody has seen it: it stays on the phone and leaves the list. */
	async dismiss(id: string): Promise<void> {
		await this.#field.phone?.listed.dismiss(id);
		await this.look();
		await this.#field.carrier.show();
	}
}

function lineOf({ id, kind, at, name, answer, readable }: ListedFact): HeldLine {
	const refused = answer.s === 'refused';
	const returned = answer.c === 'returned';
	return {
		id,
		what: both(factWords(kind)),
		who: name,
		day: dayAt(at),
		why: both(refused ? m.phone_held_refused : reason(answer.c)),
		there: !refused,
		again: readable && (refused || returned)
	};
}

function reason(code: string): Parameters<typeof both>[0] {
	switch (code) {
		case 'scope':
			return m.phone_held_scope;
		case 'role':
			return m.phone_held_role;
		case 'author':
			return m.phone_held_author;
		case 'account':
			return m.phone_held_off;
		default:
			return m.phone_held_returned;
	}
}
