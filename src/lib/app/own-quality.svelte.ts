import { ownQuality, type OwnQuality } from '#lib/domain/child/own-quality.ts';
import type { Field } from './field.svelte.ts';

/** Three months: old habits are forgiven. */
const LOOKED_BACK_MS = 92 * 86_400_000;

/** How the open account measures; nobody else is shown it. */
export class QualityOfMine {
	readonly #field: Field;
	#found: OwnQuality | undefined = $state.raw();

	constructor(field: Field) {
		this.#field = field;
	}

	get found(): OwnQuality | undefined {
		return this.#found;
	}

	async look(): Promise<void> {
		const phone = this.#field.phone;
		const by = phone?.vaults.current?.id;
		if (!phone || !by) return;
		const since = Date.now() - LOOKED_BACK_MS;
		this.#found = ownQuality(await phone.outbox.written({ kind: 'visit.record', by, since }));
	}
}
