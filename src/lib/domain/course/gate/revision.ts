/** Rules about what was released before: nobody's progress may lose its block. */
import type { Fault, Rule } from './fault.ts';

/** A block that is gone says what became of it. */
export const removalsAreMapped: Rule = ({ blocks, progress_map: map = {} }, { released }) => {
	const here = new Set(blocks.map(({ id }) => id));
	const gone = (released?.blocks ?? []).filter((id) => !here.has(id));
	const lost = gone
		.filter((id) => !(id in map))
		.map((id): Fault => {
			const text =
				'was released and is gone: say in progress_map which block stands for it, or null';
			return { code: 'block-removed', where: id, text };
		});
	const wrong = Object.entries(map).flatMap(([from, to]): Fault[] => [
		...(here.has(from)
			? [{ code: 'map-wrong', where: from, text: 'progress_map names a block that is still here' }]
			: []),
		...(to !== null && !here.has(to)
			? [
					{
						code: 'map-wrong',
						where: from,
						text: `progress_map points to ${to}, which is no block`
					}
				]
			: [])
	]);
	return [...lost, ...wrong];
};

/** What learners see has a number; when it changes, the number rises. */
export const revisionRises: Rule = ({ rev }, { released, fingerprint }) => {
	if (!released) return [];
	const fault = (text: string): Fault[] => [{ code: 'rev-stale', where: '', text }];
	if (rev < released.rev) return fault(`rev ${rev} is older than the released ${released.rev}`);
	if (rev === released.rev && fingerprint !== released.fingerprint) {
		return fault(`changed since rev ${released.rev} was released: rev is ${released.rev + 1}`);
	}
	return [];
};
