import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Pack } from '../lib/domain/course/pack.ts';
import { answerPack } from './packs.ts';

/** Caches of a phone, by name and address, and a server that counts what it is asked for. */
const phone = new Map<string, Map<string, Response>>();
const server = new Map<string, string>();
let asked: string[];
const full = (address: string) => `http://phone${address}`;
const addressOf = (key: Request | string) =>
	new URL(typeof key === 'string' ? key : key.url, 'http://phone').pathname;

function open(name: string) {
	const kept = phone.get(name) ?? new Map<string, Response>();
	phone.set(name, kept);
	return {
		match: async (key: Request | string) => kept.get(addressOf(key))?.clone(),
		put: async (key: Request | string, answer: Response) => void kept.set(addressOf(key), answer),
		delete: async (key: Request | string) => kept.delete(addressOf(key)),
		keys: async () => [...kept.keys()].map((address) => new Request(full(address)))
	};
}
const here = (name = 'library') => [...(phone.get(name)?.keys() ?? [])].sort();

const file = (address: string, text: string, voice?: true) => ({
	address,
	bytes: text.length,
	sha256: createHash('sha256').update(text).digest('hex'),
	...(voice && { voice })
});
function offer(address: string, course: string, files: Pack['files']) {
	server.set(address, JSON.stringify({ course, language: 'es', files } satisfies Pack));
	return address;
}

beforeEach(() => {
	phone.clear();
	server.clear();
	asked = [];
	vi.stubGlobal('caches', { open: async (name: string) => open(name) });
	vi.stubGlobal('fetch', async (address: string) => {
		asked.push(address);
		const body = server.get(address);
		return body === undefined ? new Response('', { status: 404 }) : new Response(body);
	});
	for (const clip of ['a', 'b', 'c']) server.set(`/${clip}.opus`, `clip ${clip}`);
	server.set('/lesson.json', '{}');
});

describe('a pack', () => {
	const lesson = file('/lesson.json', '{}');
	const clips = ['a', 'b'].map((name) => file(`/${name}.opus`, `clip ${name}`, true));
	const dairy = () => offer('/dairy.1.json', 'dairy', [...clips, lesson]);

	it('says its size before anybody asks for it', async () => {
		expect(await answerPack('look', dairy())).toEqual({
			here: 0,
			of: 3,
			bytes: 12,
			missing: 14,
			wanted: false
		});
		expect(asked).toEqual(['/dairy.1.json']);
	});

	it('brings what is missing and fetches nothing twice', async () => {
		open('library').put('/a.opus', new Response('clip a'));
		const state = await answerPack('more', dairy());
		expect(state).toMatchObject({ here: 3, missing: 0, wanted: true });
		expect(asked.sort()).toEqual(['/b.opus', '/dairy.1.json', '/lesson.json']);
	});

	it('keeps what arrived before the line was cut', async () => {
		server.delete('/b.opus');
		expect(await answerPack('more', dairy())).toMatchObject({ fault: 'away', wanted: true });
		expect(here()).toContain('/a.opus');
	});

	it('does not keep a file whose bytes are not those of the list, and asks once past all caches', async () => {
		server.set('/b.opus', 'something else');
		expect(await answerPack('more', dairy())).toMatchObject({ fault: 'broken' });
		expect(here()).not.toContain('/b.opus');
		expect(asked.filter((address) => address === '/b.opus')).toHaveLength(2);
	});

	it('says that there is no room', async () => {
		const address = dairy();
		await answerPack('look', address);
		vi.stubGlobal('caches', {
			open: async (name: string) => ({
				...open(name),
				put: async (key: string) => {
					if (key.endsWith('.opus')) throw new DOMException('full', 'QuotaExceededError');
				}
			})
		});
		expect(await answerPack('more', address)).toMatchObject({ fault: 'full' });
	});

	it('goes when somebody says so: its voice, not its texts, and no clip that another pack holds', async () => {
		await answerPack('more', dairy());
		await answerPack('more', offer('/feeding.1.json', 'feeding', clips.slice(0, 1)));
		expect(await answerPack('drop', '/dairy.1.json')).toMatchObject({ wanted: false });
		expect(here()).toEqual(['/a.opus', '/dairy.1.json', '/feeding.1.json', '/lesson.json']);
	});

	it('stays through a new version, which takes only what it no longer says once it is whole', async () => {
		await answerPack('more', dairy());
		const next = [file('/a.opus', 'clip a', true), file('/c.opus', 'clip c', true), lesson];
		const renewed = offer('/dairy.2.json', 'dairy', next);
		expect(await answerPack('look', renewed)).toMatchObject({ wanted: true, missing: 6 });
		expect(here()).toContain('/b.opus');
		await answerPack('more', renewed);
		expect(here('library').filter((address) => address.endsWith('.opus'))).toEqual([
			'/a.opus',
			'/c.opus'
		]);
		expect(here('packs')).toEqual(['/dairy.2.json']);
	});
});
