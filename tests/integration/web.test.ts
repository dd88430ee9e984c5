import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTwins } from '../../scripts/server/twins.mjs';
import { startServer, type Server } from '../support/server.ts';

const SCRIPT = `console.log(${JSON.stringify('yatiqaña '.repeat(200))});`;
const SOUND = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 251));
const PAGE = (name: string) =>
	`<!doctype html><title>${name}</title><p>${'suma qamaña '.repeat(100)}</p>`;

const FILES: Record<string, string | Buffer> = {
	'index.html': PAGE('home'),
	'404.html': PAGE('not here'),
	'ay/index.html': PAGE('ay'),
	'courses/index.html': PAGE('courses'),
	'service-worker.js': SCRIPT,
	'manifest.webmanifest': JSON.stringify({ name: 'Yatiqaña', icons: 'x'.repeat(400) }),
	'_app/version.json': '{"version":"1"}',
	'_app/immutable/entry/start.abc12345.js': SCRIPT,
	'_app/immutable/assets/app.abc12345.css': `body{color:#123}`.repeat(50),
	'_app/immutable/assets/andika.abc12345.woff2': SOUND,
	'library/lessons/agua.0123abcd.json': JSON.stringify({ a: 'b'.repeat(500) }),
	'library/pictures/cow.0123abcd.svg': `<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(400)}</svg>`,
	'audio/es/agua.0123abcd.opus': SOUND,
	'icons/icon.png': SOUND
};

let server: Server;
let web: string;

beforeAll(async () => {
	web = mkdtempSync(join(tmpdir(), 'yatiqana-web-'));
	for (const [path, content] of Object.entries(FILES)) {
		mkdirSync(dirname(join(web, path)), { recursive: true });
		writeFileSync(join(web, path), content);
	}
	writeFileSync(join(dirname(web), 'outside.txt'), 'secret');
	await makeTwins(web);
	server = await startServer({ web });
});
afterAll(async () => {
	await server.close();
	rmSync(web, { recursive: true });
});

interface Raw {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	bytes: Buffer;
}

