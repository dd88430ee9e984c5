import type { Caregiver } from '#lib/domain/child/rows.ts';

/** Everybody who answers for a child of these lines, once. */
export function caregiversOf(
	lines: readonly { readonly caregiver: Caregiver | undefined }[]
): readonly Caregiver[] {
	const all = new Map(
		lines.flatMap(({ caregiver }) => (caregiver ? [[caregiver.id, caregiver]] : []))
	);
	return [...all.values()];
}
