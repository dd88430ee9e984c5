import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Voice as Clips } from '#lib/domain/course/lesson.ts';
import { LessonVoice } from './lesson-voice.svelte.ts';
import { Voice } from './voice.svelte.ts';

/** An audio element that plays nothing and lets the test say what time it is. */
class Deck extends EventTarget {
	src = '';
	currentTime = 0;
	playbackRate = 1;
	defaultPlaybackRate = 1;
	paused = true;
	error: MediaError | null = null;
	canPlayType = () => 'probably';
	async play() {
		this.paused = false;
	}
	pause() {
		this.paused = true;
	}
	end() {
		this.dispatchEvent(new Event('ended'));
	}
}

let deck: Deck;
let voice: Voice;
let frame: FrameRequestCallback = () => {};
const at = (seconds: number) => {
	deck.currentTime = seconds;
	frame(0);
};
const clip = (src: string, seconds = 10, sentences: [number, number][] = [[0, seconds]]) => ({
	src,
	seconds,
	sentences
});

beforeEach(() => {
	vi.stubGlobal('requestAnimationFrame', (now: FrameRequestCallback) => {
		frame = now;
		return 1;
	});
	vi.stubGlobal('cancelAnimationFrame', () => {});
	deck = new Deck();
	voice = new Voice(() => deck as unknown as HTMLAudioElement);
});

describe('the voice', () => {
	const lines = [
		{ key: 'a', clip: clip('/a.opus') },
		{ key: 'b', clip: clip('/b.opus') }
	];

	it('says one line after the other and is still at the end', () => {
		voice.press('screen', lines);
		expect(deck.src).toBe('/a.opus');
		deck.end();
		expect(deck.src).toBe('/b.opus');
		expect(voice.playing('screen')).toBe(true);
		deck.end();
		expect(voice.state).toBe('still');
	});

	it('pauses and goes on with a second and a third press', () => {
		voice.press('screen', lines);
		at(4);
		voice.press('screen', lines);
		expect([voice.state, deck.paused]).toEqual(['paused', true]);
		voice.press('screen', lines);
		expect([voice.state, deck.currentTime]).toEqual(['playing', 4]);
	});

	it('is one: another line stops the one before', () => {
		voice.press('a', lines.slice(0, 1));
		voice.press('b', lines.slice(1));
		expect([voice.playing('a'), voice.playing('b'), deck.src]).toEqual([false, true, '/b.opus']);
	});

	it('goes five seconds back, also into the line before', () => {
		voice.press('screen', lines);
		deck.end();
		at(2);
		expect(voice.heard).toEqual({ at: 12, of: 20 });
		voice.back();
		expect([deck.src, deck.currentTime]).toEqual(['/a.opus', 7]);
	});

	it('speaks slower when asked, also the next line', () => {
		voice.press('screen', lines);
		voice.toggleSpeed();
		deck.end();
		expect(deck.playbackRate).toBe(0.85);
	});

	it('says that a clip is out of reach', () => {
		voice.press('screen', lines);
		deck.dispatchEvent(new Event('error'));
		expect(voice.state).toBe('away');
	});

	it('is silent when its screen is left', () => {
		voice.press('screen', lines);
		voice.stop();
		expect([voice.state, deck.paused, voice.asked]).toEqual(['still', true, null]);
	});
});

describe('the voice of a lesson', () => {
	const spoken: Clips = {
		b1: [
			clip('/b1a.opus', 9, [
				[0, 4],
				[4.5, 9]
			]),
			clip('/b1b.opus')
		],
		'b1.steps.a': [clip('/step.opus')],
		q1: [clip('/q1.opus')],
		'q1.options.a': [clip('/option.opus')],
		'q1.options.a.why': [clip('/why.opus')]
	};
	const text = {
		es: 'Lave el balde. Séquelo bien.\nGuárdelo.',
		ay: 'Wallti jariqam. Wañsum.\nImam.'
	};
	const open = async () => {
		const lesson = new LessonVoice(voice);
		await lesson.load(async () => new Response(JSON.stringify(spoken)), { voice: { es: '/es' } });
		return lesson;
	};

	it('has an ear for every text that somebody says, and none for the others', async () => {
		const lesson = await open();
		expect(lesson.ear('b1', 'es', 1)?.playing).toBe(false);
		expect(lesson.ear('b1', 'ay', 0)).toBeUndefined();
		expect(lesson.ear('b2', 'es')).toBeUndefined();
	});

	it('marks the sentence that is being said, in both languages', async () => {
		const lesson = await open();
		lesson.ear('b1', 'es', 0)?.onpress();
		at(5);
		const mark = (shown: 'es' | 'ay') => lesson.spoken('b1', 0, { text, shown });
		expect([mark('es'), mark('ay')]).toEqual(['Séquelo bien.', 'Wañsum.']);
		expect(lesson.spoken('b1', 1, { text, shown: 'es' })).toBeUndefined();
	});

	it('reads a screen whole, but no reason before it is due', async () => {
		const lesson = await open();
		lesson.screen('q1')?.onpress();
		expect(voice.heard.of).toBe(20);
		lesson.screen('b1')?.onpress();
		expect(voice.heard.of).toBe(29);
	});

	it('is silent on a phone that cannot play the clips', async () => {
		deck.canPlayType = () => '';
		expect((await open()).screen('b1')).toBeUndefined();
	});
});
