import { describe, expect, it } from 'vitest';
import { inRange } from './range.ts';

const whole = () => new Response('0123456789', { headers: { 'content-type': 'audio/ogg' } });
const asking = (range?: string) =>
	new Request('http://phone/clip.opus', range ? { headers: { range } } : {});

describe('a part of a kept clip', () => {
	it.each([
		['bytes=0-1', '01', 'bytes 0-1/10'],
		['bytes=4-', '456789', 'bytes 4-9/10'],
		['bytes=7-99', '789', 'bytes 7-9/10'],
		['bytes=-3', '789', 'bytes 7-9/10']
	])('%s', async (range, text, said) => {
		const answer = await inRange(asking(range), whole());
		expect([answer.status, await answer.text()]).toEqual([206, text]);
		expect(answer.headers.get('content-range')).toBe(said);
		expect(answer.headers.get('content-type')).toBe('audio/ogg');
	});

	it('is refused behind the end', async () => {
		const answer = await inRange(asking('bytes=10-'), whole());
		expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */10']);
	});

	it('is the whole clip for whoever asks for no part, or for several', async () => {
		expect((await inRange(asking(), whole())).status).toBe(200);
		expect((await inRange(asking('bytes=0-1,4-5'), whole())).status).toBe(200);
	});
});
