/** The four answers to a measurement; word, shape, voice, then colour. */
export type Result = 'ok' | 'watch' | 'refer' | 'again';
