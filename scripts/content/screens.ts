// The voice of the screens: one list of clips per language, by the sentence, and a pack of its own.
import { LANGUAGES, type Clip, type Language, type Text } from '../../src/lib/domain/course/lesson.ts';
import { SCREENS_PACK, weightOf, type Pack } from '../../src/lib/domain/course/pack.ts';
import type { ScreensEntry } from '../../src/lib/library/screens.ts';
import type { Publisher } from './publish.ts';
import { clipOf, type VoiceShelf } from './voice.ts';

interface Said {
	spoken: ReadonlyMap<string, Text>;
	voices: Record<Language, VoiceShelf>;
}

/** A sentence without a clip is left out: there the screen has no ear. */
function entryOf(
	{ spoken, voices }: Said,
	{ language, publisher }: { language: Language; publisher: Publisher }
): ScreensEntry | undefined {
	const shelf = voices[language];
	const clips: Record<string, Clip> = {};
	for (const text of spoken.values()) {
		const entry = shelf.find(text[language]);
		if (!entry) continue;
		const src = publisher.put('voice', `${language}-${entry.file}`, shelf.read(entry));
		clips[text[language]] = clipOf(entry, src);
	}
	const addresses = [...new Set(Object.values(clips).map(({ src }) => src))];
	if (!addresses.length) return undefined;
	const list = publisher.put('voice', `${SCREENS_PACK}-${language}.json`, JSON.stringify(clips));
	const voice = addresses.map((address) => ({ ...publisher.file(address), voice: true as const }));
	const pack: Pack = { course: SCREENS_PACK, language, files: [publisher.file(list), ...voice] };
	const address = publisher.put('packs', `${SCREENS_PACK}-${language}.json`, JSON.stringify(pack));
	return { list, pack: { address, bytes: weightOf(pack.files) } };
}

export function publishScreens(
	said: Said,
	publisher: Publisher
): Partial<Record<Language, ScreensEntry>> {
	const entries: Partial<Record<Language, ScreensEntry>> = {};
	for (const language of LANGUAGES) {
		const entry = entryOf(said, { language, publisher });
		if (entry) entries[language] = entry;
	}
	return entries;
}
