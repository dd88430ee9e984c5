import { afterEach, describe, expect, it, vi } from 'vitest';
import { httpTransport } from './http.ts';
import type { SyncRequest } from './protocol.ts';

const request = { v: 1, push: [], cursors: {}, proof: '' } as SyncRequest;
const json = { 'Content-Type': 'application/json' };

const replies = (status: number, body: string, headers: Record<string, string> = json) =>
	httpTransport('http://server', async () => new Response(body, { status, headers })).sync(
		request,
		'token'
	);

describe('what came of asking', () => {
	it.each([
		[200, '{"v":1}', { kind: 'answer', body: { v: 1 } }],
		[200, '<html>Sign in to Wi-Fi</html>', { kind: 'portal' }],
		[200, '', { kind: 'portal' }],
		[200, '"text"', { kind: 'portal' }],
		[200, '{"v":1,"ans', { kind: 'portal' }],
		[302, '<html>', { kind: 'portal' }],
		[401, '{"status":401}', { kind: 'unauthorized' }],
		[401, '<html>', { kind: 'portal' }],
		[403, '<html>', { kind: 'portal' }],
		[400, '{"status":400,"code":"shape"}', { kind: 'refused', status: 400, code: 'shape' }],
		[413, '{"status":413}', { kind: 'refused', status: 413, code: '' }],
		[429, '{"code":"too-many"}', { kind: 'refused', status: 429, code: 'too-many' }],
		[429, '{"status":429}', { kind: 'busy', retryAfterMs: 5000 }],
		[502, '<html>Bad gateway</html>', { kind: 'fault', status: 502 }],
		[500, '{"status":500}', { kind: 'fault', status: 500 }]
	])('%i %s', async (status, body, reply) => {
		expect(await replies(status, body)).toEqual(reply);
	});

	it('waits as long as a busy server asks', async () => {
		const headers = { ...json, 'Retry-After': '7' };
		expect(await replies(503, '{"busy":true}', headers)).toEqual({
			kind: 'busy',
			retryAfterMs: 7000
		});
	});

	it('is offline when there is no network or the answer is cut', async () => {
		const cut = httpTransport('', async () => {
			throw new TypeError('failed to fetch');
		});
		expect(await cut.sync(request, 'token')).toEqual({ kind: 'offline' });
	});

	describe('has patience', () => {
		afterEach(() => {
			vi.useRealTimers();
			vi.unstubAllGlobals();
		});
		const never: typeof fetch = (_url, init) =>
			new Promise((_, failed) =>
				init?.signal?.addEventListener('abort', () => failed(new DOMException('', 'AbortError')))
			);

		it('for a minute, and no longer, also in a browser of 2021', async () => {
			vi.useFakeTimers();
			vi.stubGlobal('AbortSignal', { prototype: AbortSignal.prototype });
			const done: unknown[] = [];
			void httpTransport('', never)
				.sync(request, 'token')
				.then((reply) => done.push(reply));
			await vi.advanceTimersByTimeAsync(59_000);
			expect(done).toEqual([]);
			await vi.advanceTimersByTimeAsync(2_000);
			expect(done).toEqual([{ kind: 'offline' }]);
		});
	});

	it('sends the token of the phone, and no cookie', async () => {
		let seen: RequestInit = {};
		const transport = httpTransport('', async (_url, init) => {
			seen = init ?? {};
			return new Response('{}', { status: 200 });
		});
		await transport.sync(request, 'secret');
		expect(seen.headers).toMatchObject({ Authorization: 'secret' });
		expect([seen.credentials, seen.cache, seen.redirect]).toEqual(['omit', 'no-store', 'manual']);
	});
});
