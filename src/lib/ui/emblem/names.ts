/** The drawings of emblems.svg, in the order they are shown. Part of saved data: never rename. */
export const emblems = [
	'potato',
	'sun',
	'fish',
	'key',
	'llama',
	'flower',
	'house',
	'egg',
	'butterfly',
	'corn',
	'boat',
	'bell'
] as const;
export type EmblemName = (typeof emblems)[number];
