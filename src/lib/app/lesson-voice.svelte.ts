import { createContext } from 'svelte';
import { sentencesOf } from '#lib/domain/course/sentences.ts';
import { LANGUAGES, type Language, type Text, type Voice } from '#lib/domain/course/lesson.ts';
import { loadVoice } from '#lib/library/lesson.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Heard, Voice as Speaker } from './voice.svelte.ts';

/** A round button beside a text: what it is called, whether it is playing, what a press does. */
export interface Ear {
	label: string;
	playing: boolean;
	onpress: () => void;
}

/** Not shown on the screen of its block: reasons come after an answer, `next` opens the next meeting. */
const LATER = /\.(why|next)(\.|$)/;

/**
 * What is spoken of one lesson, by the path of its texts (`b1`, `b1.steps.a`). Clips are said by the app's one voice.
 * A language that nobody has recorded is silent; nothing else stands in for it unasked.
 */
export class LessonVoice {
	readonly speaker: Speaker;
	#clips: Partial<Record<Language, Voice>> = $state.raw({});

	constructor(speaker: Speaker) {
		this.speaker = speaker;
	}

	/** Fetches the lists of clips; without them the lesson is silent. */
	async load(
		fetcher: typeof fetch,
		lesson: { voice: Partial<Record<Language, string>> }
	): Promise<void> {
		if (!this.speaker.able()) return;
		const lists = await Promise.all(
			LANGUAGES.map(async (language) => [language, await loadVoice(fetcher, lesson, language)])
		);
		this.#clips = Object.fromEntries(lists.filter(([, list]) => list !== undefined));
	}

	/** The ear of a whole text, or of one of its lines; undefined where nobody says it. */
	ear(where: string, language: Language, line?: number): Ear | undefined {
		const all = this.#lines(where, language);
		const lines = line === undefined ? all : all.slice(line, line + 1);
		return lines.length ? this.#earOf(`${where}:${line ?? ''}`, language, lines) : undefined;
	}

	/** The ear of a text in the language of the screen, else in Spanish. */
	say(where: string): Ear | undefined {
		return this.ear(where, getLocale()) ?? this.ear(where, 'es');
	}

	/** The ear of a block: all that stands on its screen, in reading order and in the language of the screen, else in Spanish. */
	screen(block: string): Ear | undefined {
		const own = getLocale();
		const language = this.#clips[own] ? own : 'es';
		const paths = Object.keys(this.#clips[language] ?? {}).filter(
			(where) => (where === block || where.startsWith(`${block}.`)) && !LATER.test(where)
		);
		const lines = paths.flatMap((where) => this.#lines(where, language));
		return lines.length ? this.#earOf(`${block}:screen`, language, lines) : undefined;
	}

	/** The words now being said of a line, in the language of the voice and, where it has as many sentences, the other. */
	spoken(where: string, line: number, { text, shown }: { text: Text; shown: Language }) {
		for (const language of LANGUAGES) {
			const place = this.speaker.sentence(`${where}:${line}:${language}`);
			if (place === null) continue;
			const cut = (of: Language) => sentencesOf(text[of].split('\n')[line] ?? '');
			const timed = this.#clips[language]?.[where]?.[line]?.sentences.length;
			// a recording by a person has no times within it: the whole line is marked
			if (timed === 1) return text[shown].split('\n')[line];
			if (cut(language).length === timed && cut(shown).length === timed) return cut(shown)[place];
		}
		return undefined;
	}

	#lines(where: string, language: Language): Heard[] {
		const clips = this.#clips[language]?.[where] ?? [];
		return clips.map((clip, line) => ({ key: `${where}:${line}:${language}`, clip }));
	}

	#earOf(name: string, language: Language, lines: Heard[]): Ear {
		const asked = `${name}:${language}`;
		return {
			label: language === 'es' ? m.voice_listen_es() : m.voice_listen_ay(),
			playing: this.speaker.playing(asked),
			onpress: () => this.speaker.press(asked, lines)
		};
	}
}

/** Set by the screen that plays a lesson, asked for by the blocks below it. */
export const [getLessonVoice, setLessonVoice] = createContext<LessonVoice>();
