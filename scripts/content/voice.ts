// Recorded or rendered clips of a language: which texts have one, and where its sentences begin and end.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LessonDraft } from '../../src/lib/domain/course/lesson-draft.ts';
import type { Clip, Language, Voice } from '../../src/lib/domain/course/lesson.ts';
import { linesOf } from '../../src/lib/domain/course/lines.ts';
import { readYaml } from './read.ts';
import type { Message } from './read.ts';

const entrySchema = z.strictObject({
	file: z.string().regex(/^[\w-]+\.(opus|webm|m4a)$/),
	dur: z.number().positive(),
	sentences: z.array(z.object({ s: z.number(), e: z.number() })),
	/** who reads; absent where the voice is synthetic */
	by: z.string().optional()
});
const manifestSchema = z.record(z.string().regex(/^[0-9a-f]{16}$/), entrySchema);
export type VoiceEntry = z.infer<typeof entrySchema>;

/** Clips are found by what is said, so that a changed text falls silent instead of saying something else. */
export const textKey = (text: string): string =>
	createHash('sha256').update(text).digest('hex').slice(0, 16);

export class VoiceShelf {
	readonly #home: string;
	readonly entries: ReadonlyMap<string, VoiceEntry>;

	/** @param home content/voice/LANGUAGE; nothing there means silence */
	constructor(home: string, messages: Message[]) {
		this.#home = home;
		const file = join(home, 'manifest.json');
		const read = existsSync(file) ? readYaml(file, manifestSchema, messages) : undefined;
		this.entries = new Map(Object.entries(read ?? {}));
		for (const [key, entry] of this.entries) {
			if (existsSync(this.path(entry))) continue;
			messages.push({ file, code: 'clip-missing', text: `${key} names ${entry.file}` });
		}
	}

	path(entry: VoiceEntry): string {
		return join(this.#home, entry.file);
	}

	find(text: string): VoiceEntry | undefined {
		return this.entries.get(textKey(text));
	}

	read(entry: VoiceEntry): Buffer {
		return readFileSync(this.path(entry));
	}
}

/** What the app plays of an entry. */
export const clipOf = (entry: VoiceEntry, src: string): Clip => ({
	src,
	seconds: entry.dur,
	sentences: entry.sentences.map(({ s, e }): [number, number] => [s, e])
});

/** Path of a text → its clips, line by line; a text that lacks a clip for one of its lines is left out whole. */
export function voiceOf(
	draft: LessonDraft,
	language: Language,
	{ shelf, publish }: { shelf: VoiceShelf; publish: (entry: VoiceEntry) => string }
): Voice {
	const lines = linesOf(draft, language);
	const voice: Voice = {};
	for (const where of new Set(lines.map((line) => line.where))) {
		const own = lines.filter((line) => line.where === where);
		const entries = own.map(({ text }) => shelf.find(text)).filter((entry) => entry !== undefined);
		if (entries.length < own.length) continue;
		voice[where] = entries.map((entry) => clipOf(entry, publish(entry)));
	}
	return voice;
}
