/** The four answers to a measurement: word, shape, voice, then colour. */
export const results = ['ok', 'watch', 'refer', 'again'] as const;
export type Result = (typeof results)[number];
