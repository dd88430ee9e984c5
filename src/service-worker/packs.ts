/// <reference lib="webworker" />
/**
 * The voice of a course, fetched when somebody asks for it. The page asks for a few files at a time and waits for the
 * answer, so that a worker which the browser stops loses nothing and a pause is a page that does not ask again.
 * Files lie under addresses that hold their content's hash, beside the lessons: no new version takes one away.
 */
import {
	isWhole,
	weightOf,
	type Pack,
	type PackFault,
	type PackFile,
	type PackState
} from '../lib/domain/course/pack.ts';
import { LIBRARY } from './library.ts';

/** Lists of the packs that somebody asked for; a list of an older version stays until the newer one is whole. */
const WANTED = 'packs';
const AT_ONCE = 8;

export async function answerPack(
	ask: unknown,
	address: string
): Promise<PackState | { fault: PackFault }> {
	try {
		const pack = await listAt(address);
		if (ask === 'more') return await fetchSome(address, pack);
		if (ask === 'drop') await drop(pack);
		return await look(pack);
	} catch (fault) {
		return { fault: faultOf(fault) };
	}
}

const faultOf = (fault: unknown): PackFault => {
	if (fault instanceof DOMException && fault.name === 'QuotaExceededError') return 'full';
	return fault instanceof RangeError ? 'broken' : 'away';
};

async function listAt(address: string): Promise<Pack> {
	const cache = await caches.open(LIBRARY);
	const here = await cache.match(address);
	if (here) return here.json();
	const fresh = await fetch(address);
	if (!fresh.ok) throw new TypeError(`${fresh.status}`);
	await cache.put(address, fresh.clone());
	return fresh.json();
}

async function look(pack: Pack, fault?: PackFault): Promise<PackState> {
	const { lacking, here } = await compare(pack);
	const wanted = await recordsOf(pack);
	const state: PackState = {
		here,
		of: pack.files.length,
		bytes: weightOf(pack.files.filter(({ voice }) => voice)),
		missing: weightOf(lacking),
		wanted: wanted.length > 0
	};
	return fault ? { ...state, fault } : state;
}

async function compare(pack: Pack): Promise<{ lacking: PackFile[]; here: number }> {
	const cache = await caches.open(LIBRARY);
	const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	const lacking = pack.files.filter(({ address }) => !kept.has(address));
	return { lacking, here: pack.files.length - lacking.length };
}

/** The next few files; texts and pictures first, so that what is read is never behind what is heard. */
async function fetchSome(address: string, pack: Pack): Promise<PackState> {
	const wanted = await caches.open(WANTED);
	await wanted.put(address, Response.json(pack));
	const { lacking } = await compare(pack);
	const next = [...lacking].sort((a, b) => Number(a.voice ?? 0) - Number(b.voice ?? 0));
	// all of them end before the answer: what arrived beside a failure counts
	const ends = await Promise.allSettled(next.slice(0, AT_ONCE).map(keepWhole));
	const failed = ends.find((end) => end.status === 'rejected');
	if (failed) return look(pack, faultOf(failed.reason));
	const state = await look(pack);
	if (isWhole(state)) await forgetOlder(address, pack);
	return state;
}

/** Keeps a file only when its bytes are the ones of the list. */
async function keepWhole(file: PackFile): Promise<void> {
	const cache = await caches.open(LIBRARY);
	for (const how of ['default', 'reload'] as const) {
		const fresh = await fetch(file.address, { cache: how });
		if (!fresh.ok) throw new TypeError(`${fresh.status}`);
		const body = await fresh.arrayBuffer();
		if ((await sha256(body)) !== file.sha256) continue;
		return cache.put(file.address, new Response(body, { headers: fresh.headers }));
	}
	throw new RangeError(file.address);
}

async function sha256(body: ArrayBuffer): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Lists of this course and language that were asked for, of any version. */
async function recordsOf({ course, language }: Pack): Promise<[Request, Pack][]> {
	const all = await records();
	return all.filter(([, pack]) => pack.course === course && pack.language === language);
}

async function records(): Promise<[Request, Pack][]> {
	const wanted = await caches.open(WANTED);
	const keys = await wanted.keys();
	return Promise.all(
		keys.map(async (key): Promise<[Request, Pack]> => [
			key,
			await (await wanted.match(key))?.json()
		])
	);
}

/** The pack is whole: what only an older version of it held goes. */
async function forgetOlder(address: string, pack: Pack): Promise<void> {
	const older = (await recordsOf(pack)).filter(([key]) => new URL(key.url).pathname !== address);
	await forget(older);
}

/** Takes the voice away; texts and pictures stay, they are kept for everybody. */
async function drop(pack: Pack): Promise<void> {
	await forget(await recordsOf(pack));
	await forgetFiles(pack.files);
}

async function forget(lists: [Request, Pack][]): Promise<void> {
	const wanted = await caches.open(WANTED);
	for (const [key, pack] of lists) {
		await wanted.delete(key);
		await forgetFiles(pack.files);
	}
}

/** Deletes the clips that no other wanted pack holds: two courses may say the same sentence. */
async function forgetFiles(files: PackFile[]): Promise<void> {
	const cache = await caches.open(LIBRARY);
	const needed = new Set(
		(await records()).flatMap(([, { files: own }]) => own).map((f) => f.address)
	);
	for (const { address, voice } of files)
		if (voice && !needed.has(address)) await cache.delete(address);
}