/** Bytes as they come, and paths as they are written. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
	return new Promise((done, fail) => {
		const { hostname, port } = new URL(server.url);
		const ask = request({ hostname, port, path, method, headers }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () =>
				done({
					status: answer.statusCode ?? 0,
					headers: answer.headers,
					bytes: Buffer.concat(parts)
				})
			);
		});
		ask.on('error', fail);
		ask.end();
	});
}

const html = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('pages', () => {
	it.each([
		['/', 'home'],
		['/ay/', 'ay'],
		['/courses/', 'courses'],
		['/courses/?course=x', 'courses'],
		['/courses/index.html', 'courses']
	])('%s is a page of its own', async (path, title) => {
		const answer = await raw(path, html);
		expect(answer.status).toBe(200);
		expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(answer.headers['cache-control']).toBe('no-cache');
		expect(answer.bytes.toString()).toContain(`<title>${title}</title>`);
	});

	it('without its slash an address leads to the one with it, and keeps its question', async () => {
		const answer = await raw('/courses?course=agua&x=1', html);
		expect(answer.status).toBe(308);
		expect(answer.headers.location).toBe('/courses/?course=agua&x=1');
	});

	it('that are not there are 404 and our own page', async () => {
		for (const path of ['/nope/', '/courses/nope', '/_app/']) {
			const answer = await raw(path, html);
			expect(answer.status, path).toBe(404);
			expect(answer.bytes.toString()).toContain('<title>not here</title>');
			expect(answer.headers['cache-control']).toBe('no-cache');
		}
	});
});

describe('what is not there', () => {
	it.each([
		'/_app/immutable/entry/gone.js',
		'/library/lessons/gone.json',
		'/nope.js',
		'/index.html.br',
		'/_app/immutable/entry/start.abc12345.js.br',
		'/../outside.txt',
		'/%2e%2e/outside.txt',
		'/..%2foutside.txt',
		'/courses/..%2f..%2foutside.txt',
		'/.hidden',
		'/api/nope'
	])('%s is 404 and no page, never kept', async (path) => {
		const answer = await raw(path);
		expect([404, 301, 307]).toContain(answer.status);
		expect(answer.bytes.toString()).not.toContain('secret');
		if (answer.status !== 404) return; // the router cleans the path and asks again
		expect(answer.headers['content-type']).toBe('application/json');
		expect(JSON.parse(answer.bytes.toString())).toMatchObject({ status: 404 });
		expect(answer.headers['cache-control'] ?? '').not.toContain('immutable');
	});

	it('an unknown address of the API is JSON for a browser too', async () => {
		const answer = await raw('/api/nope', html);
		expect(answer.status).toBe(404);
		expect(answer.headers['content-type']).toBe('application/json');
		expect((await raw('/api/app/nope', {}, 'POST')).status).toBe(404);
	});
});

describe('types and caching', () => {
	it.each([
		['/service-worker.js', 'text/javascript; charset=utf-8', 'no-cache'],
		['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
		['/_app/version.json', 'application/json', 'no-cache'],
		['/icons/icon.png', 'image/png', 'no-cache'],
		['/_app/immutable/entry/start.abc12345.js', 'text/javascript; charset=utf-8', 'for ever'],
		['/_app/immutable/assets/app.abc12345.css', 'text/css; charset=utf-8', 'for ever'],
		['/_app/immutable/assets/andika.abc12345.woff2', 'font/woff2', 'for ever'],
		['/library/lessons/agua.0123abcd.json', 'application/json', 'for ever'],
		['/library/pictures/cow.0123abcd.svg', 'image/svg+xml', 'for ever'],
		['/audio/es/agua.0123abcd.opus', 'audio/ogg', 'for ever']
	])('%s is %s, kept %s', async (path, type, kept) => {
		const { headers } = await raw(path);
		expect(headers['content-type']).toBe(type);
		const immutable = 'public, max-age=31536000, immutable';
		expect(headers['cache-control']).toBe(kept === 'for ever' ? immutable : kept);
	});

	it('asks again and is told that nothing has changed', async () => {
		const first = await raw('/courses/');
		const since = String(first.headers['last-modified']);
		expect((await raw('/courses/', { 'If-Modified-Since': since })).status).toBe(304);
	});

	it('answers HEAD with the head', async () => {
		const answer = await raw('/courses/', {}, 'HEAD');
		expect(answer.status).toBe(200);
		expect(answer.bytes).toHaveLength(0);
	});
});

describe('compression', () => {
	const path = '/_app/immutable/entry/start.abc12345.js';

	it('sends brotli to whom can read it, gzip to the others, plain to the rest', async () => {
		const br = await raw(path, { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
		expect(br.headers['content-encoding']).toBe('br');
		expect(brotliDecompressSync(br.bytes).toString()).toBe(SCRIPT);
		const gz = await raw(path, { 'Accept-Encoding': 'gzip, deflate' });
		expect(gz.headers['content-encoding']).toBe('gzip');
		expect(gunzipSync(gz.bytes).toString()).toBe(SCRIPT);
		const plain = await raw(path, { 'Accept-Encoding': 'br;q=0' });
		expect(plain.headers['content-encoding']).toBeUndefined();
		expect(plain.bytes.toString()).toBe(SCRIPT);
		for (const answer of [br, gz, plain]) {
			expect(answer.headers.vary).toContain('Accept-Encoding');
			expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
		}
	});

	it('compresses pages too', async () => {
		const answer = await raw('/ay/', { ...html, 'Accept-Encoding': 'br' });
		expect(answer.headers['content-encoding']).toBe('br');
		expect(brotliDecompressSync(answer.bytes).toString()).toContain('<title>ay</title>');
	});

	it('leaves a part of a file alone', async () => {
		const headers = { Range: 'bytes=100-199', 'Accept-Encoding': 'gzip, br' };
		const sound = await raw('/audio/es/agua.0123abcd.opus', headers);
		expect(sound.status).toBe(206);
		expect(sound.headers['content-encoding']).toBeUndefined();
		expect(sound.headers['content-range']).toBe('bytes 100-199/5000');
		expect(sound.bytes.equals(SOUND.subarray(100, 200))).toBe(true);
		const last = await raw('/audio/es/agua.0123abcd.opus', { Range: 'bytes=-10' });
		expect(last.bytes.equals(SOUND.subarray(-10))).toBe(true);
		const text = await raw(path, headers);
		expect(text.bytes.equals(Buffer.from(SCRIPT).subarray(100, 200))).toBe(true);
		expect((await raw('/audio/es/agua.0123abcd.opus', { Range: 'bytes=9000-' })).status).toBe(416);
	});
});

describe('protection', () => {
	it('of a page says what a page cannot say of itself and leaves its own policy alone', async () => {
		const { headers } = await raw('/', html);
		const policy = String(headers['content-security-policy']);
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/script-src|default-src|style-src/);
	});

	it('of what else can run or be shown alone is the whole policy', async () => {
		for (const path of ['/service-worker.js', '/library/pictures/cow.0123abcd.svg']) {
			const { headers } = await raw(path);
			expect(headers['content-security-policy'], path).toContain("default-src 'self'");
		}
	});

	it('of pages is whole, found or not', async () => {
		for (const path of ['/', '/nope/']) {
			const { headers } = await raw(path, html);
			expect(headers['referrer-policy'], path).toBe('same-origin');
			expect(headers['x-frame-options'], path).toBe('DENY');
			expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
			expect(headers['permissions-policy'], path).toContain('geolocation=(), microphone=(self)');
			expect(headers['strict-transport-security'], path).toBeUndefined();
		}
		const tls = await raw('/', { 'X-Forwarded-Proto': 'https' });
		expect(tls.headers['strict-transport-security']).toBe('max-age=31536000');
	});

	it('lets no other site use a file, and no browser guess its type', async () => {
		for (const path of ['/', '/service-worker.js', '/icons/icon.png', '/nope/']) {
			const { headers } = await raw(path, html);
			expect(headers['x-content-type-options'], path).toBe('nosniff');
			expect(headers['cross-origin-resource-policy'], path).toBe('same-origin');
		}
	});

	it('costs a file of the app few words: a hundred of them travel on a slow line', async () => {
		const { headers } = await raw('/_app/immutable/entry/start.abc12345.js', {
			'Accept-Encoding': 'br'
		});
		const words = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
		expect(words.join('').length).toBeLessThan(480);
	});

	it('lets no other origin read the API', async () => {
		const answer = await raw('/api/health', { Origin: 'https://example.org' });
		expect(answer.headers['access-control-allow-origin']).toBeUndefined();
	});
});
