import { fail, ok, type Result } from '#lib/domain/shared/result.ts';

/** denied: the person or the phone said no · unable: this browser cannot record */
export type MicrophoneFault = 'denied' | 'unable';
/** soft, loud: she should come nearer, or hold it further away */
export type Level = 'good' | 'soft' | 'loud';
export interface Take {
	readonly audio: Blob;
	readonly seconds: number;
	readonly level: Level;
}

const TYPES = ['audio/ogg; codecs=opus', 'audio/webm; codecs=opus', 'audio/mp4'];
const SOFT = 0.08;
const LOUD = 0.98;

/** One recording at a time: 24 kbit/s, one channel, with the loudest moment measured beside it. */
export class Microphone {
	#stop: (() => Promise<Take>) | null = null;

	async start(): Promise<Result<null, MicrophoneFault>> {
		const type = TYPES.find((one) => globalThis.MediaRecorder?.isTypeSupported(one));
		if (!type || !navigator.mediaDevices) return fail('unable');
		let stream: MediaStream;
		try {
			stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
		} catch {
			return fail('denied');
		}
		this.#stop = begin(stream, type);
		return ok(null);
	}

	/** Ends what runs; null when nothing does. */
	async stop(): Promise<Take | null> {
		const stop = this.#stop;
		this.#stop = null;
		return stop ? await stop() : null;
	}
}

function begin(stream: MediaStream, mimeType: string): () => Promise<Take> {
	const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 24_000 });
	const parts: Blob[] = [];
	recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
	const peak = listen(stream);
	const began = performance.now();
	recorder.start();
	return () =>
		new Promise((done) => {
			recorder.addEventListener('stop', () => {
				const loudest = peak();
				for (const track of stream.getTracks()) track.stop();
				const level = loudest < SOFT ? 'soft' : loudest > LOUD ? 'loud' : 'good';
				const seconds = Math.round(performance.now() - began) / 1000;
				done({ audio: new Blob(parts, { type: mimeType }), seconds, level });
			});
			recorder.stop();
		});
}

/** Watches the loudest moment, 0–1; the answer ends it and tells. */
function listen(stream: MediaStream): () => number {
	const context = new AudioContext();
	const analyser = context.createAnalyser();
	context.createMediaStreamSource(stream).connect(analyser);
	const wave = new Float32Array(analyser.fftSize);
	let loudest = 0;
	const look = setInterval(() => {
		analyser.getFloatTimeDomainData(wave);
		for (const sample of wave) loudest = Math.max(loudest, Math.abs(sample));
	}, 40);
	return () => {
		clearInterval(look);
		void context.close();
		return loudest;
	};
}
