/** What carrying needs of the heavy rooms, loaded in one piece after the first paint. */
export { backoff } from '#lib/sync/backoff.ts';
export { syncOnce } from '#lib/sync/client.ts';
export { enrol } from '#lib/sync/enrol.ts';
export { httpTransport } from '#lib/sync/http.ts';
export { alone } from '#lib/sync/lock.ts';
export { phoneHeader } from './phone-header.ts';
