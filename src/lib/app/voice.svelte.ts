import type { Clip } from '#lib/domain/course/lesson.ts';

/** A line to be heard; the key says which line of the screen it is. */
export interface Heard {
	readonly key: string;
	readonly clip: Clip;
}

/** still: nothing was asked for · away: the clip is neither on this phone nor in reach */
type VoiceState = 'still' | 'playing' | 'paused' | 'away';

const STEP_BACK = 5;
/** Slower than this a voice sounds drunk. */
const SLOW = 0.85;

/**
 * The one voice of the app: it says one line after the other, and whoever starts another line stops the one before.
 * Times are seconds of the clips, whatever the speed.
 */
export class Voice {
	readonly #make: () => HTMLAudioElement;
	#audio: HTMLAudioElement | null = null;
	#asked: string | null = $state(null);
	#lines: readonly Heard[] = $state.raw([]);
	#place = $state(0);
	#seconds = $state(0);
	#state: VoiceState = $state('still');
	#slow = $state(false);
	#frame = 0;

	constructor(make: () => HTMLAudioElement = () => new Audio()) {
		this.#make = make;
	}

	get state(): VoiceState {
		return this.#state;
	}
	/** What was pressed: one line, or all of a screen. */
	get asked(): string | null {
		return this.#asked;
	}
	get slow(): boolean {
		return this.#slow;
	}
	/** Seconds heard of what was asked for, and how many there are. */
	get heard(): { at: number; of: number } {
		const sum = (lines: readonly Heard[]) => lines.reduce((all, { clip }) => all + clip.seconds, 0);
		return {
			at: sum(this.#lines.slice(0, this.#place)) + this.#seconds,
			of: sum(this.#lines)
		};
	}

	/** Whether this browser plays what the courses are recorded in; older iPhones do not. */
	able(): boolean {
		return this.#element().canPlayType('audio/ogg; codecs=opus') !== '';
	}

	playing(asked: string): boolean {
		return this.#state === 'playing' && this.#asked === asked;
	}

	/** Which sentence of this line is being said; null while it is silent. */
	sentence(key: string): number | null {
		const line = this.#lines[this.#place];
		if (this.#state !== 'playing' || line?.key !== key) return null;
		const begun = line.clip.sentences.filter(([begin]) => begin <= this.#seconds).length;
		return begun ? begun - 1 : null;
	}

	/** The button beside a line, or that of a screen: starts, pauses, goes on. */
	press(asked: string, lines: readonly Heard[]): void {
		if (this.playing(asked)) return this.pause();
		if (this.#asked === asked && this.#state === 'paused') return this.resume();
		this.#asked = asked;
		this.#lines = lines;
		this.#say(0);
	}

	pause(): void {
		this.#audio?.pause();
		cancelAnimationFrame(this.#frame);
		if (this.#state === 'playing') this.#state = 'paused';
	}

	/** On from where it was paused. */
	resume(): void {
		if (this.#state === 'paused') this.#run();
	}

	/** Once more from the start. */
	again(): void {
		if (this.#lines.length) this.#say(0);
	}

	/** Some seconds back, also into the line before. */
	back(): void {
		const { at } = this.heard;
		let left = Math.max(0, at - STEP_BACK);
		let place = 0;
		for (const { clip } of this.#lines) {
			if (left < clip.seconds || place === this.#lines.length - 1) break;
			left -= clip.seconds;
			place++;
		}
		if (place !== this.#place) this.#say(place, left);
		else if (this.#audio) this.#audio.currentTime = this.#seconds = left;
	}

	toggleSpeed(): void {
		this.#slow = !this.#slow;
		if (this.#audio) this.#audio.playbackRate = this.#rate;
	}

	/** The screen is left: silence, and nothing to go on with. */
	stop(): void {
		this.pause();
		this.#asked = null;
		this.#lines = [];
		this.#place = this.#seconds = 0;
		this.#state = 'still';
	}

	get #rate(): number {
		return this.#slow ? SLOW : 1;
	}

	#element(): HTMLAudioElement {
		if (this.#audio) return this.#audio;
		const audio = this.#make();
		audio.addEventListener('ended', () => this.#next());
		audio.addEventListener('error', () => {
			if (this.#state === 'playing') this.#state = 'away';
		});
		return (this.#audio = audio);
	}

	#say(place: number, from = 0): void {
		const line = this.#lines[place];
		if (!line) return this.stop();
		const audio = this.#element();
		this.#place = place;
		this.#seconds = from;
		audio.src = line.clip.src;
		audio.currentTime = from;
		this.#run();
	}

	#run(): void {
		const audio = this.#element();
		this.#state = 'playing';
		audio.defaultPlaybackRate = audio.playbackRate = this.#rate;
		// refused without a touch, or cut off by the next line: the button shows what is true
		audio.play().catch(() => {
			if (audio.paused && this.#state === 'playing' && !audio.error) this.#state = 'paused';
		});
		this.#follow();
	}

	#next(): void {
		if (this.#state !== 'playing') return;
		if (this.#place + 1 < this.#lines.length) return this.#say(this.#place + 1);
		cancelAnimationFrame(this.#frame);
		this.#state = 'still';
		this.#place = this.#seconds = 0;
		this.#asked = null;
	}

	// the time event comes four times a second, too seldom for a short sentence
	#follow(): void {
		cancelAnimationFrame(this.#frame);
		this.#frame = requestAnimationFrame(() => {
			if (this.#state !== 'playing' || !this.#audio) return;
			this.#seconds = this.#audio.currentTime;
			this.#follow();
		});
	}
}
