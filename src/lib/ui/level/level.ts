/** The five levels of a lesson in order, each with its own silhouette. */
export const levels = ['heard', 'understood', 'group', 'committed', 'doing'] as const;
export type Level = (typeof levels)[number];
