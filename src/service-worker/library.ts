/// <reference lib="webworker" />
import { inRange } from './range.ts';

/**
 * Lessons and drawings on this phone. Their addresses change with their content, so a copy is never
 * out of date and a version of the app never takes one away.
 */
export const LIBRARY = 'library';
const LANES = 3;

export async function answerFromLibrary(request: Request): Promise<Response> {
	// by its address: a request for a part of a clip is answered from the whole of it
	const cache = await caches.open(LIBRARY);
	const here = await cache.match(request.url);
	if (here) return inRange(request, here);
	const fresh = await fetch(request.url);
	if (fresh.ok) await cache.put(request.url, fresh.clone());
	return inRange(request, fresh);
}

/**
 * Fetches lessons with their drawings, one after the other, and tells the page how far it is; then what else is read
 * of them: origins, words, lists of clips.
 */
export async function keepLessons(
	lessons: readonly string[],
	besides: readonly string[],
	page: Client | ServiceWorker | MessagePort | null
): Promise<void> {
	const cache = await caches.open(LIBRARY);
	for (const [place, address] of lessons.entries()) {
		try {
			await keepLesson(cache, address);
		} catch {
			return; // no network: asked again at the next start, what is here is not fetched twice
		}
		page?.postMessage({ kind: 'lessons-kept', kept: place + 1, of: lessons.length });
	}
	for (const address of besides) await kept(cache, address).catch(() => undefined);
}

async function keepLesson(cache: Cache, address: string): Promise<void> {
	const lesson: { pictures?: Record<string, { src: string; marked?: string }> } = await (
		await kept(cache, address)
	).json();
	const pictures = Object.values(lesson.pictures ?? {});
	const drawings = pictures.flatMap(({ src, marked }) => (marked ? [src, marked] : [src]));
	// side by side, for on a slow line most of the time of a small file is waiting; but few, because a
	// browser opens six connections to a server, and facts and pages must never wait for drawings
	const lane = async () => {
		for (let drawing = drawings.pop(); drawing; drawing = drawings.pop())
			await kept(cache, drawing);
	};
	await Promise.all(Array.from({ length: LANES }, lane));
}

async function kept(cache: Cache, address: string): Promise<Response> {
	const here = await cache.match(address);
	if (here) return here;
	const fresh = await fetch(address);
	if (!fresh.ok) throw new TypeError(`${fresh.status}`);
	await cache.put(address, fresh.clone());
	return fresh;
}
