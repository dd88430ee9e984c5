/** An order that looks shuffled and is the same each time, so that a repeated screen does not jump. */
export function mixed<T extends { readonly id: string }>(items: readonly T[], seed: string): T[] {
	const weight = (id: string) => {
		let h = 2166136261;
		for (const c of seed + id) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
		return h >>> 0;
	};
	const out = [...items].sort((a, b) => weight(a.id) - weight(b.id));
	const unchanged = out.every((item, i) => item === items[i]);
	return unchanged ? out.reverse() : out;
}
