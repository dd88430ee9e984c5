import { idSource } from '#lib/domain/shared/ids.ts';

/** Makes an id; nobody else will make the same. */
export const newId = idSource((length) => crypto.getRandomValues(new Uint8Array(length)));
