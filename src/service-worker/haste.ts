/// <reference lib="webworker" />
import { getCacheKeyForURL, PrecacheController } from 'workbox-precaching';
import { inLanes, type Listed } from './list.ts';

declare const self: ServiceWorkerGlobalScope;

const LANES = 5;

/**
 * Workbox fetches its list one file after the other. These lanes fetch the same list from its other end into the
 * same cache; what they bring, workbox finds there and leaves alone. What they cannot bring is its to judge: an
 * install fails by workbox alone.
 */
export function hasten(files: readonly Listed[]): void {
	self.addEventListener('install', (event) => event.waitUntil(fetchAll(files)));
}

async function fetchAll(files: readonly Listed[]): Promise<void> {
	const cache = await caches.open(new PrecacheController().strategy.cacheName);
	await inLanes(files, LANES, async ({ url, revision }) => {
		const key = getCacheKeyForURL(url);
		if (!key || (await cache.match(key))) return;
		// a revised file may lie in the browser's own cache as it was before
		const fresh = await fetch(url, revision === null ? {} : { cache: 'reload' });
		if (fresh.ok && !fresh.redirected) await cache.put(key, fresh);
	});
}
