import { describe, expect, it } from 'vitest';
import { filesOf } from '#lib/domain/course/tar.ts';
import type { Lesson } from '#lib/domain/course/lesson.ts';
import { ok, fail } from '#lib/domain/shared/result.ts';
import type { Reader, Recording } from '#lib/store/recordings.ts';
import type { Take } from './microphone.ts';
import { Recorder } from './recording.svelte.ts';

const lesson = {
	id: 'dairy-clean-milking',
	title: { es: 'Ordeño limpio', ay: 'Q’uma ch’awaña' },
	blocks: [
		{ id: 'b1', kind: 'text', picture: 'p', es: 'Uno.\nDos.', ay: 'Maya.\nPaya.' },
		{ id: 'b2', kind: 'text', picture: 'p', es: 'Uno.', ay: 'Maya.' }
	]
} as unknown as Lesson;

function shelf(broken = false) {
	const clips = new Map<string, Recording>();
	let reader: Reader | undefined;
	return {
		clips,
		reader: async () => reader,
		setReader: async (one: Reader) => void (reader = one),
		keep: async (one: Recording) => {
			if (broken) throw new DOMException('full', 'QuotaExceededError');
			clips.set(one.key, one);
		},
		of: async () => [...clips.values()],
		all: async () => [...clips.values()],
		forget: async () => {
			clips.clear();
			reader = undefined;
		}
	};
}
const take: Take = {
	audio: new Blob(['voice'], { type: 'audio/webm' }),
	seconds: 2,
	level: 'good'
};
const microphone = { start: async () => ok(null), stop: async () => take };

async function begun(kept = shelf()) {
	const recorder = new Recorder(kept, microphone);
	await recorder.agree(' Tomasa Apaza ');
	await recorder.choose(lesson);
	return { recorder, kept };
}

describe('reading a lesson aloud', () => {
	it('asks for each line once, in Aymara with the Spanish below it', async () => {
		const { recorder } = await begun();
		expect(recorder.count).toEqual({ done: 0, of: 3 });
		recorder.step(1);
		expect([recorder.line?.text, recorder.line?.spanish]).toEqual(['Maya.', 'Uno.']);
	});

	it('keeps a line when she is content, and goes on to the next', async () => {
		const { recorder, kept } = await begun();
		await recorder.press();
		expect(recorder.state).toBe('recording');
		await recorder.press();
		expect([recorder.take?.level, kept.clips.size]).toEqual(['good', 0]);
		await recorder.accept();
		expect([kept.clips.size, recorder.count.done, recorder.line?.text]).toEqual([1, 1, 'Maya.']);
	});

	it('begins again at the first line that is missing', async () => {
		const { recorder, kept } = await begun();
		await recorder.press();
		await recorder.press();
		await recorder.accept();
		const again = new Recorder(kept, microphone);
		await again.choose(lesson);
		expect(again.line?.text).toBe('Maya.');
	});

	it('says when the microphone is refused or the phone is full', async () => {
		const refused = new Recorder(shelf(), { ...microphone, start: async () => fail('denied') });
		await refused.choose(lesson);
		await refused.press();
		expect(refused.state).toBe('denied');
		const { recorder } = await begun(shelf(true));
		await recorder.press();
		await recorder.press();
		await recorder.accept();
		expect([recorder.state, recorder.count.done]).toEqual(['full', 0]);
	});

	it('hands over one file with who speaks, what she agreed to, and every clip', async () => {
		const { recorder } = await begun();
		expect(await recorder.bundle()).toBeNull();
		await recorder.press();
		await recorder.press();
		await recorder.accept();
		const bundle = await recorder.bundle();
		const files = filesOf(new Uint8Array((await bundle?.arrayBuffer()) ?? new ArrayBuffer(0)));
		const manifest = JSON.parse(new TextDecoder().decode(files?.[0]?.bytes));
		expect(manifest).toMatchObject({
			format: 'yatiqana-voice-1',
			language: 'ay',
			reader: 'Tomasa Apaza',
			consent: { licence: 'CC-BY-4.0' },
			clips: [{ lesson: 'dairy-clean-milking', where: 'title', line: 0, seconds: 2 }]
		});
		expect(files?.[1]?.name).toBe(manifest.clips[0].file);
		expect(new TextDecoder().decode(files?.[1]?.bytes)).toBe('voice');
	});

	it('forgets her voice and her name when she says so', async () => {
		const { recorder, kept } = await begun();
		await recorder.forget();
		expect([recorder.reader, kept.clips.size, await kept.reader()]).toEqual([
			undefined,
			0,
			undefined
		]);
	});
});
