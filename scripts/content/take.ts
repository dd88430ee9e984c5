// Bundles from the recording page → content/voice: docs/recipes/record-aymara.md.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { BUNDLE_FORMAT } from '../../src/lib/domain/course/bundle.ts';
import { filesOf } from '../../src/lib/domain/course/tar.ts';
import type { Message } from './read.ts';
import type { VoiceEntry } from './voice.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const bundleSchema = z.strictObject({
	format: z.literal(BUNDLE_FORMAT),
	language: z.enum(['es', 'ay']),
	reader: z.string().trim().min(1).max(60),
	consent: z.strictObject({ licence: z.literal('CC-BY-4.0'), day }),
	clips: z.array(
		z.strictObject({
			lesson: z.string(),
			where: z.string(),
			line: z.int().nonnegative(),
			text: z.string().regex(/^[0-9a-f]{16}$/),
			file: z.string().regex(/^[\w-]+\.(opus|webm|m4a)$/),
			seconds: z.number().positive().max(120),
			day
		})
	)
});

export interface Taken {
	language: 'es' | 'ay';
	entries: Map<string, VoiceEntry>;
	/** file name → bytes */
	audio: Map<string, Uint8Array>;
}

/**
 * What a bundle brings; a clip whose words no lesson says any more is left out and told.
 * @param said hashes of all lines of the listed lessons, by language
 */
export function openBundle(
	path: string,
	said: Record<'es' | 'ay', ReadonlySet<string>>,
	messages: Message[]
): Taken | undefined {
	const wrong = (code: string, text: string) => void messages.push({ file: path, code, text });
	const files = filesOf(readFileSync(path));
	const told = files?.find(({ name }) => name === 'manifest.json');
	if (!files || !told) return wrong('bundle-broken', 'no archive with a manifest, or cut off'), undefined;
	const read = bundleSchema.safeParse(JSON.parse(new TextDecoder().decode(told.bytes)));
	if (!read.success) return wrong('bundle-manifest', z.prettifyError(read.error)), undefined;
	const { language, reader, clips } = read.data;
	const taken: Taken = { language, entries: new Map(), audio: new Map() };
	for (const { text, file, seconds, lesson, where } of clips) {
		const bytes = files.find(({ name }) => name === file)?.bytes;
		if (!bytes?.length) wrong('bundle-clip', `${file} is not in it`);
		else if (!said[language].has(text))
			console.warn(`${path}: ${lesson} ${where} says something else now: left out`);
		else {
			const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
			const name = `${hash}${extname(file)}`;
			const sentences = [{ s: 0, e: seconds }];
			taken.entries.set(text, { file: name, dur: seconds, sentences, by: reader });
			taken.audio.set(name, bytes);
		}
	}
	return taken;
}

/** Lays a bundle beside the clips that are there; the newer reading of a line wins. */
export function keepBundle(
	home: string,
	known: ReadonlyMap<string, VoiceEntry>,
	{ language, entries, audio }: Taken
): void {
	const folder = join(home, 'voice', language);
	mkdirSync(folder, { recursive: true });
	for (const [name, bytes] of audio) writeFileSync(join(folder, name), bytes);
	const all = [...new Map([...known, ...entries])].sort(([a], [b]) => (a < b ? -1 : 1));
	const lines = all.map(([key, entry]) => `${JSON.stringify(key)}: ${JSON.stringify(entry)}`);
	writeFileSync(join(folder, 'manifest.json'), `{\n${lines.join(',\n')}\n}\n`);
}
