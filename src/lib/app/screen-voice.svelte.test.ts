import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScreenClips } from '#lib/library/screens.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { ScreenVoice } from './screen-voice.svelte.ts';
import type { Voice } from './voice.svelte.ts';

const clip = (src: string) => ({ src, seconds: 2, sentences: [[0, 2] satisfies [number, number]] });
const who = { lang: 'es', text: '¿Quién es?', second: 'Khitïtasa' } as const;
const come = { lang: 'es', text: 'Toque a quien llega.', second: 'Puriri limt’am' } as const;
const clips: ScreenClips = {
	es: { [who.text]: clip('/who-es.opus'), [come.text]: clip('/come-es.opus') },
	ay: { [who.second]: clip('/who-ay.webm') }
};

const press = vi.fn();
const speaker = (able = true) =>
	({ able: () => able, playing: () => false, press }) as unknown as Voice;
const opened = async (able = true) => {
	const screens = new ScreenVoice(speaker(able), async () => clips);
	await screens.load();
	return screens;
};
const srcs = () => press.mock.lastCall?.[1].map((line: { clip: { src: string } }) => line.clip.src);

describe('the voice of the screens', () => {
	beforeEach(() => {
		press.mockClear();
		overwriteGetLocale(() => 'es');
	});

	it('says a sentence by its very words', async () => {
		(await opened()).ear(who)?.onpress();
		expect(srcs()).toEqual(['/who-es.opus']);
	});

	it('says several sentences in the order of the screen', async () => {
		(await opened()).ear(come, who)?.onpress();
		expect(srcs()).toEqual(['/come-es.opus', '/who-es.opus']);
	});

	it('shows no ear where one of the sentences has no clip', async () => {
		const changed = { ...come, text: 'Toque a las que llegan.' };
		expect((await opened()).ear(who, changed)).toBeUndefined();
	});

	it('speaks Aymara on an Aymara screen where somebody recorded it, else Spanish, and says which', async () => {
		overwriteGetLocale(() => 'ay');
		const screens = await opened();
		const turned = ({ text, second }: { text: string; second: string }) =>
			({ lang: 'ay', text: second, second: text }) as const;
		const own = screens.ear(turned(who));
		own?.onpress();
		expect(srcs()).toEqual(['/who-ay.webm']);
		const both = screens.ear(turned(who), turned(come));
		both?.onpress();
		expect(srcs()).toEqual(['/who-es.opus', '/come-es.opus']);
		expect(both?.label).not.toBe(own?.label);
	});

	it('is silent before its lists are here and on a phone that does not play them', async () => {
		expect(new ScreenVoice(speaker()).ear(who)).toBeUndefined();
		expect((await opened(false)).ear(who)).toBeUndefined();
	});
});
