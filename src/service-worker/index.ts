/// <reference lib="webworker" />
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { hasten } from './haste.ts';
import { answerPack } from './packs.ts';
import { answerFromLibrary, keepLessons } from './library.ts';
import type { Listed } from './list.ts';
import { Parts } from './parts.ts';

declare const self: ServiceWorkerGlobalScope;

const SHELL = '/404.html';
const list = self.__WB_MANIFEST.flatMap((file): Listed[] =>
	typeof file === 'string' ? [] : [{ revision: null, ...file }]
);
const made = new Map(
	list.filter(({ revision }) => revision === 'shell').map((page) => [page.url, page])
);
const core = list.filter(({ revision, parts }) => revision !== 'shell' && !parts?.length);
const parts = new Parts(list.filter((file) => file.revision !== 'shell' && file.parts?.length));

cleanupOutdatedCaches();
// ids travel in the query, so one page answers for all of them; workbox resumes a cut install file by file
precacheAndRoute(core, { ignoreURLParametersMatching: [/.*/] });
hasten(core);
self.addEventListener('install', (event) => event.waitUntil(parts.install()));
self.addEventListener('activate', (event) => event.waitUntil(parts.activate()));

// what the core does not answer: pages that the shell makes, parts, lessons, and what does not exist
self.addEventListener('fetch', (event) => {
	const url = new URL(event.request.url);
	if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
	if (/^\/(api|_)\//.test(url.pathname)) return;
	if (event.request.mode === 'navigate') event.respondWith(page(event.request, url));
	else if (url.pathname.startsWith('/library/'))
		event.respondWith(answerFromLibrary(event.request));
	else event.respondWith(file(event.request, url.pathname));
});

const file = async (request: Request, path: string): Promise<Response> =>
	(await parts.answer(path)) ?? fetch(request);

/**
 * A page of this version is made by the app itself from its shell, with or without a network: the address decides.
 * Any other is asked for, and without a network the shell says that it is not here.
 */
async function page(request: Request, url: URL): Promise<Response> {
	const path = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
	const known = made.get(path.replace(/^\/ay\//, '/'));
	const here = known ? await isHere(known) : (await matchPrecache(path)) !== undefined;
	if (here && path !== url.pathname) return Response.redirect(path + url.search);
	const shell = await matchPrecache(SHELL);
	if (here && shell) return shell;
	try {
		return await fetch(request);
	} catch {
		return shell ?? Response.error();
	}
}

/** A page of the staff is here once one of its parts is. */
async function isHere({ parts: of = [] }: Listed): Promise<boolean> {
	if (of.length === 0) return true;
	return (await Promise.all(of.map((part) => parts.keeps(part)))).includes(true);
}

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
const listOf = (said: object, name: string): string[] => {
	const list: unknown = Object.entries(said).find(([key]) => key === name)?.[1];
	return Array.isArray(list) ? list.map(String) : [];
};

self.addEventListener('message', (event) => {
	const said: unknown = event.data;
	if (typeof said !== 'object' || said === null || !('kind' in said)) return;
	if (said.kind === 'take-over') void self.skipWaiting();
	const [port] = event.ports;
	if (said.kind === 'pack' && 'ask' in said && 'address' in said && port)
		event.waitUntil(
			answerPack(said.ask, String(said.address)).then((state) => port.postMessage(state))
		);
	if (said.kind === 'keep-part' && 'part' in said)
		event.waitUntil(parts.keep(String(said.part), event.source));
	if (said.kind === 'keep-lessons')
		event.waitUntil(keepLessons(listOf(said, 'lessons'), listOf(said, 'besides'), event.source));
});
