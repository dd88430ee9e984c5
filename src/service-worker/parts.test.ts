import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Listed } from './list.ts';
import { Parts } from './parts.ts';

const ORIGIN = 'https://yatiqana.example';
const absolute = (key: string | { url: string }) =>
	new URL(typeof key === 'string' ? key : key.url, ORIGIN).href;
const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** As much of a browser's cache as a part needs. */
class FakeCache {
	readonly kept = new Map<string, Response>();
	match = async (key: string) => this.kept.get(absolute(key))?.clone();
	put = async (key: string, answer: Response) => void this.kept.set(absolute(key), answer);
	keys = async () => [...this.kept.keys()].map((url) => ({ url }));
	delete = async (key: { url: string }) => this.kept.delete(key.url);
}

let cache: FakeCache;
let server: Map<string, string>;
let asked: string[];
beforeEach(() => {
	cache = new FakeCache();
	server = new Map();
	asked = [];
	vi.stubGlobal('location', { href: `${ORIGIN}/service-worker.js` });
	vi.stubGlobal('caches', { open: async () => cache });
	// a browser refuses bytes that are not those of `integrity`
	vi.stubGlobal('fetch', async (url: string, { integrity }: { integrity: string }) => {
		asked.push(url);
		const text = server.get(url);
		if (text !== undefined && hash(text) !== integrity) throw new TypeError('Failed to fetch');
		return new Response(text ?? '', { status: text === undefined ? 404 : 200 });
	});
});

const file = (
	url: string,
	text: string,
	parts: string[],
	revision: string | null = null
): Listed => {
	server.set(url, text);
	return { url, revision, parts, integrity: hash(text) };
};
const page = () => {
	const heard: unknown[] = [];
	return {
		heard,
		asker: { postMessage: (said: unknown) => heard.push(said) } as unknown as Client
	};
};

describe('a part of the app', () => {
	it('is fetched when it is asked for, and only what belongs to it', async () => {
		const files = [file('/a.js', 'a', ['office', 'promoter']), file('/b.js', 'b', ['promoter'])];
		const parts = new Parts(files);
		const { heard, asker } = page();
		expect(await parts.keeps('office')).toBe(false);
		await parts.keep('office', asker);
		expect(asked).toEqual(['/a.js']);
		expect(await parts.keeps('office')).toBe(true);
		expect(await (await parts.answer('/a.js'))?.text()).toBe('a');
		expect(await parts.answer('/b.js')).toBeUndefined();
		expect(heard).toEqual([{ kind: 'part-kept', part: 'office' }]);
	});

	it('is not kept with other bytes than those of the build, nor with a file missing', async () => {
		const parts = new Parts([file('/a.js', 'a', ['office']), file('/b.js', 'b', ['office'])]);
		server.set('/a.js', 'somebody else’s');
		const { heard, asker } = page();
		await parts.keep('office', asker);
		expect(await parts.keeps('office')).toBe(false);
		expect(await parts.answer('/a.js')).toBeUndefined();
		expect(heard).toEqual([]);

		server.set('/a.js', 'a');
		asked = [];
		await parts.keep('office', asker);
		expect(asked).toEqual(['/a.js']); // the other is here
		expect(await parts.keeps('office')).toBe(true);
	});

	it('goes on being kept by the next version, which takes away what it does not name', async () => {
		await new Parts([file('/a.js', 'a', ['office']), file('/x.svg', 'old', ['office'], '1')]).keep(
			'office',
			null
		);
		asked = [];
		const next = new Parts([
			file('/c.js', 'c', ['office']),
			file('/x.svg', 'new', ['office'], '2')
		]);
		await next.install();
		expect(asked.sort()).toEqual(['/c.js', '/x.svg']);
		await next.activate();
		expect([...cache.kept.keys()].sort()).toEqual([
			`${ORIGIN}/c.js`,
			`${ORIGIN}/x.svg?rev=2`,
			`${ORIGIN}/~part/office`
		]);
		expect(await (await next.answer('/x.svg'))?.text()).toBe('new');
	});

	it('that cannot be had lets the next version wait; a phone without parts waits for nothing', async () => {
		const files = [file('/a.js', 'a', ['office'])];
		await new Parts(files).install();
		expect(asked).toEqual([]);
		await new Parts(files).keep('office', null);
		const next = new Parts([file('/c.js', 'c', ['office'])]);
		server.delete('/c.js');
		await expect(next.install()).rejects.toThrow('a part is missing');
	});
});
