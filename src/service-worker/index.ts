/// <reference lib="webworker" />
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { hasten } from './haste.ts';
import { answerPack } from './packs.ts';
import { answerFromLibrary, keepLessons } from './library.ts';

declare const self: ServiceWorkerGlobalScope & {
	__WB_MANIFEST: { url: string; revision: string | null }[];
};

cleanupOutdatedCaches();
// ids travel in the query, so one page answers for all of them; workbox resumes a cut install file by file
const files = self.__WB_MANIFEST;
precacheAndRoute(files, { ignoreURLParametersMatching: [/.*/] });
hasten(files);

// what the precache does not answer: addresses without their last slash, lessons, and what does not exist
self.addEventListener('fetch', (event) => {
	const url = new URL(event.request.url);
	if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
	if (/^\/(api|_)\//.test(url.pathname)) return;
	if (event.request.mode === 'navigate') event.respondWith(page(event.request, url.pathname));
	else if (url.pathname.startsWith('/library/'))
		event.respondWith(answerFromLibrary(event.request));
});

/** Offline, a page that was never kept is made by the app itself from its shell: the address decides. */
async function page(request: Request, path: string): Promise<Response> {
	const kept = path.endsWith('/') ? undefined : await matchPrecache(`${path}/`);
	if (kept) return Response.redirect(`${path}/${new URL(request.url).search}`);
	try {
		return await fetch(request);
	} catch {
		return (await matchPrecache('/404.html')) ?? Response.error();
	}
}

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
	const said: unknown = event.data;
	if (typeof said !== 'object' || said === null || !('kind' in said)) return;
	if (said.kind === 'take-over') void self.skipWaiting();
	const [port] = event.ports;
	if (said.kind === 'pack' && 'ask' in said && 'address' in said && port)
		event.waitUntil(
			answerPack(said.ask, String(said.address)).then((state) => port.postMessage(state))
		);
	if (said.kind === 'keep-lessons' && 'lessons' in said && Array.isArray(said.lessons))
		event.waitUntil(keepLessons(said.lessons.map(String), event.source));
});
