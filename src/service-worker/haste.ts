/// <reference lib="webworker" />
import { getCacheKeyForURL, PrecacheController } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope;

const LANES = 5;

/**
 * Workbox fetches its list one file after the other, and on a slow line most of that time is waiting. These lanes fetch
 * the same list from its other end into the same cache; what they bring, workbox finds there and leaves alone. What
 * they cannot bring is its to judge: an install fails by workbox alone.
 */
export function hasten(files: readonly { url: string; revision: string | null }[]): void {
	self.addEventListener('install', (event) => event.waitUntil(fetchAll([...files])));
}

async function fetchAll(left: { url: string; revision: string | null }[]): Promise<void> {
	const cache = await caches.open(new PrecacheController().strategy.cacheName);
	const lane = async () => {
		for (let file = left.pop(); file; file = left.pop()) {
			const key = getCacheKeyForURL(file.url);
			if (!key || (await cache.match(key))) continue;
			// a revised file may lie in the browser's own cache as it was before
			const fresh = await fetch(file.url, file.revision === null ? {} : { cache: 'reload' });
			if (fresh.ok && !fresh.redirected) await cache.put(key, fresh);
		}
	};
	await Promise.allSettled(Array.from({ length: LANES }, lane));
}
