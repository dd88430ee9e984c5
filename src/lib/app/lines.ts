import { fullName, type Caregiver, type Child } from '#lib/domain/child/rows.ts';

/** Everybody who answers for a child of these lines, once. */
export function caregiversOf(
	lines: readonly { readonly caregiver: Caregiver | undefined }[]
): readonly Caregiver[] {
	const all = new Map(
		lines.flatMap(({ caregiver }) => (caregiver ? [[caregiver.id, caregiver]] : []))
	);
	return [...all.values()];
}

/** Lines by the name of the child; each name is made once, not at every comparison. */
export function byName<L extends { readonly child: Child }>(lines: readonly L[]): readonly L[] {
	const named = lines.map((line) => ({ line, name: fullName(line.child) }));
	return named
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
		.map(({ line }) => line);
}
