import type { Language } from '#lib/domain/course/lesson.ts';
import type { ScreenClips } from '#lib/library/screens.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Words } from '#lib/ui/words.ts';
import type { Ear } from './lesson-voice.svelte.ts';
import type { Heard, Voice } from './voice.svelte.ts';

const fetchLists = async (): Promise<ScreenClips> =>
	(await import('#lib/library/screens.ts')).loadScreens(fetch);

/**
 * What is spoken of the screens outside the lessons: messages and result sentences, found by their very words, so that
 * a changed sentence is silent and never says something else. docs/recipes/let-a-screen-speak.md.
 */
export class ScreenVoice {
	readonly #speaker: Voice;
	readonly #lists: () => Promise<ScreenClips>;
	#clips: ScreenClips = $state.raw({});

	constructor(speaker: Voice, lists: () => Promise<ScreenClips> = fetchLists) {
		this.#speaker = speaker;
		this.#lists = lists;
	}

	/** Fetches the lists of clips; without them the screens are silent. */
	async load(): Promise<void> {
		if (this.#speaker.able()) this.#clips = await this.#lists();
	}

	/**
	 * The ear of one or more sentences, said one after the other and all in one language: that of the screen, else Spanish.
	 * Undefined where one of them has no clip.
	 */
	ear(...said: readonly Words[]): Ear | undefined {
		const own = getLocale();
		return this.#earIn(own, said) ?? (own === 'es' ? undefined : this.#earIn('es', said));
	}

	#earIn(language: Language, said: readonly Words[]): Ear | undefined {
		const lines = said.flatMap((words): Heard[] => {
			const text = words.lang === language ? words.text : words.second;
			const clip = text === undefined ? undefined : this.#clips[language]?.[text];
			return clip ? [{ key: `${language}:${text}`, clip }] : [];
		});
		if (!lines.length || lines.length < said.length) return undefined;
		const asked = lines.map(({ key }) => key).join('\n');
		return {
			label: language === 'es' ? m.voice_listen_es() : m.voice_listen_ay(),
			playing: this.#speaker.playing(asked),
			onpress: () => this.#speaker.press(asked, lines)
		};
	}
}
