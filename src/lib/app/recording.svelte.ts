import { BUNDLE_FORMAT, type BundleManifest } from '#lib/domain/course/bundle.ts';
import type { Lesson } from '#lib/domain/course/lesson.ts';
import { linesOf, type Line } from '#lib/domain/course/lines.ts';
import { tarOf } from '#lib/domain/course/tar.ts';
import { dayAt } from '#lib/domain/shared/day.ts';
import type { Reader, Recording, Recordings } from '#lib/store/recordings.ts';
import { Microphone, type MicrophoneFault, type Take } from './microphone.ts';

/** A line to be read aloud, with the Spanish below it and the hash its clip is found by. */
export interface Reading extends Line {
	readonly key: string;
	readonly spanish: string;
}

/** First 16 hexadecimal digits of the sha-256 of a text, as the content build counts them. */
async function textKey(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	const bytes = Array.from(new Uint8Array(digest).slice(0, 8));
	return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The Aymara lines of a lesson, each once. */
async function readingsOf(lesson: Lesson): Promise<Reading[]> {
	const spanish = linesOf(lesson, 'es');
	const lines = linesOf(lesson, 'ay').map(async (line, place): Promise<Reading> => {
		return { ...line, key: await textKey(line.text), spanish: spanish[place]?.text ?? '' };
	});
	const all = await Promise.all(lines);
	return all.filter(({ key }, place) => all.findIndex((one) => one.key === key) === place);
}

type Shelf = Pick<Recordings, 'reader' | 'setReader' | 'keep' | 'of' | 'all' | 'forget'>;
type Ears = Pick<Microphone, 'start' | 'stop'>;

/** The recorder of this phone, ready with whoever reads; the database is loaded here and not before. */
export async function openRecorder(): Promise<Recorder> {
	const { Recordings } = await import('#lib/store/recordings.ts');
	const recorder = new Recorder(new Recordings());
	await recorder.open();
	return recorder;
}

/** Somebody reads a lesson aloud, line by line. What she accepted is on the phone before the next line comes. */
export class Recorder {
	readonly #microphone: Ears;
	readonly #shelf: Shelf;
	#reader: Reader | undefined = $state.raw();
	#lesson: Lesson | undefined = $state.raw();
	#readings: readonly Reading[] = $state.raw([]);
	#kept: readonly Recording[] = $state.raw([]);
	#place = $state(0);
	#take: Take | null = $state.raw(null);
	#state: 'still' | 'recording' | MicrophoneFault | 'full' = $state('still');

	constructor(shelf: Shelf, microphone: Ears = new Microphone()) {
		this.#shelf = shelf;
		this.#microphone = microphone;
	}

	get reader(): Reader | undefined {
		return this.#reader;
	}
	get state() {
		return this.#state;
	}
	/** What was recorded last and waits for her word. */
	get take(): Take | null {
		return this.#take;
	}
	get line(): Reading | undefined {
		return this.#readings[this.#place];
	}
	/** Lines of this lesson, and how many of them are recorded. */
	get count(): { done: number; of: number } {
		const done = this.#readings.filter(({ key }) => this.#find(key)).length;
		return { done, of: this.#readings.length };
	}
	/** What is to be heard: the new take, else what was accepted before. */
	get audio(): Blob | undefined {
		return this.#take?.audio ?? (this.line && this.#find(this.line.key)?.audio);
	}

	/** Who reads, if somebody has agreed on this phone. */
	async open(): Promise<void> {
		this.#reader = await this.#shelf.reader();
	}

	async agree(name: string): Promise<void> {
		const reader = { name: name.trim(), day: dayAt(Date.now()) };
		await this.#shelf.setReader(reader);
		this.#reader = reader;
	}

	/** Opens a lesson at its first line without a recording. */
	async choose(lesson: Lesson): Promise<void> {
		const kept = await this.#shelf.of(lesson.id);
		this.#readings = await readingsOf(lesson);
		this.#kept = kept;
		this.#lesson = lesson;
		const first = this.#readings.findIndex(({ key }) => !this.#find(key));
		this.go(first < 0 ? 0 : first);
	}

	go(place: number): void {
		this.#place = Math.min(Math.max(place, 0), Math.max(this.#readings.length - 1, 0));
		this.#take = null;
		this.#state = 'still';
	}

	step(by: 1 | -1): void {
		this.go(this.#place + by);
	}

	/** The one round button: begins, and ends. */
	async press(): Promise<void> {
		if (this.#state === 'recording') {
			this.#state = 'still';
			this.#take = await this.#microphone.stop();
			return;
		}
		this.#take = null;
		const begun = await this.#microphone.start();
		this.#state = begun.ok ? 'recording' : begun.error;
	}

	/** She is content: the line is kept and the next one comes. */
	async accept(): Promise<void> {
		const { line } = this;
		const [take, lesson] = [this.#take, this.#lesson];
		if (!line || !take || !lesson) return;
		const recording: Recording = {
			...{ key: line.key, lesson: lesson.id, where: line.where, line: line.line },
			...{ audio: take.audio, seconds: take.seconds, day: dayAt(Date.now()) }
		};
		try {
			await this.#shelf.keep(recording);
		} catch {
			this.#state = 'full';
			return;
		}
		this.#kept = [...this.#kept.filter(({ key }) => key !== line.key), recording];
		this.step(1);
	}

	#find(key: string): Recording | undefined {
		return this.#kept.find((one) => one.key === key);
	}

	/** Leaves nothing running. */
	async leave(): Promise<void> {
		if (this.#state === 'recording') await this.#microphone.stop();
		this.#state = 'still';
	}

	/** Everything accepted on this phone as one file; null without a reader or a recording. */
	async bundle(): Promise<Blob | null> {
		const [reader, clips] = [this.#reader, await this.#shelf.all()];
		if (!reader || !clips.length) return null;
		const named = clips.map((clip) => ({ clip, file: `${clip.key}.${endOf(clip.audio.type)}` }));
		const manifest: BundleManifest = {
			format: BUNDLE_FORMAT,
			language: 'ay',
			reader: reader.name,
			consent: { licence: 'CC-BY-4.0', day: reader.day },
			clips: named.map(({ clip: { key, lesson, where, line, seconds, day }, file }) => {
				return { lesson, where, line, text: key, file, seconds, day };
			})
		};
		const files = await Promise.all(
			named.map(async ({ clip, file }) => {
				return { name: file, bytes: new Uint8Array(await clip.audio.arrayBuffer()) };
			})
		);
		const told = new TextEncoder().encode(JSON.stringify(manifest, null, '\t'));
		const tar = tarOf([{ name: 'manifest.json', bytes: told }, ...files]);
		return new Blob([tar], { type: 'application/x-tar' });
	}

	/** Handed over, or she changed her mind: her voice and her name leave this phone. */
	async forget(): Promise<void> {
		await this.#shelf.forget();
		this.#reader = undefined;
		this.#kept = [];
		this.#take = null;
	}
}

const endOf = (type: string) =>
	type.startsWith('audio/ogg') ? 'opus' : type.startsWith('audio/mp4') ? 'm4a' : 'webm';
