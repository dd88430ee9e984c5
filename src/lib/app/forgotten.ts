import type { Field } from './field.svelte.ts';

/** A meeting that nobody closed is closed when the app starts, wherever somebody goes then. What that
 * takes is fetched only if there is one. */
export async function closeForgotten(field: Field): Promise<void> {
	if (!(await field.phone?.drafts.read('session'))) return;
	const { GroupSession } = await import('./session.svelte.ts');
	await new GroupSession(field, () => field.clock.now).open();
}
