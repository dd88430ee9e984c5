/** The voice of the screens: which sentences of the app somebody says, and where those clips are. */
import { LANGUAGES, type Clip, type Language } from '#lib/domain/course/lesson.ts';
import { screens } from './generated/screens.ts';

export interface ScreensEntry {
	/** address of the list of clips, by the sentence they say */
	list: string;
	/** list of the files, and their bytes */
	pack: { address: string; bytes: number };
}

export type ScreenClips = Partial<Record<Language, Readonly<Record<string, Clip>>>>;

export { screens };

async function listOf(fetcher: typeof fetch, language: Language): Promise<ScreenClips> {
	const entry = screens[language];
	if (!entry) return {};
	try {
		const answer = await fetcher(entry.list);
		return answer.ok ? { [language]: await answer.json() } : {};
	} catch {
		// neither in the cache nor in reach: the screens are silent
		return {};
	}
}

/** The clips of the screens by language and sentence; a language that nobody speaks is absent. */
export async function loadScreens(fetcher: typeof fetch): Promise<ScreenClips> {
	const lists = await Promise.all(LANGUAGES.map((language) => listOf(fetcher, language)));
	return Object.assign({}, ...lists);
}
