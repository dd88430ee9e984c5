import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';

export interface Lying {
	readonly scope: ScopeId;
	readonly entry: Id;
	readonly gone: boolean;
}
/** `silence`: rows that lose their scope – they stay, so that a cursor that stopped there still checks.
 * `say`: rows to be added. */
export interface Redelivery {
	readonly silence: readonly { readonly scope: ScopeId; readonly entry: Id }[];
	readonly say: readonly Lying[];
}

/** How the places of entries change: where home differs from where it lies, the old scope is told
 * `gone` and the new one gets the entry; a blank (`again`) is said again. Shared by all adapters. */
export function redeliver(
	lying: readonly Lying[],
	home: ReadonlyMap<Id, ScopeId>,
	again: ReadonlySet<Id>
): Redelivery {
	const silence: { scope: ScopeId; entry: Id }[] = [];
	const say: Lying[] = [];
	const at = new Map<Id, ScopeId>();
	const goneAt = new Set<string>();
	for (const { entry, scope, gone } of lying) {
		if (gone) goneAt.add(entry + scope);
		else at.set(entry, scope);
	}
	for (const [entry, to] of home) {
		const from = at.get(entry);
		if (from === to && !again.has(entry)) continue;
		if (from !== undefined) silence.push({ scope: from, entry });
		if (from !== undefined && from !== to) say.push({ scope: from, entry, gone: true });
		if (goneAt.has(entry + to)) silence.push({ scope: to, entry });
		say.push({ scope: to, entry, gone: false });
	}
	return { silence, say };
}
