import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shape } from './shaper.ts';

const BYTES = randomBytes(20_000);
const site = createServer((_, answer) => answer.end(BYTES));
let url: string;

beforeAll(async () => {
	await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
	url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(() => void site.close());

describe('a slow line', () => {
	it('takes as long as its bits and its round trips', async () => {
		const line = await shape(url, { rtt: 100, down: 800, up: 800 });
		const began = performance.now();
		const got = Buffer.from(await (await fetch(line.url)).arrayBuffer());
		const took = performance.now() - began;
		expect(got.equals(BYTES)).toBe(true);
		// 20 kB at 100 kB/s, a round trip to connect and one to ask
		expect(took).toBeGreaterThan(395);
		expect(took).toBeLessThan(1200);
		await line.close();
	});

	it('is one line for all connections, and mixes nothing up', async () => {
		const line = await shape(url, { rtt: 20, down: 1600, up: 800 });
		const began = performance.now();
		const all = await Promise.all(
			Array.from({ length: 4 }, async () => Buffer.from(await (await fetch(line.url)).arrayBuffer()))
		);
		expect(all.every((got) => got.equals(BYTES))).toBe(true);
		expect(performance.now() - began).toBeGreaterThan(395);
		expect(line.taken()).toBeGreaterThan(80_000);
		await line.close();
	});
});
